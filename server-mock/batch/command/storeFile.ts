import { accessSync, constants } from 'node:fs';
import type Database from 'libsql';
import { UsageError } from '../../../gadget/terminal/terminal.ts';
import { isBusy, openDatabase, openReadOnlyDatabase } from '../../store/database.ts';
import { acquireSweepLock } from '../sweepLock.ts';

/** In KiB, as the engine takes it with a minus: what keeps the process as small for any store. */
const cacheSize = 'pragma cache_size = -4000';
/** The log is put into the store after so many pages; more often, half the time goes into that. */
const logPages = 'pragma wal_autocheckpoint = 20000';

/**
 * Opens a store for a command.
 *
 * @param file A path; the store must be there.
 * @throws UsageError Where it cannot be opened or is not a store.
 */
export function openStoreFile(file: string, isReadOnly: boolean): Database.Database {
	try {
		accessSync(file, isReadOnly ? constants.R_OK : constants.R_OK | constants.W_OK);
		const database = openReadOnlyDatabase(file);
		database.exec(cacheSize);
		// Says whether it is a store at all; nothing is made in anything else.
		database.prepare('select 1 from mentees, users, pages, user_options limit 1').get();
		if (isReadOnly) {
			return database;
		}
		database.close();
		const writable = openDatabase(file);
		writable.exec(`${cacheSize}; ${logPages}`);
		return writable;
	} catch (error) {
		if (isBusy(error)) {
			throw error;
		}
		const { code, message } = error as NodeJS.ErrnoException;
		const reason = code === 'ENOENT' ? 'there is no such file' : message;
		throw new UsageError(`The store “${file}” cannot be read: ${reason}.`);
	}
}

/**
 * Does `work` on a store that no other process may sweep meanwhile.
 *
 * @throws UsageError Where it is being swept, or it is not a store.
 */
export async function withStore(
	file: string,
	work: (database: Database.Database) => Promise<number>,
): Promise<number> {
	const database = openStoreFile(file, false);
	const release = acquireSweepLock(file);
	if (release === null) {
		throw new UsageError(`Another sweep is at work on “${file}”: try again when it has ended.`);
	}
	try {
		return await work(database);
	} finally {
		release();
		database.close();
	}
}
