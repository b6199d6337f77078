import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { WikiApi } from '../../gadget/wiki/api.ts';
import { bringGrowthTexts } from '../../gadget/wiki/growthTexts.ts';
import { fallbackLanguages } from '../../server-mock/wiki/messages/languages.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

const hour = 3_600_000;
let messages: Map<string, string>;

beforeEach(() => {
	vi.useFakeTimers();
	stubStorage();
	messages = new Map();
	vi.stubGlobal('mw', {
		messages,
		language: { getFallbackLanguageChain: () => ['de', ...fallbackLanguages('de')] },
		config: { get: () => 'de' },
		storage: storageOfMediaWiki,
		user: { options: new Map() },
		requestIdleCallback: (work: () => void) => work(),
	});
});

/** A wiki that words its own texts, and ours, as it is told. */
function createApi(word: string) {
	const title = 'MediaWiki:Gadget-mentorship-card-de.json';
	const content = JSON.stringify({ 'card-get-different': word });
	const get = vi.fn(async ({ ammessages }: Readonly<Record<string, string | number>>) => ({
		query: {
			allmessages: String(ammessages)
				.split('|')
				.map((name) => ({ name, content: word })),
			pages: [{ title, revisions: [{ slots: { main: { content } } }] }],
			allpages: [],
		},
	}));
	const api: WikiApi = { get: get as WikiApi['get'], post: () => Promise.reject() };
	return { api, get };
}

const shown = () => messages.get('gadget-mentorship-card-get-different');

describe('the Homepage’s texts', () => {
	test('come with one request, the wiki’s and ours', async () => {
		const { api, get } = createApi('Andere');
		const texts = bringGrowthTexts(api);
		expect(shown()).toBe('Another mentor');
		expect((await texts).button).toBe('Andere');
		expect(shown()).toBe('Andere');
		expect(get).toHaveBeenCalledOnce();
	});

	test('may be blank where the community wants nothing said', async () => {
		expect(await bringGrowthTexts(createApi('').api)).toMatchObject({ header: '', button: '' });
		// Also as they were kept.
		const { api, get } = createApi('Wort');
		expect(await bringGrowthTexts(api)).toMatchObject({ header: '', button: '' });
		expect(get).not.toHaveBeenCalled();
	});

	test.each(['', 'Wort'])(
		'are refused where the wiki lacks one, the others being “%s”',
		async (word) => {
			const { api } = createApi(word);
			const lacking: WikiApi = {
				...api,
				get: async <Answer>(parameters: Parameters<WikiApi['get']>[0]) => {
					const answer = await createApi(word).get(parameters);
					answer.query.allmessages.pop();
					return answer as Answer;
				},
			};
			await expect(bringGrowthTexts(lacking)).rejects.toThrow('lacks a text');
		},
	);

	test('are kept, and asked for anew after an hour, behind what shows', async () => {
		await bringGrowthTexts(createApi('Andere').api);
		messages.clear();
		const { api, get } = createApi('Sonstige');
		vi.advanceTimersByTime(hour - 1);
		expect((await bringGrowthTexts(api)).button).toBe('Andere');
		expect(shown()).toBe('Andere');
		expect(get).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect((await bringGrowthTexts(api)).button).toBe('Andere');
		await vi.waitFor(() => expect(shown()).toBe('Sonstige'));
		expect((await bringGrowthTexts(api)).button).toBe('Sonstige');
		expect(get).toHaveBeenCalledOnce();
	});

	test('are not kept while the browser is busy with them: what cannot be drawn must not come back', async () => {
		Object.assign(mw, { requestIdleCallback: () => undefined });
		await bringGrowthTexts(createApi('Wort').api);
		const { api, get } = createApi('Wort');
		await bringGrowthTexts(api);
		expect(get).toHaveBeenCalledOnce();
	});
});
