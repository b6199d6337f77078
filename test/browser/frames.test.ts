import { describe, expect, test } from 'vitest';
import { administrator } from '../journeys/configPerson.ts';
import { drawnByGadget, openFramed } from '../journeys/framed.ts';
import { homepage } from '../journeys/growthHomepage.ts';
import { configurationTitle, newcomersPage, pageAddress, people } from '../journeys/visitor.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

/* The demo wiki, as every page of it is framed by another site; `test/mediawiki` has the real ones. */
describe.each(['1.43', '1.45'] as const)(
	'in another site’s frame, on the demo as %s',
	(version) => {
		const demo = openDemo({ version });

		test.each([
			['the newcomers’ page of a newcomer', newcomersPage, people.newcomer, {}],
			['the newcomers’ page of an experienced editor', newcomersPage, people.experienced, {}],
			['the Homepage', homepage, people.experienced, {}],
			['the page with the settings', configurationTitle, people.newcomer, administrator],
			[
				'the community’s form',
				'Special:CommunityConfiguration/Mentorship',
				people.newcomer,
				administrator,
			],
		])('%s is as the wiki made it, and nothing is written', async (_what, title, who, more) => {
			const visitor = await demo.arrive(who, more);
			const { frame, writes } = await openFramed(visitor, pageAddress(demo.wiki, title));
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
