import { z } from 'zod';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

const revision = z.object({ slots: z.object({ main: z.object({ content: z.string() }) }) });
const pageAnswer = z.object({
	query: z.object({
		pages: z.tuple([z.object({ revisions: z.tuple([revision]).optional() })]),
	}),
});

/**
 * The text of a page as it was saved last; `undefined` if there is no such page.
 */
export async function readPage(wiki: WikiUnderTest, title: string): Promise<string | undefined> {
	const session = await wiki.logIn(null);
	const answer = await session.get({
		action: 'query',
		prop: 'revisions',
		titles: title,
		rvprop: 'content',
		rvslots: 'main',
	});
	return pageAnswer.parse(answer).query.pages[0].revisions?.[0].slots.main.content;
}

/** Saves a page unless there is one, which is then left as it is. */
export async function savePageIfMissing(
	wiki: WikiUnderTest,
	title: string,
	text: string,
): Promise<void> {
	if ((await readPage(wiki, title)) === undefined) {
		await wiki.savePage(title, text);
	}
}
