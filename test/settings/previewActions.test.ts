import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createScanStore } from '../../gadget/scan/browserStore.ts';
import type { MenteeSource } from '../../gadget/scan/mentees.ts';
import { type ScanStore, StorageError } from '../../gadget/scan/scanStore.ts';
import {
	initialPreview,
	type PreviewState,
	reducePreview,
} from '../../gadget/settings/preview/preview.ts';
import {
	createPreviewActions,
	type PreviewActions,
} from '../../gadget/settings/preview/previewActions.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import { sourceOf } from '../scan/fakeSource.ts';

const mentees = Array.from({ length: 6 }, (_none, index) => index + 1);
let databases = 0;
let clock: number;
let store: ScanStore;
let lookedUp: number[];
/** Called before each look-up. */
let before: (ids: readonly number[]) => void | Promise<void>;
/** Called before the mentors are asked for. */
let beforeMentors: () => void | Promise<void>;

const known = sourceOf({ menteesByMentor: [mentees], batchSize: 2 });
const source: MenteeSource = {
	...known,
	async findMentors(signal) {
		await beforeMentors();
		return known.findMentors(signal);
	},
	async lookUp(assigned, signal) {
		await before(assigned.ids);
		const batch = await known.lookUp(assigned, signal);
		clock += 1000;
		lookedUp.push(...assigned.ids);
		return batch;
	},
};

interface Tab {
	readonly state: () => PreviewState;
	readonly actions: PreviewActions;
}

/** One lock for all tabs, as `navigator.locks` gives it. */
let lock: Promise<unknown>;
let holders: number;

function openTab(): Tab {
	let state = initialPreview;
	const actions = createPreviewActions({
		source,
		store,
		now: () => clock,
		download: vi.fn(),
		dispatch: (event) => {
			state = reducePreview(state, event);
		},
		alone(work, onBusy) {
			if (holders > 0) {
				onBusy();
			}
			holders++;
			const done = lock.then(work).finally(() => holders--);
			lock = done.catch(() => undefined);
			return done;
		},
	});
	actions.open();
	return { state: () => state, actions };
}

/** Also on a busy machine, where a scan takes longer than the second that Vitest waits otherwise. */
const often = { interval: 1, timeout: 30_000 };

const becomes = (tab: Tab | undefined, kind: PreviewState['activity']['kind']) =>
	vi.waitFor(() => expect(tab?.state().activity.kind).toBe(kind), often);

/** Waits until a tab shows all mentees, each of whom was looked up once. */
async function finds(tab: Tab | undefined): Promise<void> {
	await vi.waitFor(() => expect(tab?.state().findings?.names).toHaveLength(6), often);
	expect(lookedUp).toEqual(mentees);
}

async function openIdleTab(): Promise<Tab> {
	const tab = openTab();
	await becomes(tab, 'idle');
	return tab;
}

/** Does something when the batch that begins with a mentee is asked for. */
const atLookUpOf =
	(mentee: number, work: () => void | Promise<void>) =>
	([first]: readonly number[]): void | Promise<void> =>
		first === mentee ? work() : undefined;

beforeEach(() => {
	clock = 1000;
	store = createScanStore(`preview-${databases++}`);
	lookedUp = [];
	before = () => undefined;
	beforeMentors = () => undefined;
	lock = Promise.resolve();
	holders = 0;
});

describe('a preview', () => {
	test('has nothing to show at first; then what a scan found, also the next time', async () => {
		const tab = await openIdleTab();
		expect(tab.state().findings).toBeNull();
		tab.actions.start();
		await becomes(tab, 'starting');
		await becomes(tab, 'idle');
		await finds(tab);
		await finds(openTab());
	});

	test('says how far it is, and about how long it still takes', async () => {
		const tab = await openIdleTab();
		let seen: PreviewState['activity'] | undefined;
		before = atLookUpOf(5, () => {
			seen = tab.state().activity;
		});
		tab.actions.start();
		await finds(tab);
		expect(seen).toMatchObject({
			kind: 'running',
			progress: { done: 3, total: 4 },
			scan: { lookedUp: 4, expected: 6 },
		});
		// Three requests took two seconds of the clock.
		expect(seen?.kind === 'running' && seen.secondsLeft).toBeCloseTo(2 / 3);
	});

	test('goes on by itself where it was interrupted', async () => {
		const tab = await openIdleTab();
		// The page goes away, and with it the request.
		await new Promise<void>((resolve) => {
			before = atLookUpOf(3, () => {
				resolve();
				return new Promise(() => undefined);
			});
			tab.actions.start();
		});
		before = () => undefined;
		lock = Promise.resolve();
		holders = 0;
		await finds(openTab());
	});

	test('pauses, stays so, and goes on where it was', async () => {
		const tab = await openIdleTab();
		before = atLookUpOf(3, tab.actions.pause);
		tab.actions.start();
		await becomes(tab, 'paused');
		expect(lookedUp).toEqual([1, 2]);
		const reloaded = openTab();
		await becomes(reloaded, 'paused');
		before = () => undefined;
		reloaded.actions.resume();
		await finds(reloaded);
	});

	test.each([
		['while it runs', false],
		['while it is paused', true],
	])('forgets a scan that is cancelled %s, and keeps the one before', async (_when, paused) => {
		const tab = await openIdleTab();
		tab.actions.start();
		await finds(tab);
		clock += 1000;
		before = atLookUpOf(3, paused ? tab.actions.pause : tab.actions.cancel);
		tab.actions.start();
		if (paused) {
			await becomes(tab, 'paused');
			tab.actions.cancel();
		}
		await becomes(tab, 'idle');
		await vi.waitFor(async () => expect(await store.read('running')).toBeUndefined(), often);
		expect(tab.state().findings?.names).toHaveLength(6);
	});

	test.each([
		['in the middle', 5, false],
		['before it had begun', null, false],
		['before it had begun, after an earlier one', null, true],
	])('says why it failed %s, and goes on when asked', async (_when, mentee, isLater) => {
		const tab = await openIdleTab();
		if (isLater) {
			tab.actions.start();
			await finds(tab);
			await becomes(tab, 'idle');
			lookedUp = [];
		}
		const fail = () => {
			throw new ApiError('offline');
		};
		before = atLookUpOf(mentee ?? 0, fail);
		beforeMentors = mentee === null ? fail : beforeMentors;
		tab.actions.start();
		await becomes(tab, 'failed');
		expect(tab.state().activity).toMatchObject({ refusal: { key: 'failure-offline' } });
		before = () => undefined;
		beforeMentors = () => undefined;
		tab.actions.resume();
		await becomes(tab, 'idle');
		await finds(tab);
	});

	test('says that the browser keeps nothing, where that is so', async () => {
		const read = async () => {
			throw new StorageError('full');
		};
		store = { ...store, read };
		const tab = openTab();
		await becomes(tab, 'failed');
		expect(tab.state().activity).toMatchObject({ refusal: { key: 'preview-scan-storage' } });
	});

	test('does not begin anew where another tab has finished what is to go on', async () => {
		const [tab, other] = [openTab(), openTab()];
		before = atLookUpOf(3, () => {
			before = () => undefined;
			throw new ApiError('readonly');
		});
		tab.actions.start();
		await becomes(tab, 'failed');
		other.actions.resume();
		await finds(other);
		tab.actions.resume();
		await becomes(tab, 'idle');
		await finds(tab);
	});

	test.each([
		['shows what that found', false],
		['stays paused where that was paused', true],
	])('waits for another tab, and then %s', async (_what, isPaused) => {
		const first = await openIdleTab();
		let second: Tab | undefined;
		before = atLookUpOf(3, async () => {
			second = openTab();
			await becomes(second, 'elsewhere');
			if (isPaused) {
				first.actions.pause();
			}
		});
		first.actions.start();
		for (const tab of [() => first, () => second]) {
			await (isPaused ? becomes(tab(), 'paused') : finds(tab()));
		}
		expect(lookedUp).toEqual(isPaused ? [1, 2] : mentees);
	});
});
