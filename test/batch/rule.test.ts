import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import { shouldGraduate } from '../../gadget/domain/rule.ts';
import { graduatesSql, ruleParameters } from '../../server-mock/batch/rule.ts';
import { holdsForAny } from '../support/property.ts';
import { createTestStore, day, now } from './testStore.ts';

const thresholdNumber = fc.oneof(
	fc.constantFrom(0, 1, 30, 500, 1_000_000_000),
	fc.nat({ max: 40_000 }),
);

/** Mentees on either side of thresholds, and exactly at them. */
const situation = fc
	.record({
		enabled: fc.boolean(),
		minEditcount: thresholdNumber,
		minTenureInDays: thresholdNumber,
	})
	.chain((thresholds) =>
		fc.record({
			thresholds: fc.constant(thresholds),
			now: fc.constantFrom(now, now + 1, 0, 8_640_000_000_000),
			distance: fc.oneof(fc.constantFrom(-1000, -1, 0, 1, 1000), fc.integer()),
			isUnknown: fc.boolean(),
			editCount: fc.oneof(
				fc.integer({ min: -1, max: 1 }).map((step) => thresholds.minEditcount + step),
				fc.constantFrom(-1, -(2 ** 31)),
				fc.nat({ max: 1_000_000_001 }),
			),
			state: fc.constantFrom<MentorshipState>('enabled', 'enabled', 'optedOut', 'disabled'),
			asked: fc.constantFrom(null, null, null, 'memory', 'status'),
			flags: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(false, false, false, false, true))),
		}),
	);

test('the rule in SQL is the rule in TypeScript, for any mentee and thresholds', () => {
	const { database, add } = createTestStore();
	const { id } = add({ name: 'Somebody' });
	const put = database.prepare(
		`update users set edit_count = ?, registration = ?, temporary = ?, blocked = ?, hidden = ?
		where id = ?`,
	);
	const setState = database.prepare('update mentees set state = ? where user_id = ?');
	const ask = database.prepare('insert into asked values (?, ?)');
	const unask = database.prepare('delete from asked');
	const judge = database.prepare(
		`select ${graduatesSql} as graduates
		from mentees join users on users.id = mentees.user_id where user_id = ?5`,
	);
	let yes = 0;
	holdsForAny(
		situation,
		({ thresholds, now, distance, isUnknown, editCount, state, asked, flags }) => {
			const registration = isUnknown ? null : now - thresholds.minTenureInDays * day + distance;
			put.run(editCount, registration, ...flags.map(Number), id);
			setState.run(state, id);
			unask.run();
			if (asked !== null) {
				ask.run(id, asked);
			}
			const row = judge.get(...ruleParameters(thresholds, now), id) as { graduates: number };
			// Temporary, blocked and hidden accounts have no mentorship.
			const counting = flags.includes(true) ? 'disabled' : state;
			const facts = { editCount, registration };
			const expected = shouldGraduate(counting, asked !== null, facts, thresholds, now);
			expect(row.graduates === 1).toBe(expected);
			yes += Number(expected);
		},
		10_000,
	);
	// Both answers were tried.
	expect(yes).toBeGreaterThan(200);
});
