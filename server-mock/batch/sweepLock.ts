import Database from 'libsql';

/**
 * Takes the lock of a store, across all processes: never more than one of them sweeps or undoes. It is one of the system's own file locks, on an
 * empty file beside the store: it ends with the process, however that ends.
 *
 * @param file The store's path; `:memory:` is this process's alone and needs none.
 * @returns What releases it; `null` where another process holds it.
 * @throws SqliteError where the file beside the store cannot be written.
 */
export function acquireSweepLock(file: string): (() => void) | null {
	if (file === ':memory:') {
		return () => undefined;
	}
	const database = new Database(`${file}-sweep`);
	try {
		database.exec('begin exclusive');
	} catch (error) {
		database.close();
		if ((error as { code?: string }).code === 'SQLITE_BUSY') {
			return null;
		}
		throw error;
	}
	return () => database.close();
}
