import type Database from 'libsql';
import {
	memoryOption,
	readMemory,
	rememberDone,
	rememberGraduation,
} from '../../gadget/domain/memory.ts';
import type { Run } from './journal.ts';
import { graduatesSql, ruleParameters } from './rule.ts';

/** Mentees one after the other by user id, as far as one transaction goes. */
export interface Batch {
	/** Those up to this user id are done before it. */
	readonly after: number;
	/** The last user id that belongs to it. */
	readonly last: number;
	/** How many mentees it has. */
	readonly seen: number;
}

/**
 * @returns A function that gives the batch of so many mentees behind a user id; `null` behind the
 * last mentee.
 */
export function createBatchFinder(
	database: Database.Database,
): (after: number, size: number) => Batch | null {
	const next = database.prepare(
		`select max(user_id) as last, count(*) as seen from
		(select user_id from mentees where user_id > ? order by user_id limit ?)`,
	);
	return (after, size) => {
		const { last, seen } = next.get(after, size) as { last: number | null; seen: number };
		return last === null ? null : { after, last, seen };
	};
}

type Graduate = readonly [id: number, mentor: string | null, memory: string | null];

/**
 * @returns A function that opts out those of a batch who qualify, writes them into the journal, and
 * says how many they were. Only within a transaction: no one can ask for a mentor between the
 * question and the answer.
 */
export function createGraduation(
	database: Database.Database,
): (run: Run, batch: Pick<Batch, 'after' | 'last'>) => number {
	const enter = database.prepare(
		`insert into graduation_entries (run_id, user_id, mentor_id, memory_before)
		select ?7, mentees.user_id, mentees.mentor_id, user_options.value
		from mentees cross join users on users.id = mentees.user_id
		left join user_options
			on user_options.user_id = mentees.user_id and user_options.name = '${memoryOption}'
		where mentees.user_id > ?5 and mentees.user_id <= ?6
			and ${graduatesSql}
		order by mentees.user_id`,
	);
	const ofBatch = 'run_id = ?1 and user_id > ?2 and user_id <= ?3';
	const entered = database
		.prepare(
			`select user_id, users.name, memory_before
			from graduation_entries left join users on users.id = mentor_id where ${ofBatch}`,
		)
		.raw();
	const optOut = database.prepare(
		`update mentees set state = 'optedOut', mentor_id = null
		where user_id in (select user_id from graduation_entries where ${ofBatch})`,
	);
	const remember = database.prepare(
		`insert or replace into user_options (user_id, name, value)
		select value ->> 0, '${memoryOption}', value ->> 1 from json_each(?)`,
	);
	// A memory that says so counts as asked, as where the option is written: see store/userOptions.ts.
	const noteAsked = database.prepare(
		`insert or ignore into asked (user_id, source)
		select user_id, 'memory' from graduation_entries where ${ofBatch}`,
	);
	return (run, { after, last }) => {
		const rule = ruleParameters({ ...run, enabled: true }, run.started);
		const { changes } = enter.run(...rule, after, last, run.id);
		if (changes > 0) {
			const memories: [number, string][] = [];
			for (const row of entered.iterate(run.id, after, last)) {
				const [id, mentor, memory] = row as Graduate;
				memories.push([id, memoryOfGraduate(memory, mentor, run.started)]);
			}
			remember.run(JSON.stringify(memories));
			noteAsked.run(run.id, after, last);
			optOut.run(run.id, after, last);
		}
		return changes;
	};
}

/**
 * The memory of a person whom the rule opts out, as the gadget would have written it.
 *
 * @param before The option's text; `null` where it is not set.
 * @param mentor The name of the mentor they had.
 * @param now Milliseconds since 1970.
 * @throws Error Where a newer gadget wrote it; the rule leaves such people alone.
 */
export function memoryOfGraduate(
	before: string | null,
	mentor: string | null,
	now: number,
): string {
	const memory = readMemory(before);
	if (memory === null) {
		throw new Error('A person whose memory is of a newer version may not be opted out.');
	}
	const remembered = mentor === null ? undefined : { name: mentor };
	return JSON.stringify(rememberDone(rememberGraduation(memory, remembered, now)));
}
