import Database from 'libsql';

/** Held by whoever sweeps or undoes, so that nobody else does at the same time. */
export interface SweepLock {
	release(): void;
}

/**
 * Takes the lock of a store, across all processes. It is one of the system's own file locks, on an
 * empty file beside the store: it ends with the process, however that ends.
 *
 * @param file The store's path; `:memory:` is this process's alone and needs none.
 * @returns `null` where someone else holds it.
 * @throws SqliteError where the file beside the store cannot be written.
 */
export function acquireSweepLock(file: string): SweepLock | null {
	if (file === ':memory:') {
		return { release: () => undefined };
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
	return { release: () => database.close() };
}
