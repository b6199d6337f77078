import { contentFormats } from '../wiki/content.ts';
import type { PageRequest } from './view.ts';

/**
 * `?action=raw`: a page's text alone. With `ctype` it is a script, a style or data where the page is
 * that: otherwise a script could be written on any page, and another site could load it.
 */
export function renderRaw({ store, title, query }: PageRequest) {
	const page = store.pages.find(title.text);
	const own = contentFormats[page?.contentModel ?? 'wikitext'];
	const type = own === query.get('ctype') ? own : contentFormats.wikitext;
	return page === null
		? ({ status: 404, body: '', type } as const)
		: ({ status: 200, body: page.latest.content, type } as const);
}
