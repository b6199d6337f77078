import type { AssignedMentees, MenteeSource } from './mentees.ts';
import type { Scan, ScanStore } from './scanStore.ts';

export interface ScanDependencies {
	readonly source: MenteeSource;
	readonly store: ScanStore;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/**
 * Begins a scan in place of one that was not finished.
 *
 * @throws ApiError
 */
export async function beginScan(
	{ source, store, now }: ScanDependencies,
	signal: AbortSignal,
): Promise<Scan> {
	const mentors = await source.findMentors(signal);
	const scan: Scan = {
		id: now(),
		finishedAt: null,
		isPaused: false,
		batchSize: await source.findBatchSize(signal),
		mentors,
		mentorsListed: 0,
		expected: mentors ? 0 : await source.countActiveEditors(signal),
		lookedUp: 0,
		batches: 0,
		place: { mentor: 0, offset: 0 },
		nextEditor: mentors ? null : '',
	};
	await store.discardRunning();
	await store.update(scan);
	return scan;
}

/**
 * Goes on with a scan from where it is, a request at a time; after each, what it found is in the
 * store and nothing of it is held here. Gives the scan as it is after each step; the last is
 * finished.
 *
 * @throws ApiError
 * @throws The signal's reason once that is aborted.
 */
export async function* continueScan(
	dependencies: ScanDependencies,
	from: Scan,
	signal: AbortSignal,
): AsyncIterable<Scan> {
	const { store, now } = dependencies;
	let scan = from;
	const steps = scan.mentors ? scanMentees : scanEditors;
	for await (scan of steps(dependencies, scan, signal)) {
		yield scan;
	}
	// What a wiki counts as active is some hours old.
	scan = { ...scan, finishedAt: now(), expected: scan.lookedUp };
	await store.finish(scan);
	yield scan;
}

async function* scanMentees(
	{ source, store }: ScanDependencies,
	from: Scan,
	signal: AbortSignal,
): AsyncIterable<Scan> {
	let scan = from;
	for (const mentor of scan.mentors?.slice(scan.mentorsListed) ?? []) {
		const ids = await source.findMentees(mentor, signal);
		const { mentorsListed: place, expected } = scan;
		scan = { ...scan, mentorsListed: place + 1, expected: expected + ids.length };
		await store.addAssigned(scan, place, ids);
		yield scan;
	}
	while (scan.lookedUp < scan.expected) {
		const { place, ...assigned } = await takeAssigned(store, scan);
		if (assigned.ids.length === 0) {
			// The browser has thrown a part away: what is left is what there is.
			return;
		}
		const batch = await source.lookUp(assigned, signal);
		const lookedUp = scan.lookedUp + assigned.ids.length;
		scan = { ...scan, place, lookedUp, batches: scan.batches + 1 };
		await store.addBatch(scan, batch);
		yield scan;
	}
}

/** The next mentees to look up from the scan's place on, and the place after them. */
async function takeAssigned(
	store: ScanStore,
	scan: Scan,
): Promise<AssignedMentees & Pick<Scan, 'place'>> {
	const { place, batchSize, mentorsListed } = scan;
	const ids: number[] = [];
	const mentors: number[] = [];
	let { mentor, offset } = place;
	while (ids.length < batchSize && mentor < mentorsListed) {
		const all = await store.assignedTo(scan, mentor);
		const taken = all.slice(offset, offset + batchSize - ids.length);
		ids.push(...taken);
		mentors.push(...taken.map(() => mentor));
		offset += taken.length;
		if (offset >= all.length) {
			mentor++;
			offset = 0;
		}
	}
	return { ids, mentors, place: { mentor, offset } };
}

async function* scanEditors(
	{ source, store }: ScanDependencies,
	from: Scan,
	signal: AbortSignal,
): AsyncIterable<Scan> {
	let scan = from;
	while (scan.nextEditor !== null) {
		const { nextEditor, batchSize } = scan;
		const { batch, next } = await source.findActiveEditors(nextEditor, batchSize, signal);
		const lookedUp = scan.lookedUp + batch.ids.length;
		const expected = Math.max(scan.expected, lookedUp);
		scan = { ...scan, lookedUp, expected, batches: scan.batches + 1, nextEditor: next };
		await store.addBatch(scan, batch);
		yield scan;
	}
}
