import { gadgetPageTitle } from '../../gadget/domain/thresholds.ts';
import type { Saved } from '../wiki/editing.ts';
import type { BackgroundSweep } from './background.ts';
import type { GraduationStore } from './graduationStore.ts';
import type { Cause } from './journal.ts';
import { parseThresholds, sameThresholds } from './thresholds.ts';

export interface TriggerDependencies {
	readonly graduation: GraduationStore;
	readonly background: BackgroundSweep;
	/** In milliseconds; `null`: never by itself. */
	readonly every: number | null;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Calls back after so many milliseconds, unless what it returns is called before. */
	readonly schedule: (work: () => void, milliseconds: number) => () => void;
	/** Told why a sweep failed. */
	readonly onFailure: (error: unknown) => void;
}

/** What sets graduation off while the wiki runs. Never more than one sweep is under way. */
export interface GraduationTriggers {
	/** Goes on with a sweep that was interrupted, and begins to watch the time. */
	start(): void;
	/** After each edit: the mentee's own may be the one that makes them qualify. */
	onSaved(saved: Saved): void;
	/** Resolves when no sweep is under way. */
	settled(): Promise<void>;
	/** Ends what is under way; the next start goes on with it. */
	close(): Promise<void>;
}

export function createTriggers(dependencies: TriggerDependencies): GraduationTriggers {
	const { graduation, background, every, now, schedule, onFailure } = dependencies;
	const closing = new AbortController();
	let current: Promise<void> | null = null;
	let changedMeanwhile = false;
	let cancelTimer: () => void = () => undefined;

	function begin(cause: Cause): void {
		if (current === null && !closing.signal.aborted) {
			changedMeanwhile = false;
			current = background
				.run(cause, closing.signal)
				.catch(onFailure)
				.then(() => {
					current = null;
					if (changedMeanwhile && isOutdated(graduation)) {
						begin('configuration');
					}
				});
		}
	}

	function waitForTime(period: number): void {
		const before = graduation.latestRun()?.started;
		const left = before === undefined ? period : Math.max(0, before + period - now());
		cancelTimer = schedule(() => {
			begin('period');
			cancelTimer = schedule(() => waitForTime(period), period);
		}, left);
	}

	return {
		start: () => {
			if (graduation.hasUnfinishedRun()) {
				begin('configuration');
			}
			if (every !== null) {
				waitForTime(every);
			}
		},
		onSaved: ({ title, user, before, after }) => {
			if (user !== null) {
				graduation.graduateOne(user.id, now());
			}
			if (title === gadgetPageTitle) {
				const thresholds = parseThresholds(after);
				if (!sameThresholds(before === null ? null : parseThresholds(before), thresholds)) {
					// A sweep that is under way sees for itself that it has to begin anew, or to stop; but
					// it may just have ended.
					changedMeanwhile = true;
					if (thresholds?.enabled) {
						begin('configuration');
					}
				}
			}
		},
		settled: async () => {
			while (current !== null) {
				await current;
			}
		},
		close: async () => {
			closing.abort();
			cancelTimer();
			await current;
		},
	};
}

/** Whether the last sweep went by other thresholds than are valid now. */
function isOutdated(graduation: GraduationStore): boolean {
	const thresholds = graduation.thresholds();
	const run = graduation.latestRun();
	return (
		thresholds?.enabled === true &&
		(run === null || !sameThresholds(thresholds, { ...run, enabled: true }))
	);
}
