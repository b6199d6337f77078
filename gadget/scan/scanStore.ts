import type { ListedMentor, MenteeBatch } from './mentees.ts';

/** How far a scan has come. */
export interface Scan {
	/** When it began, in milliseconds since 1970: its identity. */
	readonly id: number;
	/** Milliseconds since 1970; `null` while it goes on. */
	readonly finishedAt: number | null;
	/** It was paused: it does not go on by itself. */
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

/** What should keep a scan is missing, denied or full. */
export class StorageError extends Error {}

/**
 * Keeps a scan, so that it goes on where it was whatever happens to the page or the process. All
 * promises reject with {@link StorageError}.
 */
export interface ScanStore {
	read(kind: 'running' | 'finished'): Promise<Scan | undefined>;
	/** Writes where a running scan is. */
	update(scan: Scan): Promise<void>;
	addAssigned(scan: Scan, mentor: number, ids: readonly number[]): Promise<void>;
	addBatch(scan: Scan, batch: MenteeBatch): Promise<void>;
	/** The user ids of a mentor's mentees; none where the browser has thrown them away. */
	assignedTo(scan: Scan, mentor: number): Promise<readonly number[]>;
	batchAt(scan: Scan, index: number): Promise<MenteeBatch | undefined>;
	/** Makes the running scan the finished one, in place of an earlier one. */
	finish(scan: Scan): Promise<void>;
	discardRunning(): Promise<void>;
}
