import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };
import { describeSource } from '../deploy/source.ts';
import { lastCommit } from './git.ts';

/** What makes a page of a gadget's modules, besides them. */
const recipe = ['gadget/build/bundle.ts', 'gadget/build/gadgets.ts'];

export interface Provenance {
	/** Name, version and commit. */
	readonly build: string;
	/**
	 * The comment at the beginning of a deployed script or style: what it is, from where, and under
	 * which licences. ResourceLoader takes it away before readers get it.
	 */
	readonly comment: string;
}

/** @param moduleIds What a gadget is made of: paths, and names that are Vite's own. */
export async function findProvenance(moduleIds: readonly string[]): Promise<Provenance> {
	const { version, license } = packageFile;
	const libraries = findLibraries(moduleIds);
	const own = moduleIds
		.map((id) => path.relative('.', id.replace(/\?.*$/, '')))
		.filter((file) => file.startsWith('gadget/'));
	const lock = libraries.length > 0 ? ['package-lock.json'] : [];
	const last = await lastCommit([...own, ...recipe, ...lock]);
	const build = describeSource({ version, ...(last ?? { commit: null, isChanged: false }) });
	const lines = [
		`/* ${build}`,
		` * ${license}. ${readCopyright('.')}`,
		...libraries.map(describeLibrary),
		' * Edits here are overwritten: change the source instead.',
		' */\n',
	];
	return { build, comment: lines.join('\n') };
}

function findLibraries(moduleIds: readonly string[]): string[] {
	const names = moduleIds.flatMap(
		(id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [],
	);
	return [...new Set(names)].sort();
}

function describeLibrary(name: string): string {
	const folder = `node_modules/${name}`;
	const { license }: typeof packageFile = JSON.parse(
		readFileSync(`${folder}/package.json`, 'utf8'),
	);
	return ` * With ${name}, ${license}. ${readCopyright(folder)}`;
}

/** The line of a licence that says whose it is. */
function readCopyright(folder: string): string {
	const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
	const text = file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8');
	return /^\s*(Copyright .*\S)\s*$/m.exec(text)?.[1] ?? '';
}
