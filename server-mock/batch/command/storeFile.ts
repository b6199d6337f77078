import { accessSync, constants } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'libsql';
import { type Terminal, UsageError } from '../../../gadget/terminal/terminal.ts';
import { isBusy, openDatabase, openReadOnlyDatabase } from '../../store/database.ts';
import { acquireSweepLock } from '../sweepLock.ts';

/** In KiB, as the engine takes it with a minus: what keeps the process as small for any store. */
const cacheSize = 4000;
/** The log is put into the store after so many pages; more often, half the time goes into that. */
const logPages = 20_000;
/** In milliseconds: short, since nothing else is heard while the engine waits. */
const engineTimeout = 200;
/** In milliseconds. */
const longestWait = 30_000;

/** Another program has been writing to the store for too long. */
export class BusyStoreError extends Error {
	override readonly name = 'BusyStoreError';
}

/**
 * Opens a store for a command.
 *
 * @param file A path; the store must be there.
 * @throws UsageError Where it cannot be opened or is not a store.
 */
export function openStoreFile(file: string, isReadOnly: boolean): Database.Database {
	const settings = `pragma busy_timeout = ${engineTimeout}; pragma cache_size = -${cacheSize}`;
	try {
		accessSync(file, isReadOnly ? constants.R_OK : constants.R_OK | constants.W_OK);
		const database = openReadOnlyDatabase(file);
		database.exec(settings);
		// Says whether it is a store at all; nothing is made in anything else.
		database.prepare('select 1 from mentees, users, pages, user_options limit 1').get();
		if (isReadOnly) {
			return database;
		}
		database.close();
		const writable = openDatabase(file);
		writable.exec(`${settings}; pragma wal_autocheckpoint = ${logPages}`);
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
 * Does `work` on a store that nobody else may sweep meanwhile.
 *
 * @throws UsageError Where it is being swept, or it is not a store.
 * @throws BusyStoreError
 */
export async function withStore(
	file: string,
	terminal: Terminal,
	work: (database: Database.Database) => Promise<number>,
): Promise<number> {
	const database = await whenFree(terminal, () => openStoreFile(file, false));
	const lock = acquireSweepLock(file);
	if (lock === null) {
		throw new UsageError(`Another sweep is at work on “${file}”: try again when it has ended.`);
	}
	try {
		return await work(database);
	} finally {
		lock.release();
		database.close();
	}
}

/** Steps that can be asked for again after they threw: what `begin` gives goes on where it was. */
export function goingOn<Step, Result>(
	begin: () => Generator<Step, Result, void>,
): () => IteratorResult<Step, Result> {
	let steps = begin();
	return () => {
		try {
			return steps.next();
		} catch (error) {
			steps = begin();
			throw error;
		}
	};
}

/**
 * Does `work` as soon as no other program is writing to the store.
 *
 * @throws BusyStoreError Where that takes too long.
 */
export async function whenFree<Result>(terminal: Terminal, work: () => Result): Promise<Result> {
	const started = performance.now();
	let hasSaid = false;
	for (;;) {
		try {
			return work();
		} catch (error) {
			if (!isBusy(error)) {
				throw error;
			}
		}
		if (performance.now() - started > longestWait || terminal.interrupted.aborted) {
			throw new BusyStoreError('Another program is writing to the store: try again later.');
		}
		if (!hasSaid) {
			terminal.note('Another program is writing to the store. Waiting for it…');
			hasSaid = true;
		}
		await wait(engineTimeout);
	}
}
