// @vitest-environment happy-dom
import $ from 'jquery';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScanApi } from '../../gadget/scan/mentees.ts';
import { createPoliteApi } from '../../gadget/wiki/politeApi.ts';

/** What `mw.Api` gives: an answer, or the four arguments of its rejection. */
type Outcome = { answer: unknown } | { rejection: unknown[] };

const requests: Array<Record<string, unknown>> = [];
const options: unknown[] = [];
const wait = vi.fn<(seconds: number, signal: AbortSignal) => Promise<void>>();
const onWait = vi.fn();
let outcomes: Outcome[];
let api: ScanApi;
let open: number;

function requestOf(outcome: Outcome | undefined) {
	const deferred = $.Deferred();
	open++;
	deferred.always(() => open--);
	if (outcome) {
		setTimeout(() =>
			'answer' in outcome
				? deferred.resolve(outcome.answer)
				: deferred.reject(...outcome.rejection),
		);
	}
	return deferred.promise({ abort: () => deferred.reject('http', { textStatus: 'abort' }) });
}

const xhrOf = (retryAfter: string | null, status = 200) => ({
	status,
	getResponseHeader: (name: string) => (name === 'Retry-After' ? retryAfter : null),
});
const busy = (code: string, retryAfter: string | null): Outcome => {
	const answer = { errors: [{ code, text: 'Busy.' }] };
	return { rejection: [code, answer, answer, xhrOf(retryAfter)] };
};
const failed = (status: number, retryAfter: string | null): Outcome => ({
	rejection: ['http', { textStatus: 'error', xhr: xhrOf(retryAfter, status) }],
});

beforeEach(() => {
	vi.resetAllMocks();
	requests.length = 0;
	options.length = 0;
	outcomes = [];
	open = 0;
	class Api {
		constructor(given: unknown) {
			options.push(given);
		}
		get(parameters: Record<string, unknown>) {
			requests.push(parameters);
			return requestOf(outcomes.shift());
		}
	}
	vi.stubGlobal('mw', { Api, util: { getUrl: (title: string) => `/wiki/${title}` } });
	vi.stubGlobal('location', { href: 'https://wiki.example/wiki/X' });
	api = createPoliteApi({ wait, onWait });
});

const get = (signal = new AbortController().signal) => api.get({ action: 'query' }, signal);

describe('a polite request', () => {
	test('says who is asking, and when the wiki is to refuse', async () => {
		outcomes = [{ answer: { a: 1 } }];
		expect(await get()).toEqual({ a: 1 });
		expect(options[0]).toMatchObject({
			parameters: { maxlag: 5, formatversion: '2' },
			ajax: {
				headers: {
					'Api-User-Agent':
						'MentorshipGadget (https://wiki.example/wiki/MediaWiki:Gadget-mentorship.json)',
				},
			},
		});
	});

	test.each([
		['maxlag', busy('maxlag', '7'), 7],
		['a rate limit', busy('ratelimited', null), 5],
		['status 429', failed(429, '12'), 12],
		['status 503 without a word', failed(503, null), 5],
	])('waits as long as the wiki says, given %s', async (_what, first, seconds) => {
		outcomes = [first, { answer: 'late' }];
		expect(await get()).toBe('late');
		expect(wait).toHaveBeenCalledExactlyOnceWith(seconds, expect.anything());
		expect(onWait.mock.calls.map(([time]) => time)).toEqual([seconds, null]);
		expect(requests).toHaveLength(2);
	});

	test('leaves a wiki alone that wants a day off', async () => {
		outcomes = [failed(503, '86400')];
		await expect(get()).rejects.toMatchObject({ code: 'server' });
		expect(requests).toHaveLength(1);
	});

	test('waits longer each time, and then gives up', async () => {
		outcomes = Array.from({ length: 9 }, () => busy('maxlag', null));
		await expect(get()).rejects.toMatchObject({ code: 'maxlag', text: 'Busy.' });
		expect(wait.mock.calls.map(([seconds]) => seconds)).toEqual([5, 10, 20, 40, 80]);
	});

	test.each(['readapidenied', 'assertuserfailed'])(
		'does not repeat what was refused (%s)',
		async (code) => {
			outcomes = [busy(code, null)];
			await expect(get()).rejects.toMatchObject({ code });
			expect(requests).toHaveLength(1);
		},
	);

	test('does not repeat where there is no connection', async () => {
		outcomes = [failed(0, null)];
		await expect(get()).rejects.toMatchObject({ code: 'offline' });
		expect(requests).toHaveLength(1);
	});

	test('ends when it is aborted, and so does the request', async () => {
		const controller = new AbortController();
		const request = get(controller.signal);
		controller.abort('pause');
		await expect(request).rejects.toBe('pause');
		expect(open).toBe(0);
	});

	test('ends when it is aborted while it waits', async () => {
		const controller = new AbortController();
		outcomes = [busy('maxlag', null)];
		wait.mockImplementation(async (_seconds, signal) => {
			controller.abort('cancel');
			signal.throwIfAborted();
		});
		await expect(get(controller.signal)).rejects.toBe('cancel');
		expect(requests).toHaveLength(1);
	});

	test('is not sent once it is aborted', async () => {
		await expect(get(AbortSignal.abort('pause'))).rejects.toBe('pause');
		expect(requests).toHaveLength(0);
	});
});
