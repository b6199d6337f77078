import { expect, test } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import { patience } from '../support/patience.ts';
import { type Clock, clocks, setClock } from './clock.ts';
import { askForMentor, homepage } from './growthHomepage.ts';
import {
	elsewhere,
	hasNamedMentor,
	namedMentor,
	optedOut,
	setStatus,
	stageGrowth,
	untouched,
} from './growthStage.ts';
import type { Prepare } from './stage.ts';
import { type Experience, people } from './visitor.ts';

const millisecondsPerDay = 86_400_000;

/** What is written is decided by the wiki's time, whatever the computer's clock says. */
export function describeWikiClock(prepare: Prepare): void {
	const stage = stageGrowth(prepare);

	async function arrive(clock: Clock, who: Experience) {
		const visitor = await stage.enroll(who);
		await setClock(visitor, clock);
		return visitor;
	}

	test.each<[string, Clock, number]>([
		// Too young at the wiki.
		[homepage, 'a year ahead', 10],
		[elsewhere, 'a year ahead', 10],
		// By a slow clock: that only delays.
		[homepage, 'a year behind', 100],
		[elsewhere, 'a year behind', 100],
	])(
		'on %s, with a clock %s, an editor of %i days stays in mentorship, and nothing is written',
		async (title, clock, days) => {
			const visitor = await arrive(clock, [600, days]);
			const { traffic } = await stage.open(visitor, title);
			expect(traffic.writes).toEqual([]);
			expect(await stage.standingOf(visitor)).toMatchObject(untouched);
			expect(await visitor.hasMemory()).toBe(false);
		},
	);

	const everywhere = [homepage, elsewhere].flatMap((title) =>
		clocks.map((clock) => [title, clock] as const),
	);

	test.each(everywhere)(
		'on %s, with a clock %s, what is remembered is the wiki’s time',
		async (title, clock) => {
			const visitor = await arrive(clock, people.experienced);
			await stage.open(visitor, title);
			await expect.poll(() => stage.standingOf(visitor), patience).toEqual(optedOut);
			expectNow((await visitor.readMemory())?.graduatedAt);
		},
	);

	async function arriveOptedOut(clock: Clock, memory: Partial<Memory>) {
		const visitor = await arrive(clock, people.experienced);
		await setStatus(visitor, 'optout');
		await visitor.writeMemory({ version: 1, mentor: { name: namedMentor }, ...memory });
		return visitor;
	}

	test.each(clocks)(
		'with a clock %s, when an editor asked for their mentor is the wiki’s time',
		async (clock) => {
			const visitor = await arriveOptedOut(clock, {});
			const { page } = await stage.open(visitor, homepage);
			await askForMentor(page);
			await expect.poll(() => stage.standingOf(visitor), patience).toMatchObject(hasNamedMentor);
			expectNow((await visitor.readMemory())?.askedAt);
		},
	);

	test.each([
		['a year ahead', 0.5],
		['a year behind', 2],
	] as const)(
		'with a clock %s, %d hours after an opt-out no late job is looked for',
		async (clock, hours) => {
			const unstoredAt = new Date(Date.now() - hours * 3_600_000).toISOString();
			const visitor = await arriveOptedOut(clock, { unstoredAt });
			const { traffic } = await stage.open(visitor, elsewhere);
			expect(traffic.writes).toEqual([]);
			expect(await visitor.readMemory()).toMatchObject({ unstoredAt });
		},
	);
}

function expectNow(time: string | undefined): void {
	expect(Math.abs(Date.parse(time ?? '') - Date.now())).toBeLessThan(millisecondsPerDay);
}
