import type Database from 'libsql';
import { transact } from '../store/transaction.ts';
import { createGraduation } from './batches.ts';
import { createJournal } from './journal.ts';
import { graduatesSql, ruleParameters } from './rule.ts';
import { createThresholdsReader } from './thresholds.ts';

/**
 * @returns A function that opts one mentee out if they qualify, in a run of its own. Its `now` is in
 * milliseconds since 1970.
 */
export function createGraduateOne(
	database: Database.Database,
): (userId: number, now: number) => void {
	const journal = createJournal(database);
	const graduate = createGraduation(database);
	const readThresholds = createThresholdsReader(database);
	const qualifies = database.prepare(
		`select 1 from mentees cross join users on users.id = mentees.user_id
		where mentees.user_id = ?5 and ${graduatesSql}`,
	);
	return (userId, now) =>
		transact(database, () => {
			const thresholds = readThresholds();
			if (
				thresholds?.enabled &&
				qualifies.get(...ruleParameters(thresholds, now), userId) !== undefined
			) {
				const position = userId - 1;
				const run = journal.begin('edit', thresholds, { started: now, position, mentees: 1 });
				const graduated = graduate(run, { after: position, last: userId });
				journal.advance(run.id, { position: userId, seen: 1, graduated });
				journal.end(run.id, 'finished', now);
			}
		});
}
