import { expect, test } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import { patience } from '../support/patience.ts';
import { askForMentor } from './growthHomepage.ts';
import { elsewhere, homepage, namedMentor, people, stageGrowth } from './growthStage.ts';
import type { PreparedWiki } from './preparedWiki.ts';

const millisecondsPerDay = 86_400_000;
const clocks = { 'a year ahead': 365, 'a year behind': -365 } as const;
type Clock = keyof typeof clocks;

const people600 = {
	'10 days': [600, 10],
	'100 days': [600, 100],
	'400 days': [600, 400],
} as const;

/** What is written is decided by the wiki's time, whatever the computer's clock says. */
export function describeWikiClock(prepare: () => Promise<PreparedWiki>): void {
	const stage = stageGrowth(prepare);

	async function arrive(clock: Clock, who: readonly [number, number | null]) {
		const visitor = await stage.enroll(who);
		const now = Date.now() + clocks[clock] * millisecondsPerDay;
		await visitor.context.clock.setFixedTime(now);
		return visitor;
	}

	/** Too young at the wiki, or by a clock that is slow: the latter only delays. */
	const kept: ReadonlyArray<[string, Clock, keyof typeof people600]> = [
		[homepage, 'a year ahead', '10 days'],
		[elsewhere, 'a year ahead', '10 days'],
		[homepage, 'a year behind', '100 days'],
		[elsewhere, 'a year behind', '100 days'],
	];

	test.each(kept)(
		'on %s, with a clock %s, an editor of %s stays in mentorship, and nothing is written',
		async (title, clock, age) => {
			const visitor = await arrive(clock, people600[age]);
			const { traffic } = await stage.open(visitor, title);
			expect(traffic.writes).toEqual([]);
			expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
			expect(await visitor.hasMemory()).toBe(false);
		},
	);

	test.each(
		[homepage, elsewhere].flatMap((title) => Object.keys(clocks).map((clock) => [title, clock])),
	)('on %s, with a clock %s, what is remembered is the wiki’s time', async (title, clock) => {
		const visitor = await arrive(clock as Clock, people.experienced);
		await stage.open(visitor, title ?? '');
		await expect
			.poll(() => stage.standingOf(visitor), patience)
			.toMatchObject({ status: 'optout' });
		expectNow((await visitor.readMemory())?.graduatedAt);
	});

	async function arriveOptedOut(clock: Clock, memory: Partial<Memory>) {
		const visitor = await arrive(clock, people.experienced);
		await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
		await visitor.writeMemory({ version: 1, mentor: { name: namedMentor }, ...memory });
		return visitor;
	}

	test.each(Object.keys(clocks) as Clock[])(
		'with a clock %s, when somebody asked for their mentor is the wiki’s time',
		async (clock) => {
			const visitor = await arriveOptedOut(clock, {});
			const { page } = await stage.open(visitor, homepage);
			await askForMentor(page);
			await expect
				.poll(() => stage.standingOf(visitor), patience)
				.toMatchObject({ status: 'enabled', mentor: namedMentor });
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
