import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

/** The text of a page as it was saved last; `undefined` where there is none. */
export async function readPage(wiki: WikiUnderTest, title: string): Promise<string | undefined> {
	const session = await wiki.logIn(null);
	const answer = await session.get({
		...{ action: 'query', prop: 'revisions', titles: title },
		...{ rvprop: 'content', rvslots: 'main' },
	});
	return Object(answer).query.pages[0].revisions?.[0].slots.main.content;
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
