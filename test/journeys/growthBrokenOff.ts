import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { hasOwnRule } from '../../gadget/domain/thresholds.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { type Flow, flows, flowsBesideOwnRule } from './growthFlows.ts';
import { askForMentor } from './growthHomepage.ts';
import { elsewhere, stageGrowth } from './growthStage.ts';
import { closeAtStep, listSteps } from './growthSteps.ts';
import type { Prepare } from './stage.ts';
import { pageAddress, type Visitor } from './visitor.ts';

/**
 * Every request of every flow may be the last one of a page: the tab is closed before the wiki acted
 * on it, or after. The next page with the loader ends what was begun.
 */
export function describeBrokenOff(prepare: Prepare, version: string): void {
	const stage = stageGrowth(prepare);
	const all = { ...flows, ...(hasOwnRule({ version, hasExtension: true }) && flowsBesideOwnRule) };

	async function go({ title, wish }: Flow, page: Page): Promise<void> {
		await page.goto(pageAddress(stage.wiki, title));
		await settle(page);
		if (wish) {
			await askForMentor(page, wish);
		}
	}

	async function expectEnd({ end, memory }: Flow, visitor: Visitor): Promise<void> {
		const isPending = async () => 'pending' in Object(await visitor.readMemory());
		await expect.poll(isPending, patience).toBe(false);
		await expect.poll(() => stage.standingOf(visitor), patience).toMatchObject(end);
		await expect.poll(() => visitor.readMemory(), patience).toMatchObject(memory);
		expect(await visitor.readMemory()).not.toHaveProperty('unstoredAt');
	}

	describe.each(Object.entries(all))('%s', (_name, flow) => {
		test('makes the requests that are broken off below', async () => {
			const visitor = await flow.arrive(stage);
			const page = await visitor.context.newPage();
			const steps = listSteps(page);
			await go(flow, page);
			await expectEnd(flow, visitor);
			await settle(page);
			// Sent again where the wiki broke it off, as its own scripts saved something of the person.
			expect([...new Set(steps)].sort()).toEqual([...new Set(flow.steps)].sort());
		});

		const breaks = flow.steps.flatMap((step, index) => {
			const nth = flow.steps.slice(0, index + 1).filter((other) => other === step).length;
			return (['before', 'after'] as const).map((when) => ({ when, step, nth }));
		});

		test.each(breaks)('broken off $when the wiki acted on: $step ($nth)', async (row) => {
			const visitor = await flow.arrive(stage);
			const [remembered, entries] = await Promise.all([visitor.readMemory(), stage.logOf(visitor)]);
			const page = await visitor.context.newPage();
			const closing = await closeAtStep(page, row.step, row.nth, row.when);
			await Promise.allSettled([go(flow, page), page.waitForEvent('close')]);
			await expect.poll(closing.happened, patience).toBe(true);

			const before = await stage.standingOf(visitor);
			const isUntouched = isDeepStrictEqual(await visitor.readMemory(), remembered);
			const hasWish = flow.wish && isUntouched && before.status === 'optout';
			await stage.open(visitor, elsewhere);
			if (hasWish) {
				// The wiki never heard of it: nothing has changed, and they say it again.
				expect(await stage.standingOf(visitor)).toEqual(before);
				await go(flow, await visitor.context.newPage());
			}
			await expectEnd(flow, visitor);
			const written = (await stage.logOf(visitor)).slice(0, -entries.length || undefined);
			expect(written.length).toBeLessThanOrEqual(1);
			expect(written.filter(({ reason }) => reason)).toEqual([]);
		});
	});
}
