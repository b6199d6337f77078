import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const dependencies = z.record(z.string(), z.string());
const project = z
	.object({ license: z.string(), dependencies, devDependencies: dependencies })
	.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const installed = z
	.object({
		packages: z.record(
			z.string(),
			z.object({
				version: z.string().optional(),
				license: z.string().optional(),
				integrity: z.string().optional(),
				resolved: z.string().optional(),
				dev: z.boolean().optional(),
			}),
		),
	})
	.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages;

/** Those that something under the MIT licence may contain, or come with. */
const permissive = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

/** Others, of tools: nothing of them is in what is built, or in this repository. */
const tools: Readonly<Record<string, readonly string[]>> = {
	'types-mediawiki': ['GPL-3.0-or-later', 'types only: they are gone once TypeScript has checked'],
	'types-mediawiki-api': ['GPL-3.0-or-later', 'types only, which those above name'],
	'@wikimedia/codex-design-tokens': ['GPL-2.0+', 'what OOUI is built from; its files are MIT'],
	'codex-1.43': ['GPL-2.0+', 'the demo wiki serves its styles from there, as a wiki would'],
	'codex-1.45': ['GPL-2.0+', 'likewise; not a line of either is copied or shipped'],
	'axe-core': ['MPL-2.0', 'runs in tests'],
	lightningcss: ['MPL-2.0', 'writes the styles; nothing of its own is in them'],
	'caniuse-lite': ['CC-BY-4.0', 'data for tools'],
};

const packages = Object.entries(installed)
	.filter(([folder]) => folder !== '')
	.map(([folder, facts]) => ({ ...facts, name: folder.replace(/^.*node_modules\//, '') }));

/** An exception is for a package and for its builds for certain machines. */
const exceptionOf = (name: string) =>
	Object.entries(tools).find(([tool]) => name === tool || name.startsWith(`${tool}-`))?.[1];

const isPermissive = (license = 'none') =>
	license.split(' OR ').some((one) => permissive.includes(one));

test('what a wiki’s pages load and what the demo wiki runs may be shipped under MIT', () => {
	expect(project.license).toBe('MIT');
	const shipped = packages.filter(({ dev }) => !dev);
	expect(shipped.map(({ name }) => name)).toEqual(
		expect.arrayContaining(Object.keys(project.dependencies)),
	);
	expect(shipped.filter(({ license }) => !isPermissive(license))).toEqual([]);
});

test('every tool has a licence that is known here', () => {
	const unknown = packages.filter(
		({ name, license }) => !isPermissive(license) && exceptionOf(name)?.[0] !== license,
	);
	expect(unknown.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
	const licenses = [...new Set(packages.map(({ license }) => license))].sort();
	console.log(`Licences of ${packages.length} packages: ${licenses.join(', ')}`);
});

describe('every dependency', () => {
	const asked = { ...project.dependencies, ...project.devDependencies };

	test.each(Object.entries(asked))(
		'%s is asked for in one version, and is that',
		(name, version) => {
			// An alias is for a package that is there in two versions.
			const [exact = ''] = /\d+\.\d+\.\d+$/.exec(version) ?? [];
			expect(version.slice(0, -exact.length)).toMatch(/^(npm:.+@)?$/);
			expect(installed[`node_modules/${name}`]?.version).toBe(exact);
		},
	);

	test('is what it was when the lockfile was written, and from no certain host', () => {
		expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
		expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
	});
});
