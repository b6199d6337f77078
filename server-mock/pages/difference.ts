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

/** What both have at their beginning and end is left out; the demo's pages are short. */
function compareLines(before: string, after: string): Html[] {
	const old = before === '' ? [] : before.split('\n');
	const current = after.split('\n');
	let start = 0;
	while (start < old.length && start < current.length && old[start] === current[start]) {
		start += 1;
	}
	let end = 0;
	while (
		end < Math.min(old.length, current.length) - start &&
		old.at(-1 - end) === current.at(-1 - end)
	) {
		end += 1;
	}
	const row = (kind: string, mark: string) => (line: string) =>
		html`<tr><td class="diff-marker">${mark}</td><td class="${kind}">${line}</td></tr>`;
	return [
		...old.slice(start, old.length - end).map(row('diff-deletedline', '−')),
		...current.slice(start, current.length - end).map(row('diff-addedline', '+')),
	];
}
