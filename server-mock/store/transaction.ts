import type Database from 'libsql';

/**
 * Runs `work` so that all of its writes are kept, or, where it throws, none. Within another
 * transaction that one decides for both.
 */
export function transact<Result>(database: Database.Database, work: () => Result): Result {
	return database.inTransaction ? work() : (database.transaction(work).immediate() as Result);
}
