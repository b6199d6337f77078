import { describe, expect, test } from 'vitest';
import { buildUserscript } from '../../gadget/build/userscript.ts';
import packageFile from '../../package.json' with { type: 'json' };

describe('the userscript', async () => {
	const text = await buildUserscript();
	const [, block = ''] = /^\/\/ ==UserScript==\n(.*?)\/\/ ==\/UserScript==\n/s.exec(text) ?? [];
	const fields = block
		.trimEnd()
		.split('\n')
		.map((line) => /^\/\/ @(\S+)(?:\s+(\S.*))?$/.exec(line)?.slice(1) ?? [line]);
	const valuesOf = (name: string) =>
		fields.filter(([field]) => field === name).map(([, value]) => value);

	test('begins with a block that userscript managers read', () => {
		expect(valuesOf('name')).toEqual(['Mentorship Gadget']);
		expect(valuesOf('version')).toEqual([packageFile.version]);
		expect(valuesOf('license')).toEqual(['MIT']);
		expect(valuesOf('grant')).toEqual(['none']);
		expect(valuesOf('run-at')).toEqual(['document-idle']);
		expect(valuesOf('noframes')).toEqual([undefined]);
		expect(valuesOf('description:de')).toHaveLength(1);
	});

	test('runs on Wikimedia’s projects only, until somebody adds a wiki', () => {
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
