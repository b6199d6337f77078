import type { Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { extensionPageTitle } from '../../gadget/domain/thresholds.ts';
import { homepage, moduleOn } from '../journeys/growthHomepage.ts';
import { listRequests } from '../journeys/requests.ts';
import { configuration, off, on, people, type Visitor } from '../journeys/visitor.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

describe('on a wiki of 1.45, whose own configuration page may hold the thresholds', () => {
	const demo = openDemo({ version: '1.45' });
	beforeEach(async () => {
		await demo.setRule(off);
		await demo.wiki.deletePage(extensionPageTitle);
	});

	/** The Homepage, and the requests about that page. */
	async function openHomepage(visitor: Visitor): Promise<{ page: Page; asked: readonly string[] }> {
		let asked: readonly string[] = [];
		const page = await visitor.open(homepage, {}, (tab) => {
			asked = listRequests(
				tab,
				(_request, { href }) => href.includes('GrowthExperimentsMentorship.json') && href,
			);
		});
		await settle(page);
		return { page, asked };
	}

	test.each([
		['the own page turns it on, and the gadget’s is off', on, off, true],
		['the own page turns it off, and the gadget’s is on', off, on, false],
		['the own page has no such block, and the gadget’s is on', null, on, true],
		['the own page is wrong, and the gadget’s is on', { ...on, minEditcount: 'many' }, on, false],
	])('the rule holds as it should where %s', async (_what, own, gadget, graduates) => {
		await demo.setRule(gadget);
		if (own) {
			await demo.wiki.savePage(extensionPageTitle, configuration(own));
		}
		const visitor = await demo.arrive(people.experienced);
		const { page } = await openHomepage(visitor);
		expect(await moduleOn(page).optedOut.count()).toBe(graduates ? 1 : 0);
		expect(await visitor.hasMemory()).toBe(graduates);
	});

	test.each([
		['a newcomer', people.newcomer, [0, 0]],
		['an editor below the thresholds', [100, 20], [1, 0]],
	] as const)('for %s the page is asked for at most once in an hour', async (_what, who, times) => {
		await demo.wiki.savePage(extensionPageTitle, configuration(on));
		const visitor = await demo.arrive(who);
		const { asked: first } = await openHomepage(visitor);
		const { asked: second } = await openHomepage(visitor);
		expect([first.length, second.length]).toEqual(times);
	});
});
