import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const sources = ['gadget', 'package.json', 'tsconfig.json'];
const folders: string[] = [];
let builds: Array<ReadonlyMap<string, string>> = [];

/** Builds a copy of the sources in a folder of its own. @returns The pages, and the userscript. */
async function buildElsewhere(environment: Readonly<Record<string, string>>) {
	const folder = mkdtempSync(path.join(tmpdir(), 'build-'));
	folders.push(folder);
	for (const source of sources) {
		cpSync(source, path.join(folder, source), { recursive: true });
	}
	symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
	const script = ['--import', 'tsx', 'gadget/build/build.ts'];
	await run(process.execPath, script, { cwd: folder, env: { ...process.env, ...environment } });
	return readFiles(path.join(folder, 'dist'));
}

function readFiles(folder: string): ReadonlyMap<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(
			({ name, parentPath }) => [name, readFileSync(path.join(parentPath, name), 'utf8')] as const,
		);
	return new Map(files);
}

beforeAll(async () => {
	builds = await Promise.all([
		buildElsewhere({ TZ: 'Pacific/Kiritimati', LC_ALL: 'C' }),
		buildElsewhere({ TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', NODE_ENV: 'development' }),
	]);
}, 120_000);
afterAll(() => {
	for (const folder of folders) {
		rmSync(folder, { recursive: true });
	}
});

test('two builds of one commit are byte for byte the same, wherever and whenever', () => {
	const [one, other] = builds;
	expect([...(one?.keys() ?? [])]).toEqual(
		expect.arrayContaining(['Gadget-mentorship.js', 'mentorship.user.js', 'mentorship.meta.js']),
	);
	expect(other).toEqual(one);
});

test('nothing that a wiki page loads comes from anywhere else, or is made of a text', () => {
	for (const [name, text] of builds[0] ?? []) {
		if (/\.(js|css)$/.test(name)) {
			// The userscript is for people to read; a line of comment loads nothing.
			const code = text.replace(/^\s*\/\/.*$/gm, '');
			const addresses = code.match(/(https?:)?\/\/[\w.-]+\.\w+[^"'`\s]*/g) ?? [];
			// Names of SVG and MathML, which look like addresses.
			const loaded = addresses.filter((address) => !address.startsWith('http://www.w3.org/'));
			expect([name, loaded]).toEqual([name, []]);
			expect([name, /\bimport\s*\(|\beval\s*\(|\bFunction\s*\(|@import|url\(/.exec(code)]).toEqual([
				name,
				null,
			]);
		}
	}
});
