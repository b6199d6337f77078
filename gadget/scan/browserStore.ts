import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { MenteeBatch } from './mentees.ts';
import { type Scan, type ScanStore, StorageError } from './scanStore.ts';

interface ScanSchema extends DBSchema {
	scans: { key: 'running' | 'finished'; value: Scan };
	/** User ids of a mentor's mentees, by scan and mentor. */
	assigned: { key: [number, number]; value: readonly number[] };
	/** What was found, by scan and number. */
	batches: { key: [number, number]; value: MenteeBatch };
}

type StoreName = 'scans' | 'assigned' | 'batches';
type WriteTransaction = IDBPTransaction<ScanSchema, StoreName[], 'readwrite'>;

/**
 * A scan's store in IndexedDB.
 *
 * @param name The database's: several wikis may share one origin.
 */
export function createScanStore(name: string): ScanStore {
	let opening: Promise<IDBPDatabase<ScanSchema>> | undefined;

	async function inDatabase<Result>(
		work: (database: IDBPDatabase<ScanSchema>) => Promise<Result>,
	): Promise<Result> {
		try {
			opening ??= openDB<ScanSchema>(name, 1, {
				upgrade(database) {
					database.createObjectStore('scans');
					database.createObjectStore('assigned');
					database.createObjectStore('batches');
				},
			});
			return await work(await opening);
		} catch (cause) {
			opening = undefined;
			throw new StorageError(String(cause), { cause });
		}
	}

	/** All of it is written, or nothing. */
	const write = (work: (transaction: WriteTransaction) => Promise<unknown>): Promise<void> =>
		inDatabase(async (database) => {
			const transaction = database.transaction(['scans', 'assigned', 'batches'], 'readwrite');
			await Promise.all([work(transaction), transaction.done]);
		});

	const get = <Name extends StoreName>(store: Name, key: ScanSchema[Name]['key']) =>
		inDatabase(async (database) => database.transaction(store).store.get(key));

	return {
		read: (kind) => get('scans', kind),
		update: (scan) => write((to) => to.objectStore('scans').put(scan, 'running')),
		addAssigned: (scan, mentor, ids) =>
			write(async (to) => {
				await to.objectStore('assigned').put(ids, [scan.id, mentor]);
				await to.objectStore('scans').put(scan, 'running');
			}),
		addBatch: (scan, batch) =>
			write(async (to) => {
				await to.objectStore('batches').put(batch, [scan.id, scan.batches - 1]);
				await to.objectStore('scans').put(scan, 'running');
			}),

		assignedTo: async (scan, mentor) => (await get('assigned', [scan.id, mentor])) ?? [],

		batchAt: (scan, index) => get('batches', [scan.id, index]),

		finish: (scan) =>
			write(async (to) => {
				const earlier = await to.objectStore('scans').get('finished');
				await removeParts(to, earlier, ['assigned', 'batches']);
				await removeParts(to, scan, ['assigned']);
				await to.objectStore('scans').put(scan, 'finished');
				await to.objectStore('scans').delete('running');
			}),

		discardRunning: () =>
			write(async (to) => {
				const running = await to.objectStore('scans').get('running');
				await removeParts(to, running, ['assigned', 'batches']);
				await to.objectStore('scans').delete('running');
			}),
	};
}

async function removeParts(
	transaction: WriteTransaction,
	scan: Scan | undefined,
	stores: ReadonlyArray<'assigned' | 'batches'>,
): Promise<void> {
	for (const store of scan ? stores : []) {
		await transaction
			.objectStore(store)
			.delete(IDBKeyRange.bound([scan?.id, 0], [scan?.id, Number.POSITIVE_INFINITY]));
	}
}
