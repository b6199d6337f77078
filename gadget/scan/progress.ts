import type { Scan } from './scanStore.ts';

/** In requests, which take about as long as each other. */
export interface Progress {
	readonly done: number;
	/** As far as can be said: the mentors still to come may have more mentees than those before. */
	readonly total: number;
}

export function progressOf(scan: Scan): Progress {
	const { mentors, mentorsListed, expected, batches, batchSize } = scan;
	const all = mentors?.length ?? 0;
	const accounts = mentorsListed < all ? (expected / (mentorsListed || 1)) * all : expected;
	const done = mentorsListed + batches;
	return { done, total: Math.max(done, all + Math.ceil(accounts / batchSize)) };
}

/**
 * About how long it still takes, in seconds; `null` where it is too early to say.
 *
 * @param since The progress when it went on last.
 * @param elapsed Milliseconds since then.
 */
export function secondsLeft(progress: Progress, since: Progress, elapsed: number): number | null {
	const requests = progress.done - since.done;
	return requests < 2
		? null
		: ((elapsed / requests) * (progress.total - progress.done)) / millisecondsPerSecond;
}

const millisecondsPerSecond = 1000;
