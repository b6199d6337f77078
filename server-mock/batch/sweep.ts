/*
 * This folder is the reference for a server that keeps its mentees in a database and opts them out
 * without waiting for their visit: it has to give what the gadget gives. The demo wiki and
 * `npm run graduate` run it; no wiki does.
 */
import type Database from 'libsql';
import { transact } from '../store/transaction.ts';
import { createBatchFinder, createGraduation } from './batches.ts';
import { type Cause, createJournal, type Run } from './journal.ts';
import { countMentees } from './perMentor.ts';
import { createThresholdsReader, sameThresholds } from './thresholds.ts';

export interface SweepOptions {
	readonly cause: Cause;
	/** How many mentees one transaction takes. */
	readonly batchSize: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/**
 * Opts out all mentees who qualify, a batch in a transaction for each step of the iterator, so that
 * it can be left at any time: the journal knows how far it is, and the next sweep goes on there. A
 * change of the configuration in between ends the run and begins another one.
 *
 * @returns Yields the run as it is after a step; the finished run at last, or `null` where the rule
 * is off and nothing is under way any more.
 */
export function* sweep(
	database: Database.Database,
	options: SweepOptions,
): Generator<Run, Run | null, void> {
	const tools = createTools(database, options);
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

type Tools = ReturnType<typeof createTools>;

function createTools(database: Database.Database, options: SweepOptions) {
	return {
		journal: createJournal(database),
		findBatch: createBatchFinder(database),
		graduate: createGraduation(database),
		readThresholds: createThresholdsReader(database),
		...options,
	};
}

/** The run that was interrupted, or a new one where there is none or it had other thresholds. */
function goOn(database: Database.Database, tools: Tools): Run | null {
	const { journal, readThresholds, cause, now } = tools;
	const unfinished = journal.findUnfinished();
	if (unfinished !== null && !endWhereOutdated(tools, unfinished)) {
		return unfinished;
	}
	const thresholds = readThresholds();
	if (!thresholds?.enabled) {
		return null;
	}
	const mentees = countMentees(database);
	return journal.begin(cause, thresholds, { started: now(), position: 0, mentees });
}

function step(tools: Tools, id: number): Run | null {
	const { journal, findBatch, graduate, batchSize, now } = tools;
	// Read anew: what another process did to it, or an undo, counts.
	const run = journal.find(id);
	if (run === null || run.ended !== null) {
		return run;
	}
	if (!endWhereOutdated(tools, run)) {
		const batch = findBatch(run.position, batchSize);
		if (batch === null) {
			journal.end(id, 'finished', now());
		} else {
			const graduated = graduate(run, batch);
			journal.advance(id, { position: batch.last, seen: batch.seen, graduated });
		}
	}
	return journal.find(id);
}

/** Ends a run that had other thresholds than count now. @returns Whether it did. */
function endWhereOutdated({ journal, readThresholds, now }: Tools, run: Run): boolean {
	const thresholds = readThresholds();
	const isOutdated = !sameThresholds(thresholds, { ...run, enabled: true });
	if (isOutdated) {
		journal.end(run.id, thresholds?.enabled ? 'superseded' : 'stopped', now());
	}
	return isOutdated;
}
