import { describe, expect, test, vi } from 'vitest';
import { measureEffect } from '../../gadget/scan/effect.ts';
import type { Findings } from '../../gadget/scan/findings.ts';
import { listRows } from '../../gadget/scan/rows.ts';
import { sortMentors } from '../../gadget/settings/preview/effect.ts';
import { initialPreview, reducePreview } from '../../gadget/settings/preview/preview.ts';
import { remember } from '../../gadget/settings/preview/remember.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);
const thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };

const findings: Findings = {
	finishedAt: now,
	readAt: now,
	mentors: [
		{ id: 1, name: 'Ben' },
		{ id: 2, name: 'Ämne' },
		{ id: 3, name: 'Zoe' },
	],
	names: ['Newcomer', 'Veteran', 'Old hand', 'Nobody knows'],
	columns: {
		editCounts: Uint32Array.of(3, 500, 9000, 900),
		registrations: Float64Array.of(now - day, now - 31 * day, now - 4000 * day, Number.NaN),
		mentors: Uint32Array.of(0, 0, 1, 1),
	},
};
const { tally, crosstab } = measureEffect(findings, thresholds);

describe('measureEffect', () => {
	test('counts, lists and tabulates the same people', () => {
		expect(tally.mentees).toBe(4);
		expect([...tally.optedOut]).toEqual([1, 2, 3]);
		expect(crosstab.cells.reduce((sum, count) => sum + count)).toBe(4);
	});
});

test('what is remembered is worked out again only where one of its inputs is another', () => {
	const work = vi.fn((one: number, other: number) => [one, other]);
	const remembered = remember(work);
	for (const [one, other] of [
		[1, 2],
		[1, 2],
		[1, 3],
		[1, 3],
		[2, 3],
		[1, 2],
	] as const) {
		expect(remembered(one, other)).toEqual([one, other]);
	}
	expect(work).toHaveBeenCalledTimes(4);
});

describe('sortMentors', () => {
	const names = (column: 'name' | 'mentees' | 'after' | 'optedOut', isDescending: boolean) =>
		sortMentors(findings.mentors ?? [], tally, { column, isDescending }, 'de').map(
			({ name }) => name,
		);

	test.each([
		['name', false, ['Ämne', 'Ben', 'Zoe']],
		['name', true, ['Zoe', 'Ben', 'Ämne']],
		['optedOut', true, ['Ämne', 'Ben', 'Zoe']],
		['optedOut', false, ['Zoe', 'Ben', 'Ämne']],
		['after', true, ['Ben', 'Ämne', 'Zoe']],
		['mentees', true, ['Ämne', 'Ben', 'Zoe']],
	] as const)(
		'sorts by %s (descending: %s), and then by name',
		(column, isDescending, expected) => {
			expect(names(column, isDescending)).toEqual(expected);
		},
	);

	test('gives what each has now, what is freed and what is left', () => {
		const rows = sortMentors(
			findings.mentors ?? [],
			tally,
			{ column: 'name', isDescending: false },
			'de',
		);
		expect(rows[1]).toEqual({ name: 'Ben', mentees: 2, optedOut: 1, after: 1 });
	});
});

describe('listRows', () => {
	test('gives a row for each who would be opted out, below the headings', () => {
		expect([...listRows(findings, tally, (name) => `/User:${name}`)]).toEqual([
			['name', 'mentor', 'editcount', 'registration', 'userpage'],
			['Veteran', 'Ben', 500, '2026-10-22T00:00:00.000Z', '/User:Veteran'],
			['Old hand', 'Ämne', 9000, '2015-12-10T00:00:00.000Z', '/User:Old hand'],
			['Nobody knows', 'Ämne', 900, '', '/User:Nobody knows'],
		]);
	});

	test('has no mentor where that is not known', () => {
		const plain = { ...findings, mentors: null };
		expect([...listRows(plain, tally, () => '')].slice(0, 2)).toEqual([
			['name', 'editcount', 'registration', 'userpage'],
			['Veteran', 500, '2026-10-22T00:00:00.000Z', ''],
		]);
	});
});

describe('reducePreview', () => {
	test('sorts numbers from the greatest, names from A, and the other way round on demand', () => {
		let state = initialPreview;
		const directions = (['name', 'name', 'after', 'after'] as const).map((column) => {
			state = reducePreview(state, { type: 'sorted', column });
			return state.sorting.isDescending;
		});
		expect(directions).toEqual([false, true, true, false]);
	});

	test('says that the wiki is busy only while something is asked of it', () => {
		const waiting = reducePreview(initialPreview, { type: 'waitChanged', seconds: 5 });
		expect(waiting).toBe(initialPreview);
	});

	test('shows more rows on demand', () => {
		const more = reducePreview(initialPreview, { type: 'moreRowsAsked' });
		const evenMore = reducePreview(more, { type: 'moreRowsAsked' });
		expect([more.rowsShown, evenMore.rowsShown]).toEqual([100, 150]);
	});
});
