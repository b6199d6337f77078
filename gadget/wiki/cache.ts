import { type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { nameHere } from './kept.ts';

/**
 * What this browser has fetched of the wiki before. It only saves waiting: where IndexedDB is
 * missing, full or denied, nothing is found and nothing is kept.
 */
export interface Cache {
	read<Value>(key: string): Promise<Value | undefined>;
	write(key: string, value: unknown): Promise<void>;
}

const storeName = 'answers';
type Name = typeof storeName;

/** In milliseconds: some browsers never answer, and asking the wiki is quicker than that. */
const patience = 1000;

function giveUp(): Promise<never> {
	return new Promise((_, reject) => {
		setTimeout(() => reject(new Error('IndexedDB does not answer.')), patience);
	});
}

/** Opens the database only when it is first used. */
export function createCache(): Cache {
	let opening: Promise<IDBPDatabase> | undefined;

	async function inStore<Result>(
		mode: IDBTransactionMode,
		work: (store: IDBPObjectStore<unknown, [Name], Name, IDBTransactionMode>) => Result,
	): Promise<Awaited<Result> | undefined> {
		try {
			opening ??= openDB(nameHere('cache'), 1, {
				upgrade: (database) => database.createObjectStore(storeName),
			});
			const database = await Promise.race([opening, giveUp()]);
			return await work(database.transaction<Name, IDBTransactionMode>(storeName, mode).store);
		} catch (error) {
			mw.log(error);
			return undefined;
		}
	}

	return {
		read: (key) => inStore('readonly', (store) => store.get(key)),
		async write(key, value) {
			await inStore('readwrite', (store) => store.put?.(value, key));
		},
	};
}
