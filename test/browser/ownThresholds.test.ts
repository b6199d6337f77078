import type { Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { arriveAtHomepage, moduleOn } from '../journeys/growthHomepage.ts';
import { configuration, configurationTitle, on } from '../journeys/visitor.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

const ownPage = 'MediaWiki:GrowthExperimentsMentorship.json';
const off = { ...on, enabled: false };

describe('on a wiki of 1.45, whose own configuration page may hold the thresholds', () => {
	const demo = openDemo({ version: '1.45' });
	beforeEach(async () => {
		await demo.wiki.savePage(configurationTitle, configuration(off));
		await demo.wiki.deletePage(ownPage);
	});

	/** The Homepage, and the requests about that page. */
	async function openHomepage(page: Page): Promise<string[]> {
		const asked: string[] = [];
		page.on('request', (request) => {
			if (request.url().includes('GrowthExperimentsMentorship.json')) {
				asked.push(request.url());
			}
		});
		await page.goto(`${demo.wiki.origin}/index.php?title=Special:Homepage&useskin=vector-2022`);
		await settle(page);
		return asked;
	}

	test.each([
		['the own page turns it on, and the gadget’s is off', on, off, true],
		['the own page turns it off, and the gadget’s is on', off, on, false],
		['the own page has no such block, and the gadget’s is on', null, on, true],
		['the own page is wrong, and the gadget’s is on', { ...on, minEditcount: 'many' }, on, false],
	])('the rule holds as it should where %s', async (_what, own, gadget, graduates) => {
		await demo.wiki.savePage(configurationTitle, configuration(gadget));
		if (own) {
			await demo.wiki.savePage(ownPage, configuration(own));
		}
		const visitor = await arriveAtHomepage(demo.wiki, demo.browser, 'desktop', [600, 400]);
		const page = await visitor.context.newPage();
		await openHomepage(page);
		expect(await moduleOn(page).optedOut.count()).toBe(graduates ? 1 : 0);
		expect(await visitor.hasMemory()).toBe(graduates);
	});

	test.each([
		['a newcomer', [3, 1], [0, 0]],
		['somebody below the thresholds', [100, 20], [1, 0]],
	] as const)('for %s the page is asked for at most once in an hour', async (_what, who, times) => {
		await demo.wiki.savePage(ownPage, configuration(on));
		const visitor = await arriveAtHomepage(demo.wiki, demo.browser, 'desktop', who);
		const first = await openHomepage(await visitor.context.newPage());
		const second = await openHomepage(await visitor.context.newPage());
		expect([first.length, second.length]).toEqual(times);
	});
});
