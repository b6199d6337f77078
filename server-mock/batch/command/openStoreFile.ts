import { accessSync, constants } from 'node:fs';
import type Database from 'libsql';
import { UsageError } from '../../../gadget/terminal/terminal.ts';
import { openDatabase, openReadOnlyDatabase } from '../../store/database.ts';

/** In KiB, as the engine takes it with a minus: what keeps the process as small for any store. */
const cacheSize = 4000;

/** The log is put into the store after so many pages; more often, half the time goes into that. */
const logPages = 20_000;

/**
 * Opens a store for a command.
 *
 * @param file A path; the store must be there.
 * @throws UsageError Where it cannot be opened or is no store.
 */
export function openStoreFile(file: string, isReadOnly: boolean): Database.Database {
	try {
		accessSync(file, isReadOnly ? constants.R_OK : constants.R_OK | constants.W_OK);
		const database = openReadOnlyDatabase(file);
		database.exec(`pragma cache_size = -${cacheSize}`);
		// Says whether it is a store at all; nothing is made in anything else.
		database.prepare('select 1 from mentees, users, pages, user_options limit 1').get();
		if (isReadOnly) {
			return database;
		}
		database.close();
		const writable = openDatabase(file);
		writable.exec(`pragma cache_size = -${cacheSize}; pragma wal_autocheckpoint = ${logPages}`);
		return writable;
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const reason = code === 'ENOENT' ? 'there is no such file' : message;
		throw new UsageError(`The store “${file}” cannot be read: ${reason}.`);
	}
}
