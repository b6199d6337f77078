import type { LogEntry } from '../store/log.ts';
import { namespaces, pagePath, parseTitle } from '../wiki/title.ts';
import { renderCommunityConfiguration } from './communityConfiguration.ts';
import { readableTime } from './history.ts';
import { renderHomepage } from './homepage/homepage.ts';
import { type Html, html } from './html.ts';
import { type PageRequest, type PageView, pageView } from './view.ts';
import { renderWikitext } from './wikitext.ts';

const specialPages: Readonly<Record<string, (request: PageRequest) => PageView>> = {
	CommunityConfiguration: renderCommunityConfiguration,
	Homepage: renderHomepage,
	Log: renderLog,
	AllPages: renderAllPages,
	ExpandTemplates: renderPreview,
};

/** A page of the software's own: `Special:NAME/SUBPAGE`. */
export function renderSpecial(request: PageRequest): PageView {
	const name = request.title.name.split('/')[0] ?? '';
	const render = Object.entries(specialPages).find(
		([known]) => known.toLowerCase() === name.toLowerCase(),
	);
	if (render === undefined) {
		return pageView({
			status: 404,
			heading: 'No such special page',
			content: html`<p>This demo has no such special page.</p>`,
		});
	}
	const view = render[1](request);
	const [canonicalName] = render;
	return {
		...view,
		bodyClasses: [`mw-special-${canonicalName}`, ...view.bodyClasses],
		config: { wgCanonicalSpecialPageName: canonicalName, ...view.config },
	};
}

const shownEntries = 100;

function renderLog({ store }: PageRequest): PageView {
	const entries = store.log.list({}, shownEntries).map(renderEntry);
	const content =
		entries.length === 0
			? html`<p>Nobody has changed a mentor so far.</p>`
			: html`<ul class="log-entries">${entries}</ul>`;
	return pageView({ heading: 'Public log', content });
}

function renderEntry(entry: LogEntry): Html {
	const { '4::previous-mentor': before, '5::new-mentor': after } = entry.parameters;
	const mentee = parseTitle(entry.title)?.name ?? entry.title;
	return html`<li>${readableTime(entry.timestamp)} ${entry.userName}: the mentor of ${mentee} is now ${after ?? entry.userName}${before === undefined ? null : `, not ${before}`}${entry.comment === '' ? null : html` <i class="comment">(${entry.comment})</i>`}</li>`;
}

/** Of any wikitext that a link brings along, as MediaWiki shows it without an edit. */
function renderPreview({ query }: PageRequest): PageView {
	return pageView({
		heading: 'Expand templates',
		content: renderWikitext(query.get('wpInput') ?? ''),
	});
}

function renderAllPages({ store }: PageRequest): PageView {
	const titles = [...namespaces.keys()].flatMap((namespace) => store.pages.titles(namespace, ''));
	const items = titles.map((title) => html`<li><a href="${pagePath(title)}">${title}</a></li>`);
	return pageView({ heading: 'All pages', content: html`<ul>${items}</ul>` });
}
