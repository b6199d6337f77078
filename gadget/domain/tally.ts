import type { MenteeFacts } from './mentee.ts';
import { meetsThresholds } from './rule.ts';
import type { Thresholds } from './thresholds.ts';

const millisecondsPerDay = 86_400_000;

/**
 * The facts of many mentees, a column each: a hundred thousand of them take 2 MB and are counted
 * within a few milliseconds.
 */
export interface MenteeColumns {
	/** As the wiki says it, below zero where it does. */
	readonly editCounts: ArrayLike<number>;
	/** Milliseconds since 1970; NaN where it is unknown. */
	readonly registrations: Float64Array;
	/** Each mentee's mentor, as an index into a list of mentors. */
	readonly mentors: Uint32Array;
}

/** How many mentees a mentor has, and how many of them meet both thresholds. */
export interface Count {
	readonly mentees: number;
	readonly optedOut: number;
}

export interface Tally {
	/** How many there are. */
	readonly mentees: number;
	/** Those who meet both thresholds, as indexes into the columns, in their order. */
	readonly optedOut: Uint32Array;
	/** In the order of the list of mentors. */
	readonly perMentor: readonly Count[];
}

/** One mentee's facts. */
export function factsAt({ editCounts, registrations }: MenteeColumns, index: number): MenteeFacts {
	const registration = registrations[index] ?? Number.NaN;
	return {
		editCount: editCounts[index] ?? 0,
		registration: Number.isNaN(registration) ? null : registration,
	};
}

/**
 * Finds who would be opted out by the thresholds, whether or not the rule is on.
 *
 * @param mentorCount How many mentors there are, with and without mentees.
 * @param now Milliseconds since 1970.
 */
export function tallyMentees(
	columns: MenteeColumns,
	mentorCount: number,
	thresholds: Thresholds,
	now: number,
): Tally {
	const perMentor = Array.from({ length: mentorCount }, () => ({ mentees: 0, optedOut: 0 }));
	const mentees = columns.editCounts.length;
	const optedOut = new Uint32Array(mentees);
	let count = 0;
	columns.mentors.forEach((mentorIndex, index) => {
		const meets = meetsThresholds(factsAt(columns, index), thresholds, now);
		if (meets) {
			optedOut[count++] = index;
		}
		const mentor = perMentor[mentorIndex];
		if (mentor) {
			mentor.mentees++;
			mentor.optedOut += Number(meets);
		}
	});
	return { mentees, optedOut: optedOut.subarray(0, count), perMentor };
}

/**
 * Mentees by account age (rows) and edits (columns of a row). Both thresholds are among the bounds,
 * so that each cell is opted out as a whole or not at all.
 */
export interface Crosstab {
	/** Days; row 0 is of accounts up to the first bound, the next of those older than it, and so on. */
	readonly ageBounds: readonly number[];
	/** Column 0 is of those with fewer edits than the first bound, the next of those with as many. */
	readonly editBounds: readonly number[];
	/** Mentees, a row after the other. */
	readonly cells: Uint32Array;
	/** The first row and the first column of the cells that are opted out. */
	readonly firstRow: number;
	readonly firstColumn: number;
}

/** @param now Milliseconds since 1970. */
export function crosstabulate(
	columns: MenteeColumns,
	{ minEditcount, minTenureInDays }: Thresholds,
	now: number,
): Crosstab {
	const { editCounts, registrations } = columns;
	const { oldestDays, mostEdits } = findExtremes(columns, now);
	const ageBounds = boundsBelow(oldestDays, minTenureInDays);
	const editBounds = boundsBelow(mostEdits, minEditcount);
	const width = editBounds.length + 1;
	const cells = new Uint32Array((ageBounds.length + 1) * width);
	for (let index = 0; index < editCounts.length; index++) {
		const days = (now - (registrations[index] ?? 0)) / millisecondsPerDay;
		const edits = editCounts[index] ?? 0;
		// Plain loops: this is done for a hundred thousand mentees at each step of a line.
		let row = 0;
		// An unknown age is NaN, which is not up to any bound.
		while (row < ageBounds.length && !(days <= (ageBounds[row] ?? 0))) {
			row++;
		}
		let column = 0;
		while (column < editBounds.length && edits >= (editBounds[column] ?? 0)) {
			column++;
		}
		const cell = row * width + column;
		cells[cell] = (cells[cell] ?? 0) + 1;
	}
	return {
		ageBounds,
		editBounds,
		cells,
		firstRow: ageBounds.indexOf(minTenureInDays) + 1,
		firstColumn: editBounds.indexOf(minEditcount) + 1,
	};
}

/** Mentees within some bounds; `null`: no bound on that side. */
export interface Bin extends Count {
	readonly from: number | null;
	readonly to: number | null;
}

/**
 * The sums of a crosstab's columns and rows: mentees by edits (at least `from`, fewer than `to`), and
 * by age (older than `from`, up to `to`; unknown ages are the oldest).
 */
export function sumCrosstab(
	crosstab: Crosstab,
): Readonly<Record<'edits' | 'ages', readonly Bin[]>> {
	const { ageBounds, editBounds, cells, firstRow, firstColumn } = crosstab;
	const edits = emptyBins(editBounds);
	const ages = emptyBins(ageBounds);
	cells.forEach((mentees, cell) => {
		const row = Math.floor(cell / edits.length);
		const column = cell % edits.length;
		const optedOut = row >= firstRow && column >= firstColumn ? mentees : 0;
		for (const bin of [ages[row], edits[column]]) {
			if (bin) {
				bin.mentees += mentees;
				bin.optedOut += optedOut;
			}
		}
	});
	return { edits, ages };
}

function emptyBins(bounds: readonly number[]) {
	return [...bounds, null].map((to, place) => ({
		from: bounds[place - 1] ?? null,
		to,
		mentees: 0,
		optedOut: 0,
	}));
}

export interface Extremes {
	readonly mostEdits: number;
	/** The age of the oldest account whose age is known, in days; not below 0. */
	readonly oldestDays: number;
}

/** @param now Milliseconds since 1970. */
export function findExtremes({ editCounts, registrations }: MenteeColumns, now: number): Extremes {
	let mostEdits = 0;
	let oldest = now;
	for (let index = 0; index < editCounts.length; index++) {
		mostEdits = Math.max(mostEdits, editCounts[index] ?? 0);
		const registration = registrations[index] ?? now;
		if (registration < oldest) {
			oldest = registration;
		}
	}
	return { mostEdits, oldestDays: (now - oldest) / millisecondsPerDay };
}

/** The powers of ten up to a value, and the threshold wherever it is. */
function boundsBelow(highest: number, threshold: number): number[] {
	const bounds = [threshold];
	for (let power = 1; power <= highest; power *= 10) {
		if (power !== threshold) {
			bounds.push(power);
		}
	}
	return bounds.sort((one, other) => one - other);
}
