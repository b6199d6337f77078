import type { MenteeColumns } from '../domain/tally.ts';
import type { ListedMentor } from './mentees.ts';
import type { Scan, ScanStore } from './scanStore.ts';

/** What a finished scan found, in memory for as long as the page is open. */
export interface Findings {
	/** Milliseconds since 1970. */
	readonly finishedAt: number;
	/** What account ages are counted to, in milliseconds since 1970. */
	readonly readAt: number;
	/** `null` on a wiki that does not know who is a mentee. */
	readonly mentors: readonly ListedMentor[] | null;
	readonly columns: MenteeColumns;
	readonly names: readonly string[];
}

/**
 * Reads what a finished scan kept, a batch at a time.
 *
 * @param now Milliseconds since 1970.
 */
export async function readFindings(store: ScanStore, scan: Scan, now: number): Promise<Findings> {
	const editCounts = new Float64Array(scan.lookedUp);
	const registrations = new Float64Array(scan.lookedUp);
	const mentors = new Uint32Array(scan.lookedUp);
	const names: string[] = [];
	// A person whose mentor changed while the scan went on was listed twice.
	const known = new Set<number>();
	for (let index = 0; index < scan.batches; index++) {
		const batch = await store.batchAt(scan, index);
		batch?.ids.forEach((id, position) => {
			if (!known.has(id)) {
				known.add(id);
				const place = names.push(batch.names[position] ?? '') - 1;
				editCounts[place] = batch.editCounts[position] ?? 0;
				registrations[place] = batch.registrations[position] ?? Number.NaN;
				mentors[place] = batch.mentors[position] ?? 0;
			}
		});
	}
	const count = names.length;
	return {
		finishedAt: scan.finishedAt ?? scan.id,
		readAt: now,
		mentors: scan.mentors,
		names,
		columns: {
			editCounts: editCounts.subarray(0, count),
			registrations: registrations.subarray(0, count),
			mentors: mentors.subarray(0, count),
		},
	};
}
