import { contentFormats } from '../wiki/content.ts';
import type { PageRequest } from './view.ts';

export interface RawPage {
	readonly status: 200 | 404;
	readonly body: string;
	/** MIME type. */
	readonly type: string;
}

/**
 * `?action=raw`: a page's text alone. With `ctype` it is a script, a style or data where the page is
 * that: else anybody could write a script on any page, and another site could load it.
 */
export function renderRaw({ store, title, query }: PageRequest): RawPage {
	const page = store.pages.find(title.text);
	const own = contentFormats[page?.contentModel ?? 'wikitext'];
	const type = own === query.get('ctype') ? own : contentFormats.wikitext;
	return page === null
		? { status: 404, body: '', type }
		: { status: 200, body: page.latest.content, type };
}
