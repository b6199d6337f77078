import { diffArrays } from 'diff';
import type { StoredRevision } from '../store/revisions.ts';
import type { Store } from '../store/store.ts';
import { type Html, html } from './html.ts';
import { type PageRequest, type PageView, pageView } from './view.ts';

/** `?diff=REVISION&oldid=REVISION`: the lines that went and the lines that came. */
export function renderDifference({ store, title, query }: PageRequest): PageView {
	const after = store.pages.revision(Number(query.get('diff')));
	const before = after === null ? null : findBefore(store, after, query.get('oldid'));
	const heading = `${title.text}: difference between revisions`;
	if (after === null || after.title !== title.text) {
		return pageView({ status: 404, heading, content: html`<p>There is no such revision.</p>` });
	}
	return pageView({
		heading,
		content: html`<table class="diff">${compareLines(before?.content ?? '', after.content)}</table>`,
		config: { wgDiffOldId: before?.id ?? false, wgDiffNewId: after.id },
	});
}

function findBefore(
	store: Store,
	after: StoredRevision,
	asked: string | null,
): StoredRevision | null {
	return store.pages.revision(asked === null || asked === 'prev' ? after.parentId : Number(asked));
}

function compareLines(before: string, after: string): Html[] {
	const row = (kind: string, mark: string) => (line: string) =>
		html`<tr><td class="diff-marker">${mark}</td><td class="${kind}">${line}</td></tr>`;
	return diffArrays(linesOf(before), linesOf(after)).flatMap(({ added, removed, value }) => {
		const lines = removed ? value.map(row('diff-deletedline', '−')) : [];
		return added ? value.map(row('diff-addedline', '+')) : lines;
	});
}

function linesOf(text: string): string[] {
	return text === '' ? [] : text.split('\n');
}
