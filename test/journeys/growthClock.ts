import { expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
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
			expect(traffic.writes.filter((write) => !write.includes('userjs-mentorship'))).toEqual([]);
			expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
			expect(await visitor.readMemory()).not.toHaveProperty('graduatedAt');
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
		const { graduatedAt = '' } = (await visitor.readMemory()) ?? {};
		expect(Math.abs(Date.parse(graduatedAt) - Date.now())).toBeLessThan(millisecondsPerDay);
	});
}
