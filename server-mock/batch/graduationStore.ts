import type Database from 'libsql';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
import { transact } from '../store/transaction.ts';
import { createBatches } from './batches.ts';
import { createJournal, type Run } from './journal.ts';
import { graduatesSql, ruleParameters } from './rule.ts';
import { createThresholdsReader } from './thresholds.ts';

/** What the wiki's server itself needs of graduation. */
export interface GraduationStore {
	/** As the configuration page has them; `null`: it is missing or wrong. */
	thresholds(): Thresholds | null;
	/** The newest run through all mentees. */
	latestRun(): Run | null;
	/** Whether a run through all mentees was begun and not ended. */
	hasUnfinishedRun(): boolean;
	/**
	 * Opts one mentee out if they qualify, in a run of its own.
	 *
	 * @param now Milliseconds since 1970.
	 */
	graduateOne(userId: number, now: number): Run | null;
}

export function createGraduationStore(database: Database.Database): GraduationStore {
	const journal = createJournal(database);
	const batches = createBatches(database);
	const thresholds = createThresholdsReader(database);
	const qualifies = database.prepare(
		`select 1 from mentees cross join users on users.id = mentees.user_id
		where mentees.user_id = ?5 and ${graduatesSql}`,
	);
	const graduateOne = (userId: number, now: number): Run | null => {
		const valid = thresholds();
		if (!valid?.enabled || qualifies.get(...ruleParameters(valid, now), userId) === undefined) {
			return null;
		}
		const position = userId - 1;
		const run = journal.begin({
			cause: 'edit',
			started: now,
			thresholds: valid,
			position,
			mentees: 1,
		});
		const graduated = batches.graduate(run, { after: position, last: userId });
		journal.advance(run.id, { position: userId, seen: 1, graduated });
		journal.end(run.id, 'finished', now);
		return journal.find(run.id);
	};
	return {
		thresholds,
		latestRun: () => journal.latest(),
		hasUnfinishedRun: () => journal.findUnfinished() !== null,
		graduateOne: (userId, now) => transact(database, () => graduateOne(userId, now)),
	};
}
