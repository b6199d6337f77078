import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'libsql';
import type { Cause } from './journal.ts';
import { sweep } from './sweep.ts';
import { acquireSweepLock } from './sweepLock.ts';

/**
 * Sweeps until everything is done, the rule is off or the signal is aborted.
 *
 * @throws Error Where it ended otherwise; the next sweep goes on there.
 */
export type BackgroundSweep = (cause: Cause, signal: AbortSignal) => Promise<void>;

/** So few that a request hardly waits for them. */
const batchSize = 100;
const millisecondsBetweenTries = 500;

/**
 * In the wiki's own process, a batch a turn: requests come in between.
 *
 * @param file The store's path, or `:memory:`.
 * @param now Milliseconds since 1970.
 */
export function createBackgroundSweep(
	database: Database.Database,
	file: string,
	now: () => number,
): BackgroundSweep {
	return async (cause, signal) => {
		let release = acquireSweepLock(file);
		// A command may be sweeping or undoing.
		while (release === null && !signal.aborted) {
			await wait(millisecondsBetweenTries, null, { ref: false });
			release = acquireSweepLock(file);
		}
		try {
			const steps = sweep(database, { cause, batchSize, now });
			while (!signal.aborted && !steps.next().done) {
				// Two turns: what has come in meanwhile is read in the first and answered in the second.
				await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
			}
		} finally {
			release?.();
		}
	};
}
