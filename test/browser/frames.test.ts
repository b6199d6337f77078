import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawnByGadget, openFramed } from '../journeys/framed.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	facts,
	freshName,
	newcomersPage,
	on,
	pageAddress,
	visit,
} from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { settle } from '../support/settle.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

/* The demo wiki, as every page of it is framed by another site; `test/mediawiki` has the real ones. */
describe.each(['1.43', '1.45'] as const)(
	'in another site’s frame, on the demo as %s',
	(version) => {
		let wiki: WikiUnderTest;
		let browser: Browser;
		beforeAll(async () => {
			browser = await launchChromium();
			({ wiki } = await prepareWiki(await startDemoWiki({ version })));
			await wiki.savePage(configurationTitle, configuration(on));
		});
		afterAll(() => Promise.all([wiki?.stop(), browser?.close()]));

		const experienced = facts(600, 400);
		const administrator = { ...facts(3, 1), groups: ['sysop', 'interface-admin'] };

		test.each([
			['the newcomers’ page of a newcomer', newcomersPage, facts(3, 1)],
			['the newcomers’ page of an experienced editor', newcomersPage, experienced],
			['the Homepage', 'Special:Homepage', experienced],
			['the page with the settings', configurationTitle, administrator],
			['the community’s form', 'Special:CommunityConfiguration/Mentorship', administrator],
		])('%s is as the wiki made it, and nothing is written', async (_what, title, person) => {
			const visitor = await visit(wiki, browser, { name: freshName('Framed'), ...person });
			const { frame, writes } = await openFramed(visitor, pageAddress(wiki, title, {}));
			expect(await frame.locator(drawnByGadget).count()).toBe(0);
			expect(writes).toEqual([]);
			expect(await visitor.hasMemory()).toBe(false);
			// It is the frame that keeps the gadget from it.
			const page = await visitor.open(title);
			await settle(page);
			expect(await page.locator(drawnByGadget).count()).toBeGreaterThan(0);
		});
	},
);
