import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetsThresholds } from '../../gadget/domain/rule.ts';
import { factsAt } from '../../gadget/domain/tally.ts';
import {
	createPlot,
	gridColumns,
	gridRows,
	placeOf,
	roundStep,
	thresholdAt,
	ticksUpTo,
} from '../../gadget/settings/preview/plot.ts';
import { holdsForAny } from '../support/property.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);

const someone = fc.record({
	editCount: fc.nat(20_000),
	days: fc.option(fc.double({ min: 0, max: 6000, noNaN: true })),
});

const columnsOf = (people: ReadonlyArray<{ editCount: number; days: number | null }>) => ({
	editCounts: Uint32Array.from(people, ({ editCount }) => editCount),
	registrations: Float64Array.from(people, ({ days }) =>
		days === null ? Number.NaN : now - days * day,
	),
	mentors: new Uint32Array(people.length),
});

const dotsOf = (dots: readonly string[]) =>
	dots.flatMap((path) =>
		[...path.matchAll(/M(\d+) (\d+)h0/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
	);

describe('createPlot', () => {
	test('puts each account on the same side of the thresholds’ lines as the rule does', () => {
		const someCase = fc.tuple(someone, fc.nat(20_000), fc.nat(6000));
		holdsForAny(
			someCase,
			([person, minEditcount, minTenureInDays]) => {
				const columns = columnsOf([person]);
				const { dots, range } = createPlot({ columns, readAt: now });
				const [dot] = dotsOf(dots);
				const thresholds = { enabled: true, minEditcount, minTenureInDays };
				const line = {
					x: placeOf(minTenureInDays, range.days) * gridColumns,
					y: (1 - placeOf(minEditcount - 0.5, range.edits)) * gridRows,
				};
				const isIn = meetsThresholds(factsAt(columns, 0), thresholds, now);
				// A dot may be half a square off.
				const isDrawnIn = dot && dot.x > line.x - 0.51 && dot.y < line.y + 0.51;
				const isDrawnOut = dot && (dot.x < line.x + 0.51 || dot.y > line.y - 0.51);
				expect(isIn ? isDrawnIn : isDrawnOut).toBe(true);
			},
			60,
		);
	});

	test('draws as many dots as there are squares with mentees in them', () => {
		const people = [
			...Array.from({ length: 20 }, () => ({ editCount: 5, days: 5 })),
			{ editCount: 0, days: 0 },
			{ editCount: 0, days: 0 },
			{ editCount: 700, days: null },
		];
		const { dots } = createPlot({ columns: columnsOf(people), readAt: now });
		expect(dots.map((path) => dotsOf([path]).length)).toEqual([1, 1, 0, 1]);
		expect(dotsOf(dots)).toContainEqual({ x: 0, y: gridRows });
		expect(dotsOf(dots).some(({ x }) => x === gridColumns)).toBe(true);
	});

	test.each([
		[3, 10],
		[99, 8],
		[5000, 4],
		[1_000_000, 3],
	])('draws the dots of %i mentees %i pixels wide', (mentees, dotSize) => {
		const people = columnsOf([]);
		const columns = { ...people, editCounts: new Uint32Array(mentees) };
		expect(createPlot({ columns, readAt: now }).dotSize).toBe(dotSize);
	});

	test('has room for the thresholds where there are no accounts', () => {
		expect(createPlot({ columns: columnsOf([]), readAt: now })).toEqual({
			range: { edits: 2000, days: 400 },
			dots: ['', '', '', ''],
			dotSize: 10,
			hasUnknown: false,
		});
	});
});

describe('an axis', () => {
	test('finds the value of a place again, to two digits', () => {
		holdsForAny(fc.integer({ min: 0, max: 1_000_000 }), (value) => {
			const found = thresholdAt(placeOf(value, 1_000_000), 1_000_000);
			const unit = 10 ** Math.max(Math.floor(Math.log10(value || 1)) - 1, 0);
			expect(found % unit).toBe(0);
			// What lies half-way may be rounded either way.
			expect(Math.abs(found - value)).toBeLessThanOrEqual(unit / 2);
		});
	});

	test.each([
		[-5, 0],
		[0, 0],
		[100, 1],
		[1e9, 1],
	])('has %i at %d, when it ends at 100', (value, place) => {
		expect(placeOf(value, 100)).toBe(place);
	});

	test.each([
		[-0.5, 0],
		[0, 0],
		[1, 100],
		[2, 100],
	])('has at %d the value %i, when it ends at 100', (place, value) => {
		expect(thresholdAt(place, 100)).toBe(value);
	});

	test('has 0 and powers of ten marked', () => {
		expect(ticksUpTo(2000)).toEqual([0, 1, 10, 100, 1000]);
	});
});

describe('roundStep', () => {
	test.each([
		[0, 1, 0],
		[1, 2, 0],
		[2, 5, 1],
		[3, 5, 2],
		[30, 50, 20],
		[500, 1000, 200],
		[999, 1000, 500],
		[1000, 2000, 500],
	])('goes from %i up to %i and down to %i', (value, up, down) => {
		expect([roundStep(value, true), roundStep(value, false)]).toEqual([up, down]);
	});
});
