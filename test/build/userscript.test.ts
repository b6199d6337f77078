import { describe, expect, test } from 'vitest';
import { buildUserscript, metadataFile, userscriptFile } from '../../gadget/build/userscript.ts';
import german from '../../gadget/i18n/de.json';
import english from '../../gadget/i18n/en.json';
import packageFile from '../../package.json' with { type: 'json' };

/** The block at the beginning, as userscript managers take it apart: name and value by line. */
function readBlock(text: string): Array<[name: string, value: string | undefined]> {
	const [, block = ''] = /^\/\/ ==UserScript==\n(.*?)\/\/ ==\/UserScript==\n/s.exec(text) ?? [];
	return block
		.trimEnd()
		.split('\n')
		.map((line) => {
			const [, name = line, value] = /^\/\/ @(\S+)(?:\s+(\S.*))?$/.exec(line) ?? [];
			return [name, value];
		});
}

describe('the userscript', async () => {
	const files = await buildUserscript('https://example.org/mentorship/');
	const text = files.get(userscriptFile) ?? '';
	const fields = readBlock(text);
	const valuesOf = (name: string) =>
		fields.filter(([field]) => field === name).map(([, value]) => value);

	test('begins with a block that userscript managers read', () => {
		expect(valuesOf('version')).toEqual([packageFile.version]);
		expect(valuesOf('license')).toEqual(['MIT']);
		expect(valuesOf('grant')).toEqual(['none']);
		expect(valuesOf('run-at')).toEqual(['document-idle']);
		expect(valuesOf('noframes')).toEqual([undefined]);
		expect(valuesOf('icon')[0]).toMatch(/^data:image\/svg\+xml,%3Csvg\S+$/);
	});

	test('keeps the namespace and the English name, by which managers find updates', () => {
		expect(valuesOf('namespace')).toEqual(['mentorship-gadget']);
		expect(valuesOf('name')).toEqual(['Mentorship Gadget']);
	});

	test('has its name and its description in each language that has them', () => {
		expect(valuesOf('description')).toEqual([english['gadget-description']]);
		expect(valuesOf('name:de')).toEqual([german['userscript-name']]);
		expect(valuesOf('description:de')).toEqual([german['gadget-description']]);
		expect(fields.filter(([, value]) => value === '')).toEqual([]);
	});

	test('updates itself from the address that the build is told of', () => {
		expect(valuesOf('updateURL')).toEqual(['https://example.org/mentorship/mentorship.meta.js']);
		expect(valuesOf('downloadURL')).toEqual(['https://example.org/mentorship/mentorship.user.js']);
	});

	test('has the same block in a file of its own, which is all that a look for updates downloads', () => {
		const metadata = files.get(metadataFile) ?? '';
		expect(readBlock(metadata)).toEqual(fields);
		expect(text.startsWith(metadata)).toBe(true);
	});

	test('does not update itself where the build is told of no address', async () => {
		const metadata = (await buildUserscript()).get(metadataFile) ?? '';
		expect(metadata).not.toMatch(/@(update|download)URL/);
	});

	test('runs on Wikimedia’s projects only, until the person adds a wiki', () => {
		expect(valuesOf('match')).toContain('*://*.wikipedia.org/*');
		for (const match of valuesOf('match')) {
			expect(match).toMatch(/^\*:\/\/\*\.(wik|mediawiki)[a-z]*\.org\/\*$/);
		}
	});

	test('has all it needs with it', () => {
		expect(text).not.toMatch(/\brequire\(|\bimport\(|ext\.gadget\.mentorship-/);
		expect(text).toContain('.mentorship-card');
		expect(text).toContain('Obtenir un mentor');
	});
});
