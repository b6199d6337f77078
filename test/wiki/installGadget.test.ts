import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installGadget, mergeDefinitions } from './installGadget.ts';
import { readPage } from './pages.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';

describe('merging gadget definitions', () => {
	test('keeps the gadgets of others and their order', () => {
		const theirs = '== Editing ==\n* clock[ResourceLoader]|clock.js';
		expect(mergeDefinitions(theirs, '* mentorship[default]|mentorship.js\n')).toBe(
			`${theirs}\n* mentorship[default]|mentorship.js`,
		);
	});

	test('replaces an earlier definition of the same gadget only', () => {
		const theirs = '* mentorship[old]|a.js\n* mentorship-like|b.js';
		expect(mergeDefinitions(theirs, '* mentorship[new]|c.js')).toBe(
			'* mentorship-like|b.js\n* mentorship[new]|c.js',
		);
	});

	test('changes nothing the second time', () => {
		const ours = '== Mentorship ==\n* mentorship|a.js\n* mentorship-card[hidden]|b.js';
		const once = mergeDefinitions('* clock|clock.js', ours);
		expect(mergeDefinitions(once, ours)).toBe(once);
	});
});

describe('installing a build', () => {
	let wiki: RealWiki;
	let dist: string;

	beforeAll(async () => {
		wiki = await startRealWiki();
		dist = await mkdtemp(path.join(tmpdir(), 'dist-wiki-'));
	});

	afterAll(async () => {
		await wiki?.stop();
		await rm(dist, { recursive: true, force: true });
	});

	async function build(files: Readonly<Record<string, string>>): Promise<void> {
		for (const [name, text] of Object.entries(files)) {
			await writeFile(path.join(dist, name), text);
		}
	}

	test('says so when there is none', async () => {
		await expect(installGadget(wiki, dist)).rejects.toThrow('build the gadget first');
	});

	test('replaces the script and keeps the configuration and other gadgets', async () => {
		await wiki.savePage('MediaWiki:Gadgets-definition', '* clock[ResourceLoader]|clock.js');
		await build({
			'Gadgets-definition': '* mentorship[ResourceLoader|package]|mentorship.js|mentorship.json\n',
			'Gadget-mentorship.js': 'window.version = 1;',
			'Gadget-mentorship.json': '{}',
		});
		await installGadget(wiki, dist);
		await wiki.savePage('MediaWiki:Gadget-mentorship.json', '{ "kept": true }');
		await build({ 'Gadget-mentorship.js': 'window.version = 2;' });
		await installGadget(wiki, dist);

		const served = await fetch(`${wiki.origin}/load.php?modules=ext.gadget.mentorship`);
		const text = await served.text();
		expect(text).toContain('window.version=2');
		expect(text).toContain('"kept":true');
		expect(await readPage(wiki, 'MediaWiki:Gadgets-definition')).toMatch(
			/^\* clock.*\n\* mentorship.*$/,
		);
	});
});
