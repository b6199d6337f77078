import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAsAdministrator } from '../journeys/configPerson.ts';
import { drawnByGadget, openFramed } from '../journeys/framed.ts';
import { homepage, namedMentor, people, stageGrowth } from '../journeys/growthStage.ts';
import { type PreparedWiki, prepareWiki } from '../journeys/preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	newcomersPage,
	on,
	pageAddress,
} from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { startGrowthWiki, startRealWiki } from './realWiki.ts';
import { describeWithGrowth, mediaWiki } from './underTest.ts';

describeWithGrowth('frames', () => {
	const stage = stageGrowth(async () => prepareWiki(await startGrowthWiki()));

	test('in another site’s frame nobody is opted out', async () => {
		const visitor = await stage.enroll(people.experienced);
		for (const title of [newcomersPage, homepage]) {
			const { frame, writes } = await openFramed(visitor, pageAddress(stage.wiki, title, {}));
			expect(await frame.locator(drawnByGadget).count()).toBe(0);
			expect(writes).toEqual([]);
		}
		expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
		expect(await visitor.hasMemory()).toBe(false);
	});
});

describe(`frames on ${mediaWiki}`, () => {
	let prepared: PreparedWiki;
	let browser: Awaited<ReturnType<typeof launchChromium>>;
	beforeAll(async () => {
		[prepared, browser] = await Promise.all([startRealWiki().then(prepareWiki), launchChromium()]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(() => Promise.all([prepared?.wiki.stop(), browser?.close()]));

	test.each([
		['the placeholder stays empty', newcomersPage],
		['there is no form', configurationTitle],
	])('in another site’s frame %s, and nothing is written', async (_what, title) => {
		const visitor = await arriveAsAdministrator(prepared.wiki, browser);
		const { frame, writes } = await openFramed(visitor, pageAddress(prepared.wiki, title, {}));
		expect(await frame.locator(drawnByGadget).count()).toBe(0);
		expect(writes).toEqual([]);
		expect(await visitor.hasMemory()).toBe(false);
	});
});
