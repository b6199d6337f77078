import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import german from '../../gadget/i18n/de.json' with { type: 'json' };
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import { injectUserscript, watchConfigurationRequests } from '../journeys/injected.ts';
import { mentorNamed, type PreparedWiki, prepareWiki } from '../journeys/preparedWiki.ts';
import {
	cardOn,
	configuration,
	configurationTitle,
	facts,
	freshName,
	newcomersPage,
	on,
	pageAddress,
	type Visitor,
	visit,
} from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import { installGadget } from './installGadget.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

const definitionTitle = 'MediaWiki:Gadgets-definition';

describe(`the userscript on ${mediaWiki}`, () => {
	let wiki: RealWiki;
	let browser: Browser;
	let prepared: PreparedWiki;

	beforeAll(async () => {
		[wiki, browser] = await Promise.all([startRealWiki(), launchChromium()]);
		prepared = await prepareWiki(wiki);
		await wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});
	beforeEach(() => wiki.deletePage(definitionTitle));

	const arrive = (edits: number, memory: Memory | null = null, what = 'Editor'): Promise<Visitor> =>
		visit(wiki, browser, { name: freshName(what), ...facts(edits, 400) }).then(async (visitor) => {
			if (memory) {
				await visitor.writeMemory(memory);
			}
			return visitor;
		});
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
		const visitor = await arrive(edits, { version: 1, mentor: mentorNamed(prepared, 'Mentor3') });
		const page = await visitor.open();
		await injectUserscript(page);
		const byUserscript = await drawn(page);
		await installGadget(wiki, 'dist/wiki');
		// A browser that has the page would be told 304, and load the modules of before.
		const elsewhere = await visit(wiki, browser, { name: visitor.name, ...facts(edits, 400) });
		expect(byUserscript).toBe(await drawn(await elsewhere.open()));
		expect(byUserscript).toContain(edits === 600 ? 'Get a mentor' : 'Mentor3');
	});

	test('gives an experienced editor a mentor, as the gadget does', async () => {
		const visitor = await arrive(600, { version: 1, mentor: mentorNamed(prepared, 'Mentor3') });
		const page = await visitor.open();
		await injectUserscript(page);
		const card = cardOn(page);
		await card.getMentor.click();
		await card.confirm.click();
		await card.mentor.waitFor();
		expect(await card.mentorName.innerText()).toBe('Mentor3');
		expect(await visitor.readMemory()).toMatchObject({ askedAt: expect.any(String) });
	});

	test('does nothing where the gadget runs', async () => {
		await installGadget(wiki, 'dist/wiki');
		const page = await (await arrive(600)).open();
		const requests = watchConfigurationRequests(page);
		const before = await drawn(page);
		await injectUserscript(page);
		await settle(page);
		expect(await cardOn(page).module.innerHTML()).toBe(before);
		expect(await page.getByText(english['userscript-menu']).count()).toBe(0);
		expect(requests).toEqual([]);
	});

	test('asks for the thresholds once, and draws from what it kept the next time', async () => {
		const visitor = await arrive(600);
		const first = await visitor.context.newPage();
		const requests = watchConfigurationRequests(first);
		await first.goto(pageAddress(wiki, newcomersPage, {}));
		await injectUserscript(first);
		await cardOn(first).optedOut.waitFor();
		expect(requests).toHaveLength(1);
		await settle(first);
		const second = await visitor.context.newPage();
		await second.route('**/api.php**', (route) => route.abort());
		await second.goto(pageAddress(wiki, newcomersPage, {}));
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
		const visitor = await arrive(600, null, what);
		const script = await readFile('dist/mentorship.user.js', 'utf8');
		if (isLoaded) {
			await wiki.savePage(`User:${visitor.name}/mentorship.js`, script);
		}
		const common = isLoaded ? await readLoadLine() : script;
		await wiki.savePage(`User:${visitor.name}/common.js`, common);
		const page = await visitor.open();
		await cardOn(page).optedOut.waitFor();
	});
});

/** As the README has it: it names nobody, whose name could end a text or an address. */
async function readLoadLine(): Promise<string> {
	const readme = await readFile('README.md', 'utf8');
	return /```js\n\s*(mw\.loader.*)\n\s*```/.exec(readme)?.[1] ?? '';
}
