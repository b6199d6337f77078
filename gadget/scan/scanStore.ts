import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { AssignedMentees, ListedMentor, MenteeBatch } from './mentees.ts';

/** How far a scan has come. */
export interface Scan {
	/** When it began, in milliseconds since 1970: its identity. */
	readonly id: number;
	/** Milliseconds since 1970; `null` while it goes on. */
	readonly finishedAt: number | null;
	/** Somebody paused it: it does not go on by itself. */
	readonly isPaused: boolean;
	/** `null` on a wiki that does not know who is a mentee: its active editors are scanned. */
	readonly mentors: readonly ListedMentor[] | null;
	/** How many accounts are looked up with a request. */
	readonly batchSize: number;
	/** Mentors whose mentees are listed. */
	readonly mentorsListed: number;
	/** How many accounts there are to look up, as far as is known. */
	readonly expected: number;
	readonly lookedUp: number;
	readonly batches: number;
	/** The next mentees to look up: whose, and how many of those are done. */
	readonly place: { readonly mentor: number; readonly offset: number };
	/** The name of the next active editor; `null` where all are found. */
	readonly nextEditor: string | null;
}

interface ScanSchema extends DBSchema {
	scans: { key: 'running' | 'finished'; value: Scan };
	/** User ids of a mentor's mentees, by scan and mentor. */
	assigned: { key: [number, number]; value: readonly number[] };
	/** What was found, by scan and number. */
	batches: { key: [number, number]; value: MenteeBatch };
}

type StoreName = 'scans' | 'assigned' | 'batches';
type WriteTransaction = IDBPTransaction<ScanSchema, StoreName[], 'readwrite'>;

/** IndexedDB is missing, denied or full. */
export class StorageError extends Error {}

/**
 * Keeps a scan in IndexedDB, so that it goes on where it was whatever happens to the page. All
 * promises reject with {@link StorageError}.
 */
export interface ScanStore {
	read(kind: 'running' | 'finished'): Promise<Scan | undefined>;
	/** Writes where a running scan is. */
	update(scan: Scan): Promise<void>;
	addAssigned(scan: Scan, mentor: number, ids: readonly number[]): Promise<void>;
	addBatch(scan: Scan, batch: MenteeBatch): Promise<void>;
	/** The next mentees to look up from the scan's place on, and the place after them. */
	takeAssigned(scan: Scan): Promise<AssignedMentees & Pick<Scan, 'place'>>;
	batchAt(scan: Scan, index: number): Promise<MenteeBatch | undefined>;
	/** Makes the running scan the finished one, in place of an earlier one. */
	finish(scan: Scan): Promise<void>;
	discardRunning(): Promise<void>;
}

/** @param name The database's: several wikis may share one origin. */
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

		async takeAssigned(scan) {
			const ids: number[] = [];
			const mentors: number[] = [];
			let { mentor, offset } = scan.place;
			while (ids.length < scan.batchSize && mentor < scan.mentorsListed) {
				const all = (await get('assigned', [scan.id, mentor])) ?? [];
				const taken = all.slice(offset, offset + scan.batchSize - ids.length);
				ids.push(...taken);
				mentors.push(...taken.map(() => mentor));
				offset += taken.length;
				if (offset >= all.length) {
					mentor++;
					offset = 0;
				}
			}
			return { ids, mentors, place: { mentor, offset } };
		},

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
