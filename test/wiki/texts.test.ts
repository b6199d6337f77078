import { beforeEach, describe, expect, test, vi } from 'vitest';
import { visitForTexts } from './fakeTextsWiki.ts';

const german = { 'Gadget-mentorship-card-de.json': '{"close":"Schließen","cancel":"Abbrechen"}' };
const hour = 3_600_000;

beforeEach(() => {
	vi.useFakeTimers();
});

describe('where the texts come from', () => {
	test.each([
		['de', german, ['Schließen', 'Abbrechen']],
		['de-at', german, ['Schließen', 'Abbrechen']],
		['fr', german, ['Close', 'Cancel']],
		['de', { 'Gadget-mentorship-card-de.json': '{"close":"Schließen"}' }, ['Schließen', 'Cancel']],
		[
			'de-at',
			{ ...german, 'Gadget-mentorship-card-de-at.json': '{"close":"Zumachen"}' },
			['Zumachen', 'Abbrechen'],
		],
	])('in %s, with the pages %j, they are %j', async (language, pages, texts) => {
		const visit = visitForTexts({ language, pages });
		await visit.drawable;
		expect(visit.read()).toEqual(texts);
		expect(visit.requests).toHaveLength(1);
	});

	test.each([
		['de', 'en', { 'Gadget-mentorship-close/de': 'Zu' }, 'Zu'],
		['de', 'de', { 'Gadget-mentorship-close': 'Zu' }, 'Zu'],
		['de', 'de', { 'Gadget-mentorship-close/de': 'Zu' }, 'Schließen'],
		['de', 'en', { 'Gadget-mentorship-close': 'Shut' }, 'Schließen'],
		['de', 'en', { 'Gadget-mentorship-close/fr': 'Fermer' }, 'Schließen'],
		['de-at', 'en', { 'Gadget-mentorship-close/de': 'Zu' }, 'Zu'],
		[
			'de-at',
			'en',
			{ 'Gadget-mentorship-close/de': 'Zu', 'Gadget-mentorship-close/de-at': 'Aus' },
			'Aus',
		],
		['fr', 'en', { 'Gadget-mentorship-close': 'Shut' }, 'Shut'],
		['fr', 'fr', { 'Gadget-mentorship-close/en': 'Shut' }, 'Shut'],
	])(
		'to a person with %s, on a wiki in %s, %j says “%s”',
		async (language, contentLanguage, pages, text) => {
			const visit = visitForTexts({ language, contentLanguage, pages: { ...german, ...pages } });
			await visit.drawable;
			expect(visit.read()[0]).toBe(text);
		},
	);

	test('more texts of the community’s than may be asked for at once are asked for in turn', async () => {
		const english = Object.fromEntries(
			Array.from({ length: 120 }, (_, number) => [`text-${number}`, 'Close']),
		);
		const pages = Object.fromEntries(
			Object.keys({ ...english, close: '' }).map((key) => [`Gadget-mentorship-${key}`, 'Shut']),
		);
		const visit = visitForTexts({
			language: 'de',
			pages,
			english: { ...english, close: 'Close', cancel: 'Cancel' },
		});
		await visit.drawable;
		expect(visit.read()).toEqual(['Shut', 'Cancel']);
		const counts = visit.requests.map(({ titles }) => String(titles).split('|').length);
		expect(counts).toEqual([2, 50, 50, 21]);
	});

	test.each([
		['{{int:gadget-mentorship-close}}', 'Close'],
		['{{ INT : gadget-mentorship-close}}', 'Close'],
		['{{{int:close}}}', 'Close'],
		['{{PLURAL:1|{{int:gadget-mentorship-close}}|}}', 'Close'],
		['{{PLURAL:1|Zu|Zus}}', '{{PLURAL:1|Zu|Zus}}'],
		['{{gender:|Zu}}', '{{gender:|Zu}}'],
	])(
		'a text that looks up other texts, maybe for ever, is none, also as kept: of %s there is %s',
		async (text, shown) => {
			const pages = { 'Gadget-mentorship-close/de': text };
			const storage = new Map();
			for (const visit of [{ pages }, {}]) {
				const { drawable, read } = visitForTexts({ language: 'de', ...visit, storage });
				await drawable;
				expect(read()[0]).toBe(shown);
			}
		},
	);

	test('what could not be drawn is not kept', async () => {
		const storage = new Map();
		const visit = visitForTexts({ language: 'de', pages: german, storage });
		visit.redraw.mockImplementation(() => {
			throw new Error('This never ends.');
		});
		await visit.drawable;
		expect(storage.size).toBe(0);
	});

	test('what is not a text on a language’s page leaves the text that there is', async () => {
		const pages = { 'Gadget-mentorship-card-de.json': '{"close":5,"cancel":{"toString":null}}' };
		const visit = visitForTexts({ language: 'de', pages });
		await visit.drawable;
		expect(visit.read()).toEqual(['Close', 'Cancel']);
	});
});

describe('when they are asked for', () => {
	test('English is there at once; what the community changed comes behind', async () => {
		const pages = { 'Gadget-mentorship-close': 'Shut' };
		const visit = visitForTexts({ language: 'en', pages });
		await visit.drawable;
		expect(visit.requests).toEqual([]);
		expect(visit.read()).toEqual(['Close', 'Cancel']);
		await visit.beIdle();
		expect(visit.read()).toEqual(['Shut', 'Cancel']);
		expect(visit.redraw).toHaveBeenCalledOnce();
	});

	test.each(['en', 'de'])(
		'in %s, what is kept is there at once, for an hour without a request',
		async (language) => {
			const storage = new Map();
			const pages = {
				...german,
				'Gadget-mentorship-close': 'Shut',
				'Gadget-mentorship-close/de': 'Zu',
			};
			const first = visitForTexts({ language, pages, storage });
			await first.drawable;
			await first.beIdle();
			const texts = first.read();

			vi.advanceTimersByTime(hour - 1);
			const second = visitForTexts({ language, storage });
			await second.drawable;
			await second.beIdle();
			expect(second.read()).toEqual(texts);
			expect(second.requests).toEqual([]);

			vi.advanceTimersByTime(1);
			const third = visitForTexts({ language, storage });
			await third.drawable;
			expect(third.read()).toEqual(texts);
			expect(third.requests).toEqual([]);
			await third.beIdle();
			expect(third.read()).toEqual(['Close', 'Cancel']);
			expect(third.requests).toHaveLength(1);
		},
	);

	test('what is kept in one language is not for another', async () => {
		const storage = new Map();
		await visitForTexts({ language: 'de', pages: german, storage }).drawable;
		const visit = visitForTexts({ language: 'fr', storage });
		await visit.drawable;
		expect(visit.read()).toEqual(['Close', 'Cancel']);
	});

	test('a slow answer is waited for a second and a half, and shows when it comes', async () => {
		let answer = (): void => undefined;
		const answered = new Promise<void>((resolve) => {
			answer = resolve;
		});
		const visit = visitForTexts({ language: 'de', pages: german, onRequest: () => answered });
		const drawn = vi.fn();
		const drawable = visit.drawable.then(drawn);
		await vi.advanceTimersByTimeAsync(1499);
		expect(drawn).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		await drawable;
		expect(visit.read()).toEqual(['Close', 'Cancel']);
		answer();
		await vi.waitFor(() => expect(visit.redraw).toHaveBeenCalledOnce());
		expect(visit.read()).toEqual(['Schließen', 'Abbrechen']);
	});

	test.each([
		['the wiki does not answer', () => Promise.reject(new Error('offline')), german],
		[
			'a language’s page is not JSON',
			async () => undefined,
			{ 'Gadget-mentorship-card-de.json': '{' },
		],
	])(
		'where %s, they are English, and the console says why once',
		async (_what, onRequest, pages) => {
			const storage = new Map();
			const visit = visitForTexts({ language: 'de', pages, storage, onRequest });
			await visit.drawable;
			expect(visit.read()).toEqual(['Close', 'Cancel']);
			expect(visit.warn).toHaveBeenCalledOnce();
			expect(storage.size).toBe(0);
		},
	);
});
