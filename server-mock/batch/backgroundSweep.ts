import { constants, setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../store/database.ts';
import type { Cause } from './journal.ts';
import { sweep } from './sweep.ts';
import { acquireSweepLock, type SweepLock } from './sweepLock.ts';

/*
 * The process in which the demo wiki sweeps: `backgroundSweep.ts STORE CAUSE`. The wiki comes first:
 * batches are small, after each the store is left to the wiki for as long as it took, and where both
 * want the processor the wiki has it.
 */

const [file = '', cause = ''] = process.argv.slice(2);
const batchSize = 1000;
const millisecondsBetweenTries = 500;

process.once('disconnect', () => process.exit());
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const lock = await waitForLock(file);
const database = openDatabase(file);
database.exec('pragma cache_size = -4000');
const options = { cause: cause as Cause, mentorId: null, batchSize, estimates: true };
const steps = sweep(database, { ...options, now: Date.now });
let started = performance.now();
while (!steps.next().done) {
	await wait(performance.now() - started);
	started = performance.now();
}
database.close();
lock.release();
process.disconnect?.();

/** Somebody may be sweeping or undoing from the command line. */
async function waitForLock(store: string): Promise<SweepLock> {
	for (;;) {
		const lock = acquireSweepLock(store);
		if (lock !== null) {
			return lock;
		}
		await wait(millisecondsBetweenTries);
	}
}
