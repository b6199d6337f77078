import type { PageRequest } from './view.ts';

export interface RawPage {
	readonly status: 200 | 404;
	readonly body: string;
	/** MIME type. */
	readonly type: string;
}

const types = ['text/javascript', 'text/css', 'application/json'];

/** `?action=raw`: a page's text alone, of one of the types that a browser may be told with `ctype`. */
export function renderRaw({ store, title, query }: PageRequest): RawPage {
	const page = store.pages.find(title.text);
	const type = types.find((known) => known === query.get('ctype')) ?? 'text/x-wiki';
	return page === null
		? { status: 404, body: '', type }
		: { status: 200, body: page.latest.content, type };
}
