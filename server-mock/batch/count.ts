import type Database from 'libsql';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
import { createBatchFinder } from './batches.ts';
import { graduatesSql, ruleParameters } from './rule.ts';

/** What has been counted so far. */
export interface Counted {
	readonly seen: number;
	readonly graduates: number;
	/** Graduates by their mentor's user id; `null`: without a mentor. One map for the whole count. */
	readonly perMentor: ReadonlyMap<number | null, number>;
}

// So large that the mentors, who are grouped anew in each batch, do not tell.
const batchSize = 50_000;

/**
 * Counts who would be opted out, a batch for each step, and changes nothing. Holds a number for each
 * mentor and nothing of the mentees.
 *
 * @param now Milliseconds since 1970.
 */
export function* countGraduates(
	database: Database.Database,
	thresholds: Thresholds,
	now: number,
): Generator<Counted, Counted, void> {
	const findBatch = createBatchFinder(database);
	const count = database
		.prepare(
			`select mentees.mentor_id, count(*)
			from mentees cross join users on users.id = mentees.user_id
			where mentees.user_id > ?5 and mentees.user_id <= ?6
				and ${graduatesSql}
			group by mentees.mentor_id`,
		)
		.raw();
	const rule = ruleParameters(thresholds, now);
	const perMentor = new Map<number | null, number>();
	let seen = 0;
	let graduates = 0;
	let batch = findBatch(0, batchSize);
	while (batch !== null) {
		for (const row of count.iterate(...rule, batch.after, batch.last)) {
			const [mentor, number] = row as [number | null, number];
			graduates += number;
			perMentor.set(mentor, (perMentor.get(mentor) ?? 0) + number);
		}
		seen += batch.seen;
		yield { seen, graduates, perMentor };
		batch = findBatch(batch.last, batchSize);
	}
	return { seen, graduates, perMentor };
}
