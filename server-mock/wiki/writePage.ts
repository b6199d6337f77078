import type { Save } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { contentModelOf, storedContent } from './content.ts';
import { titleOf } from './title.ts';

/** Saves a page as the wiki's own setting-up does, past all rights; a text that is there already stays. */
export function writePage(
	store: Store,
	name: string,
	text: string,
	edit: Pick<Save, 'comment' | 'user' | 'timestamp'>,
): void {
	const title = titleOf(name);
	const contentModel = contentModelOf(title);
	const content = storedContent(contentModel, text);
	if (store.pages.find(title.text)?.latest.content !== content) {
		store.pages.save({ title, contentModel, content, ...edit });
	}
}
