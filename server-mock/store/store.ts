import type Database from 'libsql';
import { createLogStore, type LogStore } from './log.ts';
import { createMenteeStore, type MenteeStore } from './mentees.ts';
import { createPageStore, type PageStore } from './pages.ts';
import { createSessionStore, type SessionStore } from './sessions.ts';
import { transact } from './transaction.ts';
import { createUserOptionStore, type UserOptionStore } from './userOptions.ts';
import { createUserStore, type UserStore } from './users.ts';

/** Everything the demo wiki keeps. */
export interface Store {
	readonly users: UserStore;
	readonly userOptions: UserOptionStore;
	readonly sessions: SessionStore;
	readonly pages: PageStore;
	readonly mentees: MenteeStore;
	readonly log: LogStore;
	/** Runs `work` so that all of its writes are kept, or, where it throws, none. */
	transaction<Result>(work: () => Result): Result;
	isOpen(): boolean;
	close(): void;
}

/** The store on a database that is open, with the tables of `schema.sql`. */
export function createStore(database: Database.Database): Store {
	const users = createUserStore(database);
	return {
		users,
		userOptions: createUserOptionStore(database),
		sessions: createSessionStore(database),
		pages: createPageStore(database, users),
		mentees: createMenteeStore(database),
		log: createLogStore(database),
		transaction: (work) => transact(database, work),
		isOpen: () => database.open,
		close: () => database.close(),
	};
}
