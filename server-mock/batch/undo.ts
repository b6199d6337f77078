import type Database from 'libsql';
import { memoryOption, readMemory } from '../../gadget/domain/memory.ts';
import { createMenteeStore } from '../store/mentees.ts';
import { transact } from '../store/transaction.ts';
import { createUserOptionStore } from '../store/userOptions.ts';
import { memoryOfGraduate } from './batches.ts';
import { createJournal, type Run } from './journal.ts';

/** How far an undo is. */
export interface Undone {
	readonly run: Run;
	readonly restored: number;
	/** Those who have decided for themselves in the meantime, who stay as they are. */
	readonly kept: number;
}

const batchSize = 500;

/**
 * Gives those whom a run opted out their mentor and their memory back, a batch in a transaction for
 * each step of the iterator: all who have not decided anything themselves since. It can be left at
 * any time and goes on where it was.
 *
 * @returns `null` where there is no such run.
 */
export function* undo(
	database: Database.Database,
	runId: number,
	now: () => number,
): Generator<Undone, Undone | null, void> {
	const journal = createJournal(database);
	const run = journal.find(runId);
	if (run === null) {
		return null;
	}
	// First of all, so that no process goes on with it.
	transact(database, () => journal.end(runId, 'undone', run.ended ?? now()));
	const restoreBatch = createRestorer(database, run);
	while (transact(database, restoreBatch) > 0) {
		yield countUndone(database, run);
	}
	return countUndone(database, run);
}

interface Entry {
	readonly id: number;
	readonly mentorId: number | null;
	readonly mentor: string | null;
	readonly before: string | null;
	readonly state: string | null;
	readonly memory: string | null;
	readonly askedByStatus: number;
}

/** @returns A function that looks at one batch of entries and says how many there were. */
function createRestorer(database: Database.Database, run: Run): () => number {
	const entries = database.prepare(
		`select entry.user_id as id, entry.mentor_id as mentorId, mentor.name as mentor,
			entry.memory_before as before, mentees.state, user_options.value as memory,
			exists (select 1 from asked where asked.user_id = entry.user_id and source = 'status')
				as askedByStatus
		from graduation_entries as entry
		left join mentees on mentees.user_id = entry.user_id
		left join users as mentor on mentor.id = entry.mentor_id
		left join user_options
			on user_options.user_id = entry.user_id and user_options.name = '${memoryOption}'
		where run_id = ? and undone is null order by entry.user_id limit ${batchSize}`,
	);
	const mark = database.prepare(
		'update graduation_entries set undone = ? where run_id = ? and user_id = ?',
	);
	const mentees = createMenteeStore(database);
	const options = createUserOptionStore(database);
	return () => {
		const found = entries.all(run.id) as Entry[];
		for (const entry of found) {
			const isTheirs = hasDecided(entry, run);
			if (!isTheirs) {
				mentees.setState(entry.id, 'enabled');
				mentees.setMentor(entry.id, entry.mentorId);
				options.set(entry.id, memoryOption, entry.before);
			}
			mark.run(isTheirs ? 'kept' : 'restored', run.id, entry.id);
		}
		return found.length;
	};
}

/** Whether anything is not as the run left it. */
function hasDecided(entry: Entry, run: Run): boolean {
	if (entry.state !== 'optedOut' || entry.askedByStatus === 1) {
		return true;
	}
	const written = readMemory(memoryOfGraduate(entry.before, entry.mentor, run.started));
	const memory = readMemory(entry.memory);
	return (
		memory === null ||
		memory.graduatedAt !== written?.graduatedAt ||
		memory.askedAt !== undefined ||
		memory.pending !== undefined ||
		memory.state !== written?.state
	);
}

function countUndone(database: Database.Database, run: Run): Undone {
	const { restored, kept } = database
		.prepare(
			`select coalesce(sum(undone = 'restored'), 0) as restored,
				coalesce(sum(undone = 'kept'), 0) as kept
			from graduation_entries where run_id = ?`,
		)
		.get(run.id) as { restored: number; kept: number };
	return { run, restored, kept };
}
