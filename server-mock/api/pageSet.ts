import type { Page } from '../store/pages.ts';
import { parseTitle, type Title, titleOf } from '../wiki/title.ts';
import { missingPageInfo, pageInfo, readActionsQuestion, testActions } from './info.ts';
import type { ApiAnswer, ApiContext, QueryAnswer } from './module.ts';
import type { Parameters } from './parameters.ts';
import { readRevisionsQuestion } from './revisions.ts';

const properties = ['info', 'revisions'] as const;

/** How the answer describes pages. */
interface Description {
	readonly found: (page: Page) => ApiAnswer;
	readonly missing: (title: Title) => ApiAnswer;
}

/** `titles` and `prop`: certain pages and what is asked of them. */
export function readPageSet(parameters: Parameters): (context: ApiContext) => QueryAnswer {
	const asked = parameters.values('titles');
	const wanted = parameters.someOf('prop', properties);
	const isTested = readActionsQuestion(parameters.inModule('query+info'));
	const revisions = wanted.has('revisions')
		? readRevisionsQuestion(parameters.inModule('query+revisions'), asked.length)
		: null;
	return (context) => {
		if (asked.length === 0) {
			return {};
		}
		const description: Description = {
			found: (page) => ({
				pageid: page.id,
				ns: page.namespace,
				title: page.title,
				...(wanted.has('info') && {
					...pageInfo(page),
					...(isTested && testActions(titleOf(page.title), context.user)),
				}),
				...revisions?.(page, context),
			}),
			missing: (title) => ({
				ns: title.namespace,
				title: title.text,
				missing: true,
				...(wanted.has('info') && {
					...missingPageInfo(title),
					...(isTested && testActions(title, context.user)),
				}),
			}),
		};
		return { query: answerFor(asked, context, description) };
	};
}

function answerFor(
	asked: readonly string[],
	{ store }: ApiContext,
	{ found, missing }: Description,
): ApiAnswer {
	const titles = [...new Set(asked)].map((text) => ({ text, title: parseTitle(text) }));
	const normalized = titles.flatMap(({ text, title }) =>
		title === null || title.text === text
			? []
			: [{ fromencoded: false, from: text, to: title.text }],
	);
	const known = new Map(titles.map(({ text, title }) => [title?.text ?? text, title]));
	const pages = [...known].map(([text, title]) => ({ text, title, page: store.pages.find(text) }));
	// MediaWiki numbers pages that are not there below zero, so they come first.
	const ordered = pages.sort((a, b) => (a.page?.id ?? 0) - (b.page?.id ?? 0));
	return {
		...(normalized.length > 0 && { normalized }),
		pages: ordered.map(({ text, title, page }) => {
			if (title === null) {
				return { title: text, invalidreason: 'No page can have this title.', invalid: true };
			}
			return page === null ? missing(title) : found(page);
		}),
	};
}
