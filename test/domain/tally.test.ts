import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MenteeFacts } from '../../gadget/domain/mentee.ts';
import { meetsThresholds } from '../../gadget/domain/rule.ts';
import {
	type Crosstab,
	crosstabulate,
	factsAt,
	findExtremes,
	type MenteeColumns,
	tallyMentees,
} from '../../gadget/domain/tally.ts';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
import { holdsForAny } from '../support/property.ts';

const now = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;

interface Mentee extends MenteeFacts {
	readonly mentor: number;
}

function columnsOf(mentees: readonly Mentee[]): MenteeColumns {
	return {
		editCounts: Float64Array.from(mentees, ({ editCount }) => editCount),
		registrations: Float64Array.from(mentees, ({ registration }) => registration ?? Number.NaN),
		mentors: Uint32Array.from(mentees, ({ mentor }) => mentor),
	};
}

const thresholdsOf = (minEditcount: number, minTenureInDays: number): Thresholds => ({
	enabled: false,
	minEditcount,
	minTenureInDays,
});

const someThreshold = fc.oneof(
	fc.constantFrom(0, 1, 10, 30, 499, 500, 1e9),
	fc.integer({ min: 0, max: 1e9 }),
	fc.integer({ min: 0, max: 1000 }),
);
const someMentee = fc.record({
	editCount: fc.oneof(fc.constantFrom(-(2 ** 31), -1, 0, 1, 10, 499, 500, 4e9), fc.nat(2000)),
	registration: fc.oneof(
		fc.constant(null),
		fc.constantFrom(now, now + day, now - 30 * day, now - 30 * day - 1, now - 1),
		fc.nat(4000).map((days) => now - days * day),
	),
	mentor: fc.nat(3),
});
const someCase = fc.record({
	mentees: fc.array(someMentee, { maxLength: 60 }),
	thresholds: fc
		.tuple(someThreshold, someThreshold)
		.map(([edits, days]) => thresholdsOf(edits, days)),
});

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, next) => total + next, 0);

function optedOutCells({ cells, editBounds, firstRow, firstColumn }: Crosstab): Uint32Array {
	const width = editBounds.length + 1;
	return cells.filter(
		(_count, cell) => Math.floor(cell / width) >= firstRow && cell % width >= firstColumn,
	);
}

describe('tallyMentees', () => {
	test('agrees with the rule asked of each mentee, for any mentees and thresholds', () => {
		holdsForAny(someCase, ({ mentees, thresholds }) => {
			const columns = columnsOf(mentees);
			const indexes = mentees.flatMap((mentee, index) =>
				meetsThresholds(mentee, thresholds, now) ? [index] : [],
			);
			const meeting = mentees.filter((_mentee, index) => indexes.includes(index));
			const tally = tallyMentees(columns, 4, thresholds, now);
			expect(tally.mentees).toBe(mentees.length);
			expect([...tally.optedOut]).toEqual(indexes);
			expect(tally.perMentor).toEqual(
				[0, 1, 2, 3].map((mentor) => ({
					mentees: mentees.filter((mentee) => mentee.mentor === mentor).length,
					optedOut: meeting.filter((mentee) => mentee.mentor === mentor).length,
				})),
			);
		});
	});

	test('counts mentors without mentees, and no one at all', () => {
		expect(tallyMentees(columnsOf([]), 2, thresholdsOf(0, 0), now)).toEqual({
			mentees: 0,
			optedOut: new Uint32Array(),
			perMentor: [
				{ mentees: 0, optedOut: 0 },
				{ mentees: 0, optedOut: 0 },
			],
		});
	});
});

describe('crosstabulate', () => {
	test('holds each mentee once, and those who are opted out in its cells from both thresholds on', () => {
		holdsForAny(someCase, ({ mentees, thresholds }) => {
			const columns = columnsOf(mentees);
			const table = crosstabulate(columns, thresholds, now);
			expect(sum(table.cells)).toBe(mentees.length);
			expect(sum(optedOutCells(table))).toBe(
				tallyMentees(columns, 4, thresholds, now).optedOut.length,
			);
		});
	});

	test('has powers of ten and the thresholds as bounds', () => {
		const mentees = [
			{ editCount: 1000, registration: now - 100 * day, mentor: 0 },
			{ editCount: 0, registration: now - 5 * day, mentor: 0 },
			{ editCount: 500, registration: null, mentor: 0 },
		];
		expect(crosstabulate(columnsOf(mentees), thresholdsOf(500, 30), now)).toEqual({
			ageBounds: [1, 10, 30, 100],
			editBounds: [1, 10, 100, 500, 1000],
			firstRow: 3,
			firstColumn: 4,
			cells: Uint32Array.from([
				...[0, 0, 0, 0, 0, 0],
				...[1, 0, 0, 0, 0, 0],
				...[0, 0, 0, 0, 0, 0],
				...[0, 0, 0, 0, 0, 1],
				...[0, 0, 0, 0, 1, 0],
			]),
		});
	});

	test('has a threshold that no one reaches as its last bound', () => {
		const table = crosstabulate(columnsOf([]), thresholdsOf(0, 1e9), now);
		expect(table).toMatchObject({ ageBounds: [1e9], editBounds: [0], firstRow: 1, firstColumn: 1 });
	});
});

describe('findExtremes', () => {
	test('looks at known ages only, and not below 0', () => {
		const mentees = [
			{ editCount: 7, registration: null, mentor: 0 },
			{ editCount: 3, registration: now + day, mentor: 0 },
		];
		expect(findExtremes(columnsOf(mentees), now)).toEqual({ mostEdits: 7, oldestDays: 0 });
	});
});

describe('factsAt', () => {
	test('gives the facts back as they were', () => {
		holdsForAny(someMentee, (mentee) => {
			const { editCount, registration } = mentee;
			expect(factsAt(columnsOf([mentee]), 0)).toEqual({ editCount, registration });
		});
	});
});
