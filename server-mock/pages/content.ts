import type { Page } from '../store/pages.ts';
import type { StoredRevision } from '../store/revisions.ts';
import { parseStoredJson } from '../wiki/content.ts';
import { type Html, html } from './html.ts';
import { renderWikitext } from './wikitext.ts';

/** A revision as its content model is shown. */
export function renderContent(page: Page, revision: StoredRevision): Html {
	switch (page.contentModel) {
		case 'wikitext':
			return html`<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">${renderWikitext(revision.content)}</div>`;
		case 'json':
			return html`<div class="noresize" dir="ltr">${renderJsonPage(revision.content)}</div>`;
		default:
			return html`<pre class="mw-code" dir="ltr">${revision.content}</pre>`;
	}
}

/** Old revisions may be no JSON, or too deep for a table; they are shown as text. */
function renderJsonPage(content: string): Html {
	try {
		return renderJson(parseStoredJson(content));
	} catch {
		return renderJson(content);
	}
}

function renderJson(value: unknown): Html {
	if (typeof value !== 'object' || value === null) {
		return html`<table class="mw-json"><tbody><tr><td class="mw-json-value">${JSON.stringify(value)}</td></tr></tbody></table>`;
	}
	const entries = Object.entries(value);
	const rows = entries.map(([key, item]) => {
		const isNested = typeof item === 'object' && item !== null;
		const shown = isNested ? renderJson(item) : JSON.stringify(item);
		const name = Array.isArray(value) ? null : html`<th><span>${key}</span></th>`;
		return html`<tr>${name}<td class="${isNested ? '' : 'mw-json-value'}">${shown}</td></tr>`;
	});
	const empty = html`<tr><td class="mw-json-empty">${Array.isArray(value) ? 'Empty list' : 'Empty object'}</td></tr>`;
	return html`<table class="mw-json"><tbody>${rows.length === 0 ? empty : rows}</tbody></table>`;
}
