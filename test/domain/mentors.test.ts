import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import {
	chooseMentor,
	drawMentor,
	findMentor,
	findUnreadable,
	type Mentor,
	readMentors,
} from '../../gadget/domain/mentors.ts';
import { holdsForAny } from '../support/property.ts';

const now = Date.UTC(2026, 10, 22);
const mentor = (id: number, weight = 2, awayUntil: number | null = null): Mentor => ({
	id,
	name: `Mentor ${id}`,
	message: null,
	weight,
	awayUntil,
});

describe('readMentors', () => {
	test('reads the page as GrowthExperiments writes it', () => {
		const page = {
			Mentors: {
				6: { username: 'One', message: null, weight: 2 },
				7: { username: 'Two', message: 'Hello', weight: 4, awayTimestamp: '2026-12-01T00:00:00Z' },
				8: { username: 'Three', message: '  ', automaticallyAssigned: false },
				9: { username: 'Four' },
				10: { username: 5, weight: 4 },
			},
		};
		expect(readMentors(page)).toEqual([
			{ id: 6, name: 'One', message: null, weight: 2, awayUntil: null },
			{ id: 7, name: 'Two', message: 'Hello', weight: 4, awayUntil: Date.UTC(2026, 11, 1) },
			{ id: 8, name: 'Three', message: null, weight: 0, awayUntil: null },
			{ id: 9, name: 'Four', message: null, weight: 2, awayUntil: null },
			{ id: 10, name: '', message: null, weight: 0, awayUntil: null },
		]);
	});

	test.each([
		['an empty list as PHP writes it', { Mentors: [] }],
		['no list', {}],
		['no page', null],
		// The last two are longer than a number can tell.
		...['x', '-1', '06', '99999999999999999999', '9007199254740993'].map(
			(key): [string, object] => [`the key ${key}`, { Mentors: { [key]: { username: 'One' } } }],
		),
	])('reads no mentor given %s', (_what, page) => {
		expect(readMentors(page)).toEqual([]);
	});

	const readOne = (entry: object) => readMentors({ Mentors: { 6: { username: 'One', ...entry } } });

	test.each([
		['2026-12-01T00:00:00Z', Date.UTC(2026, 11, 1)],
		['20261201000000', Date.UTC(2026, 11, 1)],
		[20_261_201_000_000, Date.UTC(2026, 11, 1)],
		['2026-12-01', Date.UTC(2026, 11, 1)],
		[null, null],
	])('reads that a mentor is away until %j', (awayTimestamp, awayUntil) => {
		expect(readOne({ awayTimestamp })).toMatchObject([{ awayUntil }]);
	});

	test.each<[string, object]>([
		...['', 'soon', 'back in 1', '12/1/2001', '2001', '20011301000000', 0, false, [], {}].map(
			(awayTimestamp): [string, object] => ['awayTimestamp', { awayTimestamp }],
		),
		...['', 5, null, undefined].map((username): [string, object] => ['username', { username }]),
		...['', '2', 'high', 3, -1, 1.5, 2e9, true, [2], {}].map((weight): [string, object] => [
			'weight',
			{ weight },
		]),
	])('draws no mentor whose %s cannot be read, and names the entry: %j', (_what, entry) => {
		expect(drawMentor(readOne(entry), [], now, 0)).toBeNull();
		expect(
			findUnreadable({ Mentors: { 6: { username: 'One', ...entry }, 7: { username: 'Two' } } }),
		).toEqual(['6']);
	});

	test('takes anything', () => {
		holdsForAny(fc.anything(), (page) => {
			expect(readMentors({ Mentors: page })).toBeInstanceOf(Array);
		});
	});
});

describe('drawMentor', () => {
	test('draws by weight, as by lottery tickets', () => {
		const mentors = [mentor(1, 1), mentor(2, 2), mentor(3, 4), mentor(4, 0)];
		const drawn = Array.from(
			{ length: 7 },
			(_, ticket) => drawMentor(mentors, [], now, (ticket + 0.5) / 7)?.id,
		);
		expect(drawn).toEqual([1, 2, 2, 3, 3, 3, 3]);
	});

	test.each([
		['an empty list', [], []],
		['weight 0 only', [mentor(1, 0)], []],
		['only oneself', [mentor(1)], [1]],
		['only a person away', [mentor(1, 2, now + 1)], []],
	])('draws no one given %s', (_what, mentors, excluded) => {
		expect(drawMentor(mentors, excluded, now, 0)).toBeNull();
	});

	test('draws a person who is back', () => {
		expect(drawMentor([mentor(1, 2, now)], [], now, 0.999)?.id).toBe(1);
	});

	test('never draws a mentor whom it must not, whatever the list', () => {
		const anyMentor = fc.record({
			id: fc.integer({ min: 1, max: 9 }),
			weight: fc.constantFrom(0, 1, 2, 4),
			away: fc.constantFrom(null, now - 1, now + 1),
		});
		const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		const draws = fc.tuple(fc.array(anyMentor), fc.array(fc.integer({ min: 1, max: 9 })), random);
		holdsForAny(draws, ([entries, excluded, ticket]) => {
			const mentors = entries.map(({ id, weight, away }) => mentor(id, weight, away));
			const allowed = mentors.filter(
				({ id, weight, awayUntil }) =>
					weight > 0 && !excluded.includes(id) && (awayUntil ?? 0) <= now,
			);
			const drawn = drawMentor(mentors, excluded, now, ticket);
			expect(drawn === null ? allowed.length === 0 : allowed.includes(drawn)).toBe(true);
		});
	});
});

describe('findMentor', () => {
	const mentors = [mentor(1), mentor(2)];
	test.each([
		['by id, though renamed', { name: 'Old name', id: 2 }, 2],
		['by name where no id is remembered', { name: 'Mentor 1' }, 1],
		['not by the name of someone else', { name: 'Mentor 1', id: 3 }, undefined],
		['not given nothing is remembered', undefined, undefined],
	])('finds %s', (_what, remembered, id) => {
		expect(findMentor(mentors, remembered)?.id).toBe(id);
	});
});

describe('chooseMentor', () => {
	const previous = { name: 'Mentor 1', id: 1 };
	const choose = (mentors: Mentor[], memory: Partial<Memory>) => {
		const choice = chooseMentor(mentors, { version: 1, ...memory }, 99, now, 0);
		return choice && [choice.mentor.id, choice.isSubstitute];
	};
	const same = { mentor: previous, pending: 'sameMentor' } as const;
	const different = { mentor: previous, pending: 'differentMentor' } as const;
	test.each<[string, Mentor[], Partial<Memory>, [number, boolean] | null]>([
		['a drawn one given they never had one', [mentor(2)], {}, [2, false]],
		['the one they had', [mentor(2), mentor(1)], same, [1, false]],
		[
			'the one they had, no longer drawn',
			[mentor(2), mentor(1, 0)],
			{ mentor: previous },
			[1, false],
		],
		['another given theirs has left', [mentor(2)], same, [2, true]],
		['a different one by wish', [mentor(1, 4), mentor(2)], different, [2, false]],
		['the same given there is no other', [mentor(1)], different, [1, true]],
		['a different one given theirs has left', [mentor(2)], different, [2, false]],
		['no one given an empty list', [], same, null],
		['no one given there is only oneself', [mentor(99)], {}, null],
	])('gives %s', (_what, mentors, memory, expected) => {
		expect(choose(mentors, memory)).toEqual(expected);
	});
});
