import type Database from 'libsql';
import { emptyMemory, memoryOption, rememberAsked } from '../../gadget/domain/memory.ts';
import { mentorListTitle } from '../../gadget/domain/mentors.ts';
import { openDatabase, removeStore } from '../store/database.ts';
import { createStore } from '../store/store.ts';
import { writePage } from '../wiki/writePage.ts';
import { demoMentors } from './people.ts';
import { createRandom, makeMentee, type Population } from './population.ts';
import { seedDemo } from './seed.ts';

export interface Crowd extends Population {
	readonly seed: number;
}

export interface LargeStoreOptions extends Crowd {
	/** A path where nothing is yet. */
	readonly file: string;
}

/** One in so many mentors has left the list and still has mentees. */
const mentorsPerDeparted = 20;
const menteesPerStep = 10_000;

/**
 * Makes a store with the demo's people and pages and any number of mentees and mentors; the demo's
 * people are neither mentees nor mentors there. The same options give the same store. It
 * can be left at any step; then nothing of it stays.
 *
 * @returns Yields how many mentees are written.
 * @throws SqliteError where the file cannot be written.
 */
export function* writeLargeStore(options: LargeStoreOptions): Generator<number, void, void> {
	const database = openDatabase(options.file);
	let isDone = false;
	try {
		// Half a store is of no use: without a journal it is written twice as fast.
		database.exec('pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off');
		database.exec('drop index mentees_by_mentor');
		const store = createStore(database);
		seedDemo(store, options.date);
		database.exec('begin; delete from mentees; delete from user_options');
		const mentorIds = addMentors(database, options);
		yield* addMentees(database, mentorIds, options);
		const edit = {
			comment: '',
			user: store.users.byName('Ada Administrator'),
			timestamp: options.date,
		};
		const list = JSON.stringify({ Mentors: listedMentors(mentorIds) });
		writePage(store, mentorListTitle, list, edit);
		database.exec('commit');
		database.exec(`create index mentees_by_mentor on mentees (mentor_id, user_id)
			where mentor_id is not null`);
		database.exec('pragma journal_mode = wal');
		isDone = true;
	} finally {
		database.close();
		if (!isDone) {
			removeStore(options.file);
		}
	}
}

/**
 * Adds mentees to the people of a demo, so that the form's preview has something to show. They
 * are in no other place, and their mentors are the demo's own.
 */
export function addCrowdToDemo(database: Database.Database, crowd: Omit<Crowd, 'mentors'>): void {
	const { users, transaction } = createStore(database);
	const mentorIds = demoMentors.flatMap(({ name }) => users.byName(name)?.id ?? []);
	transaction(() => {
		// The tables are written in parts, and not in step with each other.
		database.exec('pragma defer_foreign_keys = on');
		const steps = addMentees(database, mentorIds, { ...crowd, mentors: mentorIds.length });
		for (const _written of steps) {
			// All at one go: it is short.
		}
	});
}

const userColumns = [
	'name',
	'edit_count',
	'registration',
	'groups',
	'gender',
	'blocked',
	'temporary',
	'hidden',
];

/** @returns The mentors' user ids. */
function addMentors(database: Database.Database, { mentors, date }: Population): number[] {
	const insert = database.prepare(
		`insert into users (${userColumns.join(', ')})
		values (?, 5000, ?, '[]', 'unknown', 0, 0, 0)`,
	);
	return Array.from({ length: mentors }, (_mentor, index) =>
		Number(insert.run(mentorName(index), date - 3 * 365 * 86_400_000).lastInsertRowid),
	);
}

function* addMentees(
	database: Database.Database,
	mentorIds: readonly number[],
	options: Crowd,
): Generator<number, void, void> {
	const insert = (table: string, columns: readonly string[]) =>
		database.prepare(
			`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
		);
	const users = insert('users', ['id', ...userColumns]);
	const mentees = insert('mentees', ['user_id', 'state', 'mentor_id']);
	const userOptions = insert('user_options', ['user_id', 'name', 'value']);
	const asked = insert('asked', ['user_id', 'source']);
	const random = createRandom(options.seed);
	const { last } = database.prepare('select max(id) as last from users').get() as { last: number };
	const firstId = last + 1;
	const add = (index: number): void => {
		const id = firstId + index;
		const { editCount, registration, blocked, temporary, hidden, state, mentor, askedAt } =
			makeMentee(index, options, random);
		const flags = [Number(blocked), Number(temporary), Number(hidden)];
		users.run(id, menteeName(index), editCount, registration, '[]', 'unknown', ...flags);
		mentees.run(id, state, mentor === null ? null : (mentorIds[mentor] ?? null));
		if (askedAt !== null) {
			userOptions.run(id, memoryOption, memoryOfAsker(askedAt));
			asked.run(id, 'memory');
		}
	};
	for (let index = 0; index < options.mentees; index++) {
		add(index);
		if ((index + 1) % menteesPerStep === 0) {
			yield index + 1;
		}
	}
}

function memoryOfAsker(askedAt: number): string {
	const { pending: _done, ...memory } = rememberAsked(emptyMemory, 'sameMentor', askedAt);
	return JSON.stringify(memory);
}

// In the order of their ids, so that the index of names grows at its end.
function menteeName(index: number): string {
	return `Mentee ${String(index + 1).padStart(7, '0')}`;
}

function mentorName(index: number): string {
	return `Mentor ${String(index + 1).padStart(4, '0')}`;
}

/** Those who have not left the list, as it names them, by user id. */
function listedMentors(ids: readonly number[]): Record<string, object> {
	const entries = ids
		.map((id, index) => [id, { username: mentorName(index), message: null, weight: 2 }])
		.filter((_entry, index) => (index + 1) % mentorsPerDeparted !== 0);
	return Object.fromEntries(entries);
}
