import { pagePath, type Title } from '../wiki/title.ts';
import { renderContent } from './content.ts';
import { html } from './html.ts';
import { type PageRequest, type PageView, pageView } from './view.ts';

/** A page as readers see it; with `oldid` an earlier revision of it. */
export function renderArticle({ store, title, query }: PageRequest): PageView {
	const page = store.pages.find(title.text);
	if (page === null) {
		return renderMissing(title);
	}
	const asked = query.get('oldid');
	const revision = asked === null ? page.latest : store.pages.revision(Number(asked));
	if (revision === null || revision.pageId !== page.id) {
		return pageView({
			status: 404,
			heading: title.text,
			content: html`<p>The revision ${asked} of this page does not exist.</p>`,
		});
	}
	return pageView({
		heading: title.text,
		content: renderContent(page, revision),
		isEnglish: false,
		config: {
			wgCurRevisionId: page.latest.id,
			wgRevisionId: revision.id,
		},
	});
}

function renderMissing(title: Title): PageView {
	return pageView({
		status: 404,
		heading: title.text,
		content: html`<div class="noarticletext"><p>There is no page “${title.text}” yet. You can <a href="${pagePath(title.text, { action: 'edit' })}">write it</a>.</p></div>`,
	});
}
