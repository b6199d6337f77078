import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { mediaWikis, usualVersion } from '../wiki/site.ts';

/** A file as the demo wiki serves it. */
export interface PublicFile {
	readonly content: string | Uint8Array<ArrayBuffer>;
	readonly type: string;
}

export interface PublicFiles {
	/** @param name Below `/public/`: `skin.css`. `null` where there is none. */
	find(name: string): PublicFile | null;
	/** @throws Error where there is none: a mistake in the program. */
	text(name: string): string;
	/** Where a page finds it; another path for other content, so that browsers may keep it. */
	path(name: string): string;
}

const folder = fileURLToPath(new URL('../../public', import.meta.url));
const resolver = createRequire(import.meta.url).resolve('oojs-ui/package.json');
const ooui = path.join(path.dirname(resolver), 'dist');
/** What OOUI is written with. */
const oojs = path.dirname(createRequire(resolver).resolve('oojs'));
/** Codex as MediaWiki 1.43 has it, and as 1.45: read from there, never copied. It is GPL. */
const codexOf = (version: string): string =>
	path.dirname(
		createRequire(import.meta.url).resolve(
			`codex-${version.startsWith('1.43') ? '1.43' : '1.45'}/dist/codex.style.css`,
		),
	);

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
};

/** Scripts of `public/`, each bundled from the TypeScript file of that name. */
const scripts = ['mw', 'growth'] as const;

let bundled: Promise<ReadonlyMap<string, string>> | null = null;

/**
 * The files of `public/`, its scripts bundled; OOUI's scripts, styles and icons under `ooui/` and
 * `oojs/`, and Codex's styles under `codex/`. Bundling takes about a second and is done once per
 * process.
 *
 * @param version MediaWiki's, which has a Codex of its own.
 */
export async function readPublicFiles(
	version: string = mediaWikis[usualVersion].release,
): Promise<PublicFiles> {
	const roots: Readonly<Record<string, string>> = { ooui, oojs, codex: codexOf(version) };
	bundled ??= bundleScripts();
	const scriptTexts = await bundled;
	const find = (name: string): PublicFile | null => {
		const script = scriptTexts.get(name);
		return script === undefined
			? readFile(...locate(name, roots))
			: { content: script, type: typeOf(name) };
	};
	const text = (name: string) => {
		const content = find(name)?.content;
		if (content === undefined) {
			throw new Error(`public/${name} is missing.`);
		}
		return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
	};
	const paths = new Map<string, string>();
	return {
		find,
		text,
		path: (name) => {
			const path = paths.get(name) ?? `/public/${name}?${hash(text(name))}`;
			paths.set(name, path);
			return path;
		},
	};
}

function hash(text: string): string {
	return createHash('sha1').update(text).digest('base64url').slice(0, 8);
}

async function bundleScripts(): Promise<ReadonlyMap<string, string>> {
	const entries = scripts.map(
		async (name) => [`${name}.js`, await bundle(path.join(folder, `${name}.ts`))] as const,
	);
	return new Map(await Promise.all(entries));
}

async function bundle(entry: string): Promise<string> {
	const result = (await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, lib: { entry, formats: ['iife'], name: 'page', fileName: 'page' } },
	})) as Rolldown.RolldownOutput[];
	const chunk = result[0]?.output[0];
	if (chunk === undefined) {
		throw new Error(`${entry} gave no script.`);
	}
	return chunk.code;
}

/** @param roots The libraries' folders, by what the names of their files begin with. */
function locate(
	name: string,
	roots: Readonly<Record<string, string>>,
): [root: string, rest: string] {
	const [library = '', ...rest] = name.split('/');
	const root = Object.hasOwn(roots, library) ? roots[library] : undefined;
	return root === undefined ? [folder, name] : [root, rest.join('/')];
}

/** Only names that stay below the folder, and only kinds of files that a page asks for. */
function readFile(root: string, rest: string): PublicFile | null {
	const file = path.join(root, rest);
	const type = typeOf(file);
	return type !== '' && file.startsWith(root + path.sep) && existsSync(file)
		? { content: new Uint8Array(readFileSync(file)), type }
		: null;
}

function typeOf(file: string): string {
	return types[path.extname(file)] ?? '';
}
