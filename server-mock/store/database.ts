import { readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { transact } from './transaction.ts';

// A sweep in another process may be writing: waited for, at most so many milliseconds. First of all,
// because the others have to wait for it, too.
const settings = `pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = normal;
	pragma foreign_keys = on`;

const schema = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');

/**
 * Opens the store's database, and creates its tables where they are missing.
 *
 * @param file A path, or `:memory:`.
 * @throws SqliteError where the file cannot be opened or is not a database.
 */
export function openDatabase(file: string): Database.Database {
	const database = new Database(file);
	database.exec(settings);
	database.exec(schema);
	return database;
}

/**
 * Opens the store's database so that nothing can be written to it.
 *
 * @param file A path; the file must be there.
 * @throws SqliteError where the file cannot be opened.
 */
export function openReadOnlyDatabase(file: string): Database.Database {
	// The driver knows no such option, but the engine's addresses have one.
	const database = new Database(`${pathToFileURL(file).href}?mode=ro`);
	database.exec('pragma busy_timeout = 5000');
	return database;
}

/** Why a store cannot be used, in one line; `null`: it is something else that failed. */
export function describeStoreFailure(file: string, error: unknown): string | null {
	const { code, message } = Object(error) as { code?: unknown; message?: unknown };
	if (String(message).startsWith('ConnectionFailed')) {
		// The driver says no more than a number.
		return `The store “${file}” cannot be opened: its folder is missing, or it may not be written.`;
	}
	if (isBusy(error)) {
		return `Another program is writing to the store “${file}”: try again later.`;
	}
	return String(code).startsWith('SQLITE_')
		? `The store “${file}” cannot be used: ${message}.`
		: null;
}

/** Whether another program keeps the store to itself at the moment. */
export function isBusy(error: unknown): boolean {
	return String(Object(error).code).startsWith('SQLITE_BUSY');
}

/** Removes a store and what the engine and the sweep keep beside it. */
export function removeStore(file: string): void {
	for (const ending of ['', '-wal', '-shm', '-journal', '-sweep']) {
		rmSync(file + ending, { force: true });
	}
}

/** Empties all tables, and fills them anew in the same transaction. */
export function emptyDatabase(database: Database.Database, fill: () => void): void {
	transact(database, () => {
		database.exec('pragma defer_foreign_keys = on');
		const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
		for (const { name } of tables as { name: string }[]) {
			database.exec(`delete from ${name}`);
		}
		fill();
	});
}
