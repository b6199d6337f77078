import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { arriveAtHomepage, moduleOn, settle } from '../journeys/growthHomepage.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { configuration, configurationTitle, on } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

const ownPage = 'MediaWiki:GrowthExperimentsMentorship.json';
const off = { ...on, enabled: false };

describe('on a wiki of 1.45, whose own configuration page may hold the thresholds', () => {
	let wiki: WikiUnderTest;
	let browser: Browser;

	beforeAll(async () => {
		[{ wiki }, browser] = await Promise.all([startDemoWiki().then(prepareWiki), launchChromium()]);
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});
	beforeEach(async () => {
		await wiki.savePage(configurationTitle, configuration(off));
		await wiki.deletePage(ownPage);
	});

	/** The demo wiki's Homepage, saying that it is of a later version. */
	async function openRecentHomepage(page: Page): Promise<string[]> {
		const asked: string[] = [];
		page.on('request', (request) => {
			if (request.url().includes('GrowthExperimentsMentorship.json')) {
				asked.push(request.url());
			}
		});
		await page.route('**/index.php?title=Special:Homepage*', async (route) => {
			const response = await route.fetch();
			const html = await response.text();
			await route.fulfill({ response, body: html.replaceAll('1.43.9', '1.45.1') });
		});
		await page.goto(`${wiki.origin}/index.php?title=Special:Homepage&useskin=vector-2022`);
		await settle(page);
		return asked;
	}

	test.each([
		['the own page turns it on, and the gadget’s is off', on, off, true],
		['the own page turns it off, and the gadget’s is on', off, on, false],
		['the own page has no such block, and the gadget’s is on', null, on, true],
		['the own page is wrong, and the gadget’s is on', { ...on, minEditcount: 'many' }, on, false],
	])('the rule holds as it should where %s', async (_what, own, gadget, graduates) => {
		await wiki.savePage(configurationTitle, configuration(gadget));
		if (own) {
			await wiki.savePage(ownPage, configuration(own));
		}
		const visitor = await arriveAtHomepage(wiki, browser, 'desktop', [600, 400]);
		const page = await visitor.context.newPage();
		await openRecentHomepage(page);
		expect(await moduleOn(page).optedOut.count()).toBe(graduates ? 1 : 0);
		expect(await visitor.hasMemory()).toBe(graduates);
	});

	test('the page is asked for once, and not again at the next visit', async () => {
		await wiki.savePage(ownPage, configuration(on));
		const visitor = await arriveAtHomepage(wiki, browser, 'desktop', [3, 1]);
		const first = await openRecentHomepage(await visitor.context.newPage());
		const second = await openRecentHomepage(await visitor.context.newPage());
		expect([first.length, second.length]).toEqual([1, 0]);
	});
});
