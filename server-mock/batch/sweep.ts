import type Database from 'libsql';
import { transact } from '../store/transaction.ts';
import { type Batches, createBatches } from './batches.ts';
import { countGraduates } from './count.ts';
import { type Cause, createJournal, type Journal, type Run } from './journal.ts';
import { createThresholdsReader, sameThresholds } from './thresholds.ts';

export interface SweepOptions {
	readonly cause: Cause;
	/** Only this mentor's mentees; `null`: everybody's. */
	readonly mentorId: number | null;
	/** How many mentees one transaction takes. */
	readonly batchSize: number;
	/** Counts beforehand how many are to be opted out, for whoever watches. */
	readonly estimates: boolean;
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
		if (run !== null && options.estimates && run.expected === null) {
			estimate(database, tools, run);
		}
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
	const { cause, mentorId, now } = options;
	const thresholds = readThresholds();
	const unfinished = journal.findUnfinished(mentorId);
	if (unfinished !== null) {
		if (sameThresholds(thresholds, { ...unfinished, enabled: true })) {
			return unfinished;
		}
		journal.end(unfinished.id, thresholds?.enabled ? 'superseded' : 'stopped', now());
	}
	return thresholds?.enabled
		? journal.begin({
				cause,
				mentorId,
				thresholds,
				started: now(),
				position: 0,
				mentees: countMentees(database, mentorId),
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
	const batch = batches.next(run.position, batchSize, run.mentorId);
	if (batch === null) {
		journal.end(id, 'finished', now());
	} else {
		const graduated = batches.graduate(run, batch);
		journal.advance(id, { position: batch.last, seen: batch.seen, graduated });
	}
	return journal.find(id);
}

function estimate(database: Database.Database, { journal }: Tools, run: Run): void {
	const { id, mentorId, started, position, graduated } = run;
	let rest = 0;
	const question = { thresholds: { ...run, enabled: true }, now: started, mentorId };
	for (const { graduates } of countGraduates(database, question, position)) {
		rest = graduates;
	}
	journal.expect(id, graduated + rest);
}

/** @param mentorId Whose; `null`: everybody's. */
export function countMentees(database: Database.Database, mentorId: number | null): number {
	const count =
		mentorId === null
			? database.prepare('select count(*) as mentees from mentees').get()
			: database
					.prepare('select count(*) as mentees from mentees where mentor_id = ?')
					.get(mentorId);
	return (count as { mentees: number }).mentees;
}
