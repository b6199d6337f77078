import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installGadget } from './installGadget.ts';
import { readPage } from './pages.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';

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
		await expect(installGadget(wiki, dist)).rejects.toThrow('npm run build');
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
