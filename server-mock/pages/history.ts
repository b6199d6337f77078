import type { StoredRevision } from '../store/revisions.ts';
import { pagePath } from '../wiki/title.ts';
import { type Html, html } from './html.ts';
import { type PageRequest, type PageView, pageView } from './view.ts';

const shownRevisions = 50;

/** `?action=history`: a page's latest revisions. */
export function renderHistory({ store, title }: PageRequest): PageView {
	const page = store.pages.find(title.text);
	const revisions = page === null ? [] : store.pages.revisions(page.id, shownRevisions);
	return pageView({
		action: 'history',
		heading: `${title.text}: history`,
		content: html`<ul id="pagehistory">${revisions.map(renderRevision)}</ul>`,
	});
}

function renderRevision({
	id,
	parentId,
	title,
	timestamp,
	userName,
	comment,
}: StoredRevision): Html {
	const link = (query: Readonly<Record<string, string>>, text: string) =>
		html`<a href="${pagePath(title, query)}">${text}</a>`;
	const diff =
		parentId === 0 ? 'first' : link({ diff: String(id), oldid: String(parentId) }, 'difference');
	const author = html`<a href="${pagePath(`User:${userName}`)}">${userName}</a>`;
	const summary = comment === '' ? null : html` <i class="comment">(${comment})</i>`;
	return html`<li>(${diff}) ${link({ oldid: String(id) }, readableTime(timestamp))} ${author}${summary}</li>`;
}

/** A time for people to read, in UTC. */
export function readableTime(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}
