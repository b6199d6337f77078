import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Thresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { bringConfiguration, readConfiguration } from '../../gadget/userscript/configuration.ts';
import type { WikiApi } from '../../gadget/wiki/api.ts';
import type { Cache } from '../../gadget/wiki/cache.ts';

const on: Thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
const pageWith = (block: unknown) => JSON.stringify({ [thresholdsKey]: block });

/** @param text What the page holds; `undefined`: there is none; `null`: the wiki cannot be reached. */
function wikiWith(text: string | null | undefined): WikiApi & { readonly asked: unknown[] } {
	const asked: unknown[] = [];
	return {
		asked,
		async get<Answer>(parameters: unknown) {
			asked.push(parameters);
			if (text === null) {
				throw new Error('offline');
			}
			const revisions = [{ slots: { main: { content: text } } }];
			const page = text === undefined ? { missing: true } : { revisions };
			return { query: { pages: [page] } } as Answer;
		},
		post: () => Promise.reject(new Error('nothing is written')),
	};
}

function cacheWith(kept?: string): Cache & { written: unknown[] } {
	const written: unknown[] = [];
	return {
		written,
		read: async <Value>() => kept as Value | undefined,
		write: async (_key, value) => {
			written.push(value);
		},
	};
}

beforeEach(() => {
	vi.stubGlobal('mw', { log: { warn: vi.fn() } });
});

describe('the userscript’s thresholds', () => {
	test.each([
		['as the page has them', pageWith(on), on],
		['off where there is no page', undefined, null],
		['off where it is no JSON', '{', null],
		['off where a key is missing', pageWith({ enabled: true, minEditcount: 1 }), null],
		['off where the wiki cannot be reached', null, null],
	])('are %s', async (_how, text, expected) => {
		await bringConfiguration(wikiWith(text), cacheWith());
		expect(readConfiguration()).toEqual(expected);
	});

	test('are those of the last time at once, and renewed behind them', async () => {
		const api = wikiWith(pageWith(on));
		const cache = cacheWith(pageWith({ ...on, minEditcount: 7 }));
		await bringConfiguration(api, cache);
		expect(readConfiguration()?.minEditcount).toBe(7);
		await expect.poll(() => cache.written).toEqual([pageWith(on)]);
		expect(api.asked).toHaveLength(1);
	});
});
