import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { beforeEach, expect, test } from 'vitest';
import german from '../../gadget/i18n/de.json' with { type: 'json' };
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import { askOnCard, cardOn, mentorOnCard } from '../journeys/card.ts';
import { injectUserscript, listConfigurationRequests } from '../journeys/injected.ts';
import { type Arrival, openStage } from '../journeys/stage.ts';
import { freshName, newcomersPage } from '../journeys/visitor.ts';
import { settle } from '../support/settle.ts';
import { installGadget } from './installGadget.ts';
import { describeOnMediaWiki } from './underTest.ts';

describeOnMediaWiki('the userscript', (prepare) => {
	const stage = openStage(prepare);
	// There are scripts of the gadget, and no definition of it.
	beforeEach(() => stage.wiki.deletePage('MediaWiki:Gadgets-definition'));

	const arrive = (edits: number, more?: Arrival) => stage.arrive([edits, 400], more);
	const drawn = async (page: Page): Promise<string> => {
		const { module } = cardOn(page);
		await module.locator('h2').waitFor();
		await settle(page);
		// What is ours, without the mark that it is by the userscript.
		return module.innerHTML();
	};

	test.each([
		['an experienced editor', 600],
		['a newcomer with a mentor', 3],
	])('shows %s the same card as the gadget does', async (_who, edits) => {
		const visitor = await arrive(edits, { memory: { mentor: stage.mentor('Mentor3') } });
		const page = await visitor.open();
		await injectUserscript(page);
		const byUserscript = await drawn(page);
		await installGadget(stage.wiki);
		// A browser that has the page would be told 304, and load the modules of before.
		const elsewhere = await arrive(edits, { name: visitor.name });
		expect(byUserscript).toBe(await drawn(await elsewhere.open()));
		expect(byUserscript).toContain(edits === 600 ? 'Get a mentor' : 'Mentor3');
	});

	test('gives an experienced editor a mentor, as the gadget does', async () => {
		const visitor = await arrive(600, { memory: { mentor: stage.mentor('Mentor3') } });
		const page = await visitor.open();
		await injectUserscript(page);
		await askOnCard(page);
		expect(await mentorOnCard(page)).toBe('Mentor3');
		expect(await visitor.readMemory()).toMatchObject({ askedAt: expect.any(String) });
	});

	test('does nothing where the gadget runs', async () => {
		await installGadget(stage.wiki);
		const page = await (await arrive(600)).open();
		const requests = listConfigurationRequests(page);
		const before = await drawn(page);
		await injectUserscript(page);
		await settle(page);
		expect(await cardOn(page).module.innerHTML()).toBe(before);
		expect(await page.getByText(english['userscript-menu']).count()).toBe(0);
		expect(requests).toEqual([]);
	});

	test('asks for the thresholds once, and draws from what it kept the next time', async () => {
		const visitor = await arrive(600);
		let requests: readonly string[] = [];
		const first = await visitor.open(newcomersPage, {}, (tab) => {
			requests = listConfigurationRequests(tab);
		});
		await injectUserscript(first);
		await cardOn(first).optedOut.waitFor();
		expect(requests).toHaveLength(1);
		await settle(first);
		const second = await visitor.open(newcomersPage, {}, (tab) =>
			tab.route('**/api.php**', (route) => route.abort()),
		);
		await injectUserscript(second);
		await cardOn(second).optedOut.waitFor();
	});

	test('is here but once, though it comes twice', async () => {
		const page = await (await arrive(600)).open();
		await injectUserscript(page);
		await injectUserscript(page);
		await cardOn(page).optedOut.waitFor();
		await settle(page);
		expect(await cardOn(page).optedOut.count()).toBe(1);
	});

	test('speaks the person’s language', async () => {
		const page = await (await arrive(600)).open(undefined, { uselang: 'de-at' });
		await injectUserscript(page);
		const { getMentor } = cardOn(page, german);
		await getMentor.waitFor();
	});

	test.each([
		['loaded by', true, 'Editor'],
		['loaded by', true, "R&D's A+B Editor"],
		['pasted into', false, 'Editor'],
	])('works %s a personal common.js (%s, %s)', async (_how, isLoaded, what) => {
		const visitor = await arrive(600, { name: freshName(what) });
		const script = await readFile('dist/mentorship.user.js', 'utf8');
		if (isLoaded) {
			await stage.wiki.savePage(`User:${visitor.name}/mentorship.js`, script);
		}
		const common = isLoaded ? await readLoadLine() : script;
		await stage.wiki.savePage(`User:${visitor.name}/common.js`, common);
		const page = await visitor.open();
		await cardOn(page).optedOut.waitFor();
	});
});

/** As the README has it: without a user name, which could end a text or an address. */
async function readLoadLine(): Promise<string> {
	const readme = await readFile('README.md', 'utf8');
	return /```js\n\s*(mw\.loader.*)\n\s*```/.exec(readme)?.[1] ?? '';
}
