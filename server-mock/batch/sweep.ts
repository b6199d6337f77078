/*
 * This folder is the reference for a server that keeps its mentees in a database and opts them out
 * without waiting for their visit: it has to give what the gadget gives. The demo wiki and
 * `npm run graduate` run it; no wiki does.
 */
import type Database from 'libsql';
import { transact } from '../store/transaction.ts';
import { type Batches, createBatches } from './batches.ts';
import { type Cause, createJournal, type Journal, type Run } from './journal.ts';
import { countMentees } from './perMentor.ts';
import { createThresholdsReader, sameThresholds } from './thresholds.ts';

export interface SweepOptions {
	readonly cause: Cause;
	/** How many mentees one transaction takes. */
	readonly batchSize: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/** The run as it is after a step; `null`: the rule is off, and nothing is under way any more. */
export type Swept = Run | null;

/**
 * Opts out all mentees who qualify, a batch in a transaction for each step of the iterator, so that
 * it can be left at any time: the journal knows how far it is, and the next sweep goes on there. A
 * change of the configuration in between ends the run and begins another one.
 *
 * @returns The finished run; `null` where the rule is off.
 */
export function* sweep(
	database: Database.Database,
	options: SweepOptions,
): Generator<Run, Swept, void> {
	const tools: Tools = {
		journal: createJournal(database),
		batches: createBatches(database),
		readThresholds: createThresholdsReader(database),
		options,
	};
	for (;;) {
		let run = transact(database, () => goOn(database, tools));
		while (run !== null && run.ended === null) {
			yield run;
			const { id } = run;
			run = transact(database, () => step(tools, id));
		}
		if (run === null || run.outcome === 'finished' || run.outcome === 'undone') {
			return run;
		}
	}
}

interface Tools {
	readonly journal: Journal;
	readonly batches: Batches;
	readonly readThresholds: ReturnType<typeof createThresholdsReader>;
	readonly options: SweepOptions;
}

/** The run that was interrupted, or a new one where there is none or it had other thresholds. */
function goOn(
	database: Database.Database,
	{ journal, readThresholds, options }: Tools,
): Run | null {
	const { cause, now } = options;
	const thresholds = readThresholds();
	const unfinished = journal.findUnfinished();
	if (unfinished !== null) {
		if (sameThresholds(thresholds, { ...unfinished, enabled: true })) {
			return unfinished;
		}
		journal.end(unfinished.id, thresholds?.enabled ? 'superseded' : 'stopped', now());
	}
	return thresholds?.enabled
		? journal.begin({
				cause,
				thresholds,
				started: now(),
				position: 0,
				mentees: countMentees(database),
			})
		: null;
}

function step({ journal, batches, readThresholds, options }: Tools, id: number): Run | null {
	// Read anew: what another process did to it, or an undo, counts.
	const run = journal.find(id);
	if (run === null || run.ended !== null) {
		return run;
	}
	const { now, batchSize } = options;
	const thresholds = readThresholds();
	if (!sameThresholds(thresholds, { ...run, enabled: true })) {
		journal.end(id, thresholds?.enabled ? 'superseded' : 'stopped', now());
		return journal.find(id);
	}
	const batch = batches.next(run.position, batchSize);
	if (batch === null) {
		journal.end(id, 'finished', now());
	} else {
		const graduated = batches.graduate(run, batch);
		journal.advance(id, { position: batch.last, seen: batch.seen, graduated });
	}
	return journal.find(id);
}
