import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { sumCrosstab } from '../../gadget/domain/tally.ts';
import { createScanStore } from '../../gadget/scan/browserStore.ts';
import { measureEffect } from '../../gadget/scan/effect.ts';
import { readFindings } from '../../gadget/scan/findings.ts';
import type { MenteeSource } from '../../gadget/scan/mentees.ts';
import { beginScan, continueScan, type ScanDependencies } from '../../gadget/scan/scan.ts';
import { type Scan, type ScanStore, StorageError } from '../../gadget/scan/scanStore.ts';
import { batchOf, plainSource, sourceOf } from './fakeSource.ts';

const never = new AbortController().signal;
let databases = 0;
let store: ScanStore;
let requests: string[];

const dependenciesOf = (source: MenteeSource): ScanDependencies => ({
	source,
	store,
	now: () => 7,
});

/** Runs a scan, stopped after a number of steps each time, until it is finished. */
async function scanInterrupted(source: MenteeSource, stepsAtATime: number): Promise<Scan> {
	const dependencies = dependenciesOf(source);
	let scan = await beginScan(dependencies, never);
	while (scan.finishedAt === null) {
		let steps = 0;
		const from = (await store.read('running')) ?? scan;
		for await (scan of continueScan(dependencies, from, never)) {
			if (++steps === stepsAtATime) {
				break;
			}
		}
	}
	return scan;
}

beforeEach(() => {
	store = createScanStore(`scan-${databases++}`);
	requests = [];
});

const someWiki = fc.record({
	sizes: fc.array(fc.nat(7), { maxLength: 5 }),
	batchSize: fc.integer({ min: 1, max: 6 }),
	stepsAtATime: fc.integer({ min: 1, max: 9 }),
});

describe('a scan', () => {
	test('finds every mentee of every mentor once, wherever it was interrupted', async () => {
		await fc.assert(
			fc.asyncProperty(someWiki, async ({ sizes, batchSize, stepsAtATime }) => {
				store = createScanStore(`scan-${databases++}`);
				requests = [];
				let id = 1;
				const menteesByMentor = sizes.map((size) => Array.from({ length: size }, () => id++));
				const all = menteesByMentor.flat();
				const scan = await scanInterrupted(
					sourceOf({ menteesByMentor, batchSize }, requests),
					stepsAtATime,
				);
				const findings = await readFindings(store, scan, 9);
				expect(findings.names).toEqual(all.map((mentee) => `User ${mentee}`));
				expect([...findings.columns.mentors]).toEqual(
					menteesByMentor.flatMap((mentees, mentor) => mentees.map(() => mentor)),
				);
				expect(Array.from(findings.columns.editCounts)).toEqual(all.map((mentee) => mentee * 10));
				// No request was repeated, and none asked for less than it could.
				expect(new Set(requests).size).toBe(requests.length);
				expect(requests).toHaveLength(sizes.length + Math.ceil(all.length / batchSize));
			}),
			{ numRuns: 60 },
		);
	});

	test('leaves out accounts that are gone, and counts none twice', async () => {
		const source = sourceOf({
			menteesByMentor: [
				[1, 2],
				[2, 3],
			],
			gone: [3],
			batchSize: 3,
		});
		const scan = await scanInterrupted(source, 99);
		const { names, columns } = await readFindings(store, scan, 9);
		expect(names).toEqual(['User 1', 'User 2']);
		expect(columns.editCounts).toHaveLength(2);
		expect(scan).toMatchObject({ expected: 4, lookedUp: 4, finishedAt: 7 });
	});

	test('keeps a number of edits as the wiki says it, also below zero', async () => {
		const source = sourceOf({ menteesByMentor: [[1]], batchSize: 3 });
		const lookUp: MenteeSource['lookUp'] = async (assigned) => ({
			...batchOf(assigned.ids, assigned.mentors),
			editCounts: [-3],
		});
		const scan = await scanInterrupted({ ...source, lookUp }, 99);
		const { columns } = await readFindings(store, scan, 9);
		expect(Array.from(columns.editCounts)).toEqual([-3]);
		const { tally, crosstab } = measureEffect(await readFindings(store, scan, 9), {
			enabled: true,
			minEditcount: 1,
			minTenureInDays: 0,
		});
		expect([tally.optedOut.length, sumCrosstab(crosstab).edits[0]?.mentees]).toEqual([0, 1]);
	});

	test('goes through active editors where the wiki does not know who is a mentee', async () => {
		for (const [stepsAtATime, active] of [
			[1, 3],
			[2, 9],
			[99, 9],
		] as const) {
			store = createScanStore(`scan-${databases++}`);
			requests = [];
			const source = plainSource([[1, 2], [3, 4], [5]], requests);
			const countActiveEditors = async () => active;
			const scan = await scanInterrupted({ ...source, countActiveEditors }, stepsAtATime);
			expect(scan).toMatchObject({ expected: 5, lookedUp: 5 });
			const findings = await readFindings(store, scan, 9);
			expect(findings.mentors).toBeNull();
			expect(findings.names).toHaveLength(5);
			expect([...findings.columns.registrations]).toEqual([1, 2, 3, 4, Number.NaN]);
			expect(requests).toEqual(['from 0', 'from 1', 'from 2']);
		}
	});

	test('keeps what an earlier one found until it is finished itself', async () => {
		const earlier = await scanInterrupted(sourceOf({ menteesByMentor: [[1]], batchSize: 2 }), 99);
		const source = sourceOf({ menteesByMentor: [[2, 3, 4]], batchSize: 2 });
		const dependencies = { ...dependenciesOf(source), now: () => 8 };
		const begun = await beginScan(dependencies, never);
		for await (const scan of continueScan(dependencies, begun, never)) {
			if (scan.finishedAt === null) {
				expect(await store.read('finished')).toEqual(earlier);
			}
		}
		expect(await store.read('running')).toBeUndefined();
		const finished = await store.read('finished');
		expect(finished?.id).toBe(8);
		expect(await store.assignedTo(begun, 0)).toEqual([]);
		expect((await readFindings(store, { ...begun, finishedAt: 9 }, 10)).finishedAt).toBe(9);
		expect(await store.batchAt(earlier, 0)).toBeUndefined();
	});

	test.each([
		['it is discarded', () => store.discardRunning(), false],
		[
			'another is begun in its place',
			() =>
				beginScan(
					{ ...dependenciesOf(sourceOf({ menteesByMentor: [], batchSize: 1 })), now: () => 8 },
					never,
				),
			true,
		],
	])('is forgotten when %s', async (_when, forget, hasNext) => {
		const source = sourceOf({ menteesByMentor: [[1, 2]], batchSize: 1 });
		const begun = await beginScan(dependenciesOf(source), never);
		let last = begun;
		for await (last of continueScan(dependenciesOf(source), begun, never)) {
			if (last.batches === 1) {
				break;
			}
		}
		expect(await store.batchAt(last, 0)).toBeDefined();
		await forget();
		expect((await store.read('running'))?.id).toBe(hasNext ? 8 : undefined);
		expect(await store.batchAt(last, 0)).toBeUndefined();
		expect(await store.assignedTo(last, 0)).toEqual([]);
	});

	test('ends where it is once it is aborted', async () => {
		const source = sourceOf({ menteesByMentor: [[1], [2], [3]], batchSize: 1 });
		const controller = new AbortController();
		const begun = await beginScan(dependenciesOf(source), never);
		const steps = continueScan(dependenciesOf(source), begun, controller.signal);
		await expect(
			(async () => {
				for await (const { mentorsListed } of steps) {
					if (mentorsListed === 2) {
						controller.abort('pause');
					}
				}
			})(),
		).rejects.toBe('pause');
		expect(await store.read('running')).toMatchObject({ mentorsListed: 2, batches: 0 });
	});

	test('goes on without what the browser has thrown away', async () => {
		const source = sourceOf({ menteesByMentor: [[1, 2]], batchSize: 1 });
		const begun = await beginScan(dependenciesOf(source), never);
		const damaged = { ...begun, mentorsListed: 1, expected: 5 };
		for await (const scan of continueScan(dependenciesOf(source), damaged, never)) {
			expect(scan.finishedAt).toBe(7);
		}
	});
});

describe('a browser without IndexedDB', () => {
	test('gives a storage error', async () => {
		const factory = globalThis.indexedDB;
		Reflect.deleteProperty(globalThis, 'indexedDB');
		try {
			await expect(createScanStore('none').read('running')).rejects.toThrow(StorageError);
		} finally {
			globalThis.indexedDB = factory;
		}
	});

	test('gives one where it is denied, and goes on once it is not', async () => {
		(await openDB('newer', 2)).close();
		const denied = createScanStore('newer');
		await expect(denied.read('running')).rejects.toThrow(StorageError);
		await deleteDB('newer');
		expect(await denied.read('running')).toBeUndefined();
	});
});
