import type { ApiParameters, WikiApi } from './api.ts';
import type { Texts } from './messages.ts';
import { type AnsweredPage, contentOf, contentParameters } from './pageContent.ts';

/** What is asked for is always there: some titles, and a list. */
interface TextsAnswer {
	readonly query: {
		readonly pages: readonly AnsweredPage[];
		readonly allpages: readonly AnsweredPage[];
	};
}

/** `MediaWiki:Gadget-mentorship-PAGES-LANGUAGE.json` are the languages' pages. */
export type TextsPages = 'card' | 'settings';

/** In milliseconds: texts are shown as they were kept, for this long. */
export const textsSpan = 30 * 86_400_000;
/** In milliseconds: a changed text shows within the hour, and a reader asks once in it. */
export const freshSpan = 3_600_000;

const prefix = 'Gadget-mentorship-';
/** Of titles that a person without special rights may ask for at once. */
const titleLimit = 50;

/**
 * Asks for texts as MediaWiki looks for its own: for each language what the community wrote on
 * `MediaWiki:Gadget-mentorship-KEY` (in the wiki's language) or `…-KEY/LANGUAGE`, then the
 * language's page, then the next language. It takes one request, and where the community has
 * changed some, one more.
 *
 * @param english The texts that there are.
 * @param others What else to ask `action=query` with the first request.
 * @returns The texts, and the answer to the first request.
 * @throws ApiError; SyntaxError where a page is not JSON.
 */
export async function fetchTexts<Answer>(
	api: WikiApi,
	pages: TextsPages,
	english: Texts,
	others?: ApiParameters,
): Promise<[Texts, Answer]> {
	const contentLanguage = mw.config.get('wgContentLanguage');
	const languages: string[] = mw.language.getFallbackLanguageChain().reverse();
	/** Titles of pages with a language's texts or, where there is a key, one text; the farthest first. */
	const sources = languages.flatMap((language): Source[] => [
		[`${prefix}${pages}-${language}.json`],
		...Object.keys(english).map(
			(key): Source => [prefix + key + (language === contentLanguage ? '' : `/${language}`), key],
		),
	]);
	const ask = (wanted: readonly Source[], more?: ApiParameters) =>
		api.get<TextsAnswer & Answer>({
			...contentParameters,
			titles: wanted.map(([title]) => `MediaWiki:${title}`).join('|'),
			...more,
		});
	const answer = await ask(
		sources.filter(([, key]) => !key),
		{ list: 'allpages', apnamespace: 8, apprefix: prefix, aplimit: 'max', ...others },
	);
	const found = [...answer.query.pages];
	const changed = sources.filter(([title, key]) => key && findPage(answer.query.allpages, title));
	while (changed[0]) {
		found.push(...(await ask(changed.splice(0, titleLimit))).query.pages);
	}
	const texts = {};
	for (const [title, key] of sources) {
		const content = contentOf(findPage(found, title));
		if (content !== undefined) {
			Object.assign(texts, key ? { [key]: content } : JSON.parse(content));
		}
	}
	return [texts, answer];
}

/** A page's title without the namespace and, where the page holds only one text, its key. */
type Source = readonly [title: string, key?: string];

/** The namespace is named in the wiki's language. */
function findPage(pages: readonly AnsweredPage[], title: string): AnsweredPage | undefined {
	return pages.find((page) => page.title.endsWith(`:${title}`));
}
