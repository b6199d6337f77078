import { vi } from 'vitest';
import type { ApiParameters, WikiApi } from '../../gadget/wiki/api.ts';
import { bringTexts } from '../../gadget/wiki/texts.ts';
import { fallbackLanguages } from '../../server-mock/wiki/messages/languages.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

export interface TextsVisit {
	readonly language: string;
	/** By title without the namespace. */
	readonly pages?: Readonly<Record<string, string>>;
	readonly contentLanguage?: string;
	/** The gadget's own texts. */
	readonly english?: Readonly<Record<string, string>>;
	/** What this browser keeps from visit to visit. */
	readonly storage?: Map<string, string>;
	/** What becomes of a request before it is answered. */
	readonly onRequest?: () => Promise<void>;
}

/** A person's view of a page with a card that has two texts. */
export function visitForTexts({
	language,
	pages = {},
	contentLanguage = 'en',
	english = { close: 'Close', cancel: 'Cancel' },
	storage = new Map(),
	onRequest = async () => undefined,
}: TextsVisit) {
	const messages = new Map<string, string>();
	const idle: Array<() => Promise<void>> = [];
	const requests: ApiParameters[] = [];
	const warn = vi.fn();
	const redraw = vi.fn();
	stubStorage(storage);
	vi.stubGlobal('mw', {
		messages,
		log: { warn },
		requestIdleCallback: (work: () => Promise<void>) => idle.push(work),
		language: { getFallbackLanguageChain: () => [language, ...fallbackLanguages(language)] },
		config: new Map([
			['wgContentLanguage', contentLanguage],
			['wgUserLanguage', language],
			['wgDBname', 'wiki'],
		]),
		storage: storageOfMediaWiki,
	});
	const api: WikiApi = {
		get: async <Answer>(parameters: ApiParameters) => {
			requests.push(parameters);
			await onRequest();
			return { query: answer(parameters, pages) } as Answer;
		},
		post: () => Promise.reject(new Error('Nothing is to be changed.')),
	};
	return {
		/** Ends when something can be drawn. */
		drawable: bringTexts(api, 'card', english, redraw),
		read: () => [messages.get('gadget-mentorship-close'), messages.get('gadget-mentorship-cancel')],
		/** Lets the browser do what it put off. */
		beIdle: () => Promise.all(idle.splice(0).map((work) => work())),
		requests,
		redraw,
		warn,
	};
}

/** The namespace has its name in the wiki's language. */
function answer({ titles, list }: ApiParameters, pages: Readonly<Record<string, string>>) {
	return {
		pages: String(titles)
			.split('|')
			.map((title) => {
				const content = pages[title.replace('MediaWiki:', '')];
				return {
					title: title.replace('MediaWiki:', 'ميدياويكي:'),
					...(content !== undefined && { revisions: [{ slots: { main: { content } } }] }),
				};
			}),
		...(list === 'allpages' && {
			allpages: Object.keys(pages).map((title) => ({ title: `ميدياويكي:${title}` })),
		}),
	};
}
