import type Database from 'libsql';
import { gadgetPageTitle } from '../../gadget/domain/thresholds.ts';
import type { Saved } from '../wiki/visit.ts';
import type { BackgroundSweep } from './background.ts';
import { createGraduateOne } from './graduateOne.ts';
import { type Cause, createJournal } from './journal.ts';
import { createThresholdsReader, parseThresholds, sameThresholds } from './thresholds.ts';

export interface TriggerDependencies {
	readonly database: Database.Database;
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
	const { database, background, every, now, schedule, onFailure } = dependencies;
	const journal = createJournal(database);
	const readThresholds = createThresholdsReader(database);
	const graduateOne = createGraduateOne(database);
	const closing = new AbortController();
	let current: Promise<void> | null = null;
	let changedMeanwhile = false;
	let cancelTimer: () => void = () => undefined;

	function begin(cause: Cause): void {
		if (current === null && !closing.signal.aborted) {
			changedMeanwhile = false;
			current = background(cause, closing.signal)
				.catch(onFailure)
				.then(() => {
					current = null;
					if (changedMeanwhile && isOutdated()) {
						begin('configuration');
					}
				});
		}
	}

	/** Whether the last sweep went by other thresholds than are valid now. */
	function isOutdated(): boolean {
		const thresholds = readThresholds();
		const run = journal.latest();
		return (
			thresholds?.enabled === true &&
			(run === null || !sameThresholds(thresholds, { ...run, enabled: true }))
		);
	}

	function waitForTime(period: number): void {
		const before = journal.latest()?.started;
		const left = before === undefined ? period : Math.max(0, before + period - now());
		cancelTimer = schedule(() => {
			begin('period');
			cancelTimer = schedule(() => waitForTime(period), period);
		}, left);
	}

	return {
		start: () => {
			if (journal.findUnfinished() !== null) {
				begin('configuration');
			}
			if (every !== null) {
				waitForTime(every);
			}
		},
		onSaved: ({ title, user, before, after }) => {
			if (user !== null) {
				graduateOne(user.id, now());
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
