import { accessSync, constants } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'libsql';
import { type Terminal, UsageError } from '../../../gadget/terminal/terminal.ts';
import { isBusy, openDatabase, openReadOnlyDatabase } from '../../store/database.ts';
import { acquireSweepLock } from '../sweepLock.ts';

/** In KiB, as the engine takes it with a minus: what keeps the process as small for any store. */
const cacheSize = 'pragma cache_size = -4000';
/** The log is put into the store after so many pages; more often, half the time goes into that. */
const logPages = 'pragma wal_autocheckpoint = 20000';
/** In milliseconds: short, since Ctrl-C is not heard while the engine waits. */
const engineWait = 200;
/** Each takes the engine's wait and as long again: half a minute in all. */
const mostWaits = 75;

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
		writable.exec(`pragma busy_timeout = ${engineWait}; ${cacheSize}; ${logPages}`);
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

/**
 * Does `work`, which can be begun again, as soon as no other program is writing to the store.
 *
 * @throws SqliteError Where the store stays locked for more than half a minute, or until Ctrl-C.
 */
export async function whenFree(terminal: Terminal, work: () => Promise<number>): Promise<number> {
	for (let waits = 0; ; waits += 1) {
		try {
			return await work();
		} catch (error) {
			if (!isBusy(error) || waits === mostWaits || terminal.interrupted.aborted) {
				throw error;
			}
		}
		if (waits === 0) {
			terminal.note('Another program is writing to the store. Waiting for it…');
		}
		await wait(engineWait);
	}
}
