import { afterEach, expect, test, vi } from 'vitest';
import { doAlone } from '../../gadget/settings/preview/timing.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser in which another tab holds the lock, or none does. */
function stubLocks(isFree: boolean) {
	const request = vi.fn(async (_name: string, ...rest: unknown[]) => {
		const work = rest.pop() as (lock: object | null) => unknown;
		return work(rest.length === 0 || isFree ? {} : null);
	});
	vi.stubGlobal('navigator', { locks: { request } });
	return request;
}

test.each([
	['at once where no other tab does', () => stubLocks(true), 0],
	['after another tab, where one does', () => stubLocks(false), 1],
	['at once where the browser has no locks', () => vi.stubGlobal('navigator', {}), 0],
])('work is done once, %s', async (_when, stub, waits) => {
	stub();
	const onBusy = vi.fn<() => void>();
	let isDone = false;
	const work = vi.fn(async () => {
		expect(onBusy).toHaveBeenCalledTimes(waits);
		await Promise.resolve();
		isDone = true;
	});
	await doAlone('scan', work, onBusy);
	expect(isDone).toBe(true);
	expect(work).toHaveBeenCalledOnce();
	expect(onBusy).toHaveBeenCalledTimes(waits);
});

test('the lock is asked for as long as it is free, and then waited for', async () => {
	const request = stubLocks(false);
	await doAlone('scan', async () => undefined, vi.fn());
	expect(request.mock.calls.map(([name, options]) => [name, options])).toEqual([
		['scan', { ifAvailable: true }],
		['scan', expect.any(Function)],
	]);
});

test('why the work failed is passed on', async () => {
	stubLocks(true);
	const failing = async () => {
		throw new Error('offline');
	};
	await expect(doAlone('scan', failing, vi.fn())).rejects.toThrow('offline');
});
