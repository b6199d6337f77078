import { grouped, type Terminal } from '../../../gadget/terminal/terminal.ts';

/** How far a walk through the mentees is. */
export interface Progress {
	/** The last user id that is done. */
	readonly position: number;
	readonly seen: number;
}

export interface ProgressBar {
	show(progress: Progress): void;
	clear(): void;
}

export interface ProgressBarOptions {
	/** Where a run that goes on began this time. */
	readonly seenBefore: number;
	readonly mentees: number;
	/** See `lastMenteePerMentor`. */
	readonly lastMentees: Float64Array;
}

// All of it fits into 80 columns with a million mentees.
const width = 10;
const millisecondsBetween = 100;

/** The bar on a terminal: mentors done, mentees seen, rate, time left; nothing elsewhere. */
export function createProgressBar(terminal: Terminal, options: ProgressBarOptions): ProgressBar {
	const { draw, now } = terminal;
	const started = now();
	let drawn = Number.NEGATIVE_INFINITY;
	return {
		show: (progress) => {
			const time = now();
			if (draw !== null && time - drawn >= millisecondsBetween) {
				drawn = time;
				draw(describeProgress(options, progress, time - started));
			}
		},
		clear: () => draw?.(''),
	};
}

/** @param elapsed In milliseconds. */
export function describeProgress(
	{ seenBefore, mentees, lastMentees }: ProgressBarOptions,
	{ position, seen }: Progress,
	elapsed: number,
): string {
	const share = mentees === 0 ? 1 : Math.min(1, seen / mentees);
	const filled = Math.round(share * width);
	const perSecond = elapsed > 0 ? ((seen - seenBefore) / elapsed) * 1000 : 0;
	const left = perSecond > 0 ? `${grouped(Math.max(0, mentees - seen) / perSecond)} s left` : '';
	return [
		`[${'#'.repeat(filled)}${'·'.repeat(width - filled)}]`,
		`${grouped(countUpTo(lastMentees, position))}/${grouped(lastMentees.length)} mentors,`,
		`${grouped(seen)}/${grouped(mentees)} mentees,`,
		`${grouped(perSecond)}/s, ${left}`,
	].join(' ');
}

/** How many numbers of a sorted list are at most as large as `highest`. */
function countUpTo(sorted: Float64Array, highest: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) <= highest) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
