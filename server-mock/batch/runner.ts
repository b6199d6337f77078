import type { GraduationStore } from './graduationStore.ts';
import type { Cause } from './journal.ts';

/** Sweeps the store in the background. */
export interface SweepRunner {
	/**
	 * Sweeps until everything is done, the rule is off or the signal is aborted.
	 *
	 * @throws Error Where it ended otherwise; the next sweep goes on there.
	 */
	run(cause: Cause, signal: AbortSignal): Promise<void>;
}

const batchSize = 200;

/** Within this process, a batch a turn: for a store that only this process can see. */
export function createInProcessRunner(graduation: GraduationStore, now: () => number): SweepRunner {
	return {
		run: async (cause, signal) => {
			const options = { cause, mentorId: null, batchSize, estimates: true, now };
			const steps = graduation.sweep(options);
			while (!signal.aborted && !steps.next().done) {
				await new Promise((resolve) => setImmediate(resolve));
			}
		},
	};
}
