import { definitionTitle } from './builtPages.ts';
import type { Editor } from './editor.ts';
import type { PlannedPage } from './plan.ts';
import type { Wiki, WikiPage } from './wiki.ts';

/** How far the writing has come. */
export interface WritingProgress {
	readonly done: readonly Written[];
	/** What was under way when something went wrong: it may be written or not. */
	readonly failed: PlannedPage | null;
	readonly left: readonly PlannedPage[];
	readonly error: unknown;
}

export interface Written {
	readonly page: PlannedPage;
	/** The page's latest revision by this run; 0: it is deleted. */
	readonly revision: number;
}

/**
 * Writes page after page, and ends with the first that fails.
 *
 * @param summary What the wiki's history says of it.
 * @param onWritten Told of each page that is done.
 * @returns How far it came; nothing is thrown.
 */
export async function perform(
	editor: Editor,
	pages: readonly PlannedPage[],
	summary: string,
	onWritten: (page: PlannedPage) => void,
): Promise<WritingProgress> {
	const done: Written[] = [];
	for (const [index, page] of pages.entries()) {
		try {
			done.push({ page, revision: await write(editor, page, summary) });
			onWritten(page);
		} catch (error) {
			return { done, failed: page, left: pages.slice(index + 1), error };
		}
	}
	return { done, failed: null, left: [], error: null };
}

async function write(
	editor: Editor,
	{ before, after }: PlannedPage,
	summary: string,
): Promise<number> {
	if (after !== null) {
		return editor.save(before, after, summary);
	}
	await editor.delete(before.title, summary);
	return 0;
}

/**
 * What takes back what was written, in the opposite order. Of the pages that were created only the
 * definition goes: without it no one loads the others, and the next attempt finds them.
 */
export function planRollback(done: readonly Written[], mayDelete: boolean): PlannedPage[] {
	return [...done].reverse().flatMap(({ page, revision }): PlannedPage[] => {
		const before = { ...page.before, text: page.after, revision };
		if (page.action === 'update') {
			return [{ action: 'update', before, after: page.before.text }];
		}
		if (page.before.title !== definitionTitle) {
			return [];
		}
		return mayDelete
			? [{ action: 'delete', before, after: null }]
			: [{ action: 'update', before, after: '' }];
	});
}

/** The pages that were changed since they were read. */
export async function findChanged(
	wiki: Wiki,
	pages: readonly PlannedPage[],
): Promise<readonly WikiPage[]> {
	const now = await wiki.readPages(pages.map(({ before }) => before.title));
	return now.filter(({ revision }, index) => revision !== pages[index]?.before.revision);
}
