import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readThresholds, type Thresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { bringConfiguration, readGadgetPage } from '../../gadget/userscript/configuration.ts';
import type { WikiApi } from '../../gadget/wiki/api.ts';

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

/** What the browser keeps, as `mw.storage` and `localStorage` have it. */
let storage: Map<string, string>;

beforeEach(() => {
	storage = new Map();
	vi.stubGlobal('mw', {
		log: { warn: vi.fn() },
		config: { get: () => 'wiki' },
		storage: {
			setObject: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)),
		},
	});
	vi.stubGlobal('localStorage', { getItem: (key: string) => storage.get(key) ?? null });
});

describe('the userscript’s thresholds', () => {
	test.each([
		['as the page has them', pageWith(on), on],
		['off where there is no page', undefined, null],
		['off where it is no JSON', '{', null],
		['off where a key is missing', pageWith({ enabled: true, minEditcount: 1 }), null],
		['off where the wiki cannot be reached', null, null],
	])('are %s', async (_how, text, expected) => {
		await bringConfiguration(wikiWith(text));
		expect(readThresholds(readGadgetPage())).toEqual(expected);
	});

	test('are those of the last time at once, and renewed behind them', async () => {
		await bringConfiguration(wikiWith(pageWith({ ...on, minEditcount: 7 })));
		const api = wikiWith(pageWith(on));
		await bringConfiguration(api);
		expect(readThresholds(readGadgetPage())?.minEditcount).toBe(7);
		await expect.poll(() => [...storage.values()].join()).toContain('\\"minEditcount\\":500');
		expect(api.asked).toHaveLength(1);
	});
});
