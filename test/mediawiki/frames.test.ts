import { expect, test } from 'vitest';
import { administrator } from '../journeys/configPerson.ts';
import { drawnByGadget, openFramed } from '../journeys/framed.ts';
import { homepage } from '../journeys/growthHomepage.ts';
import { stageGrowth, untouched } from '../journeys/growthStage.ts';
import { openStage } from '../journeys/stage.ts';
import {
	configurationTitle,
	newcomersPage,
	pageAddress,
	people,
	type Visitor,
} from '../journeys/visitor.ts';
import { describeOnMediaWiki, describeWithGrowth } from './underTest.ts';

/** Shows them the page in another site's frame: the gadget draws and writes nothing there. */
async function expectNothing(visitor: Visitor, address: string): Promise<void> {
	const { frame, writes } = await openFramed(visitor, address);
	expect(await frame.locator(drawnByGadget).count()).toBe(0);
	expect(writes).toEqual([]);
	expect(await visitor.hasMemory()).toBe(false);
}

describeWithGrowth('frames', (prepare) => {
	const stage = stageGrowth(prepare);

	test('in another site’s frame nobody is opted out', async () => {
		const visitor = await stage.enroll(people.experienced);
		await expectNothing(visitor, pageAddress(stage.wiki, newcomersPage));
		await expectNothing(visitor, pageAddress(stage.wiki, homepage));
		expect(await stage.standingOf(visitor)).toMatchObject(untouched);
	});
});

describeOnMediaWiki('frames', (prepare) => {
	const stage = openStage(prepare);

	test.each([
		['the placeholder stays empty', newcomersPage],
		['there is no form', configurationTitle],
	])('in another site’s frame %s, and nothing is written', async (_what, title) => {
		const visitor = await stage.arrive(people.experienced, administrator);
		await expectNothing(visitor, pageAddress(stage.wiki, title));
	});
});
