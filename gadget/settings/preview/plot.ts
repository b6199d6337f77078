import { findExtremes, type MenteeColumns } from '../../domain/tally.ts';
import type { Findings } from '../../scan/findings.ts';

/*
 * The picture's arithmetic. Both axes are logarithmic and begin at 0: a value lies at log(1 + value).
 * Places on an axis go from 0 to 1.
 */

/** Squares that dots are put into: finer would not be seen, and a hundred thousand dots are slow. */
export const gridColumns = 480;
export const gridRows = 320;

/** The greatest value of each axis. */
export interface PlotRange {
	readonly edits: number;
	readonly days: number;
}

export interface Plot {
	readonly range: PlotRange;
	/** The dots, a path each for squares with 1, up to 3, up to 10 and more mentees. */
	readonly dots: readonly string[];
	/** In pixels: three mentees are to be seen, and ten thousand not to be a blot. */
	readonly dotSize: number;
	/** A person's age is unknown. */
	readonly hasUnknown: boolean;
}

const densities = [1, 3, 10, Number.POSITIVE_INFINITY];
const millisecondsPerDay = 86_400_000;
/** There is room to move the thresholds even where all accounts are new. */
const leastRange: PlotRange = { edits: 2000, days: 400 };
/** Accounts of unknown age lie at the end of the axis, apart from the oldest ones. */
const roomForUnknown = 1.5;

export function createPlot({ columns, readAt: now }: Pick<Findings, 'columns' | 'readAt'>): Plot {
	const { mostEdits, oldestDays } = findExtremes(columns, now);
	const range = {
		edits: Math.max(mostEdits * roomForUnknown, leastRange.edits),
		days: Math.max(oldestDays * roomForUnknown, leastRange.days),
	};
	return {
		range,
		dots: drawDots(countSquares(columns, range, now)),
		dotSize: findDotSize(columns.editCounts.length),
		hasUnknown: columns.registrations.some(Number.isNaN),
	};
}

/** Ten pixels for a few, two less for each power of ten. */
function findDotSize(mentees: number): number {
	return Math.max(3, 10 - 2 * Math.floor(Math.log10(Math.max(mentees, 1))));
}

function countSquares(columns: MenteeColumns, range: PlotRange, now: number): Uint32Array {
	const { editCounts, registrations } = columns;
	const squares = new Uint32Array((gridColumns + 1) * (gridRows + 1));
	for (let index = 0; index < editCounts.length; index++) {
		const days = (now - (registrations[index] ?? 0)) / millisecondsPerDay;
		const x = Number.isNaN(days) ? 1 : placeOf(days, range.days);
		const y = placeOf(editCounts[index] ?? 0, range.edits);
		const square = Math.round((1 - y) * gridRows) * (gridColumns + 1) + Math.round(x * gridColumns);
		squares[square] = (squares[square] ?? 0) + 1;
	}
	return squares;
}

function drawDots(squares: Uint32Array): string[] {
	const paths = densities.map((): string[] => []);
	squares.forEach((count, square) => {
		if (count > 0) {
			const path = paths[densities.findIndex((most) => count <= most)];
			// A line of no length with round ends is a dot.
			path?.push(`M${square % (gridColumns + 1)} ${Math.floor(square / (gridColumns + 1))}h0`);
		}
	});
	return paths.map((path) => path.join(''));
}

/** The place on an axis as SVG takes it. */
export const percent = (place: number): string => `${(place * 100).toFixed(3)}%`;

/** Where a value lies on an axis that ends at another; what is beyond lies at the end. */
export function placeOf(value: number, end: number): number {
	return Math.min(Math.log1p(Math.max(value, 0)) / Math.log1p(end), 1);
}

/** The threshold that is meant by a place on an axis, in two digits: no one means 497. */
export function thresholdAt(place: number, end: number): number {
	const value = Math.expm1(Math.min(Math.max(place, 0), 1) * Math.log1p(end));
	return Math.round(Number(value.toPrecision(2)));
}

/** 0 and the powers of ten up to the end of an axis. */
export function ticksUpTo(end: number): number[] {
	const ticks = [0];
	for (let tick = 1; tick <= end; tick *= 10) {
		ticks.push(tick);
	}
	return ticks;
}

/** The next or the previous of 0, 1, 2, 5, 10, 20, 50 …, for large steps by keyboard. */
export function roundStep(value: number, isUp: boolean): number {
	let previous = 0;
	for (let power = 1; ; power *= 10) {
		for (const step of [power, 2 * power, 5 * power]) {
			if (isUp ? step > value : step >= value) {
				return isUp ? step : previous;
			}
			previous = step;
		}
	}
}
