import { directionOf } from '../wiki/messages/languages.ts';
import { siteName } from '../wiki/site.ts';
import { pagePath, type Title } from '../wiki/title.ts';
import { type Html, html, jsonForScript } from './html.ts';
import { renderPeopleBar } from './peopleBar.ts';
import type { PageRequest, PageView } from './view.ts';

const skinClasses = {
	vector: 'skin-vector-legacy skin-vector',
	'vector-2022': 'skin-vector-2022 skin-vector',
	minerva: 'skin-minerva',
} as const;

/**
 * A whole page: the view in the skin. There is no inline script or style in it, so that the strictest
 * Content-Security-Policy holds; what scripts have to know is in `#page-data`.
 *
 * @param data See `public/mw/pageData.ts`.
 * @param pathOf Where a file of `public/` is.
 */
export function renderPage(
	request: PageRequest,
	view: PageView,
	data: unknown,
	pathOf: (file: string) => string,
): string {
	const { skin, language, title } = request;
	const direction = directionOf(language);
	const ofSkin = ['skin.css', 'content.css', 'people-bar.css'];
	const styles = [...ofSkin, ...(skin === 'vector' ? [] : ['variables.css']), ...view.styles];
	return `<!DOCTYPE html>\n${
		html`<html class="client-nojs ${themeClass(request)}" lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.heading} – ${siteName}</title>
<script type="application/json" id="page-data">${jsonForScript(data)}</script>
<link rel="EditURI" type="application/rsd+xml" href="/api.php?action=rsd">
<link rel="icon" href="${pathOf('favicon.svg')}" type="image/svg+xml">
<script async src="${pathOf('mw.js')}"></script>
${styles.map((name) => html`<link rel="stylesheet" href="${pathOf(name)}">\n`)}</head>
<body class="${skinClasses[skin]} mediawiki ${direction} sitedir-ltr ns-${title.namespace} ${pageClass(title)} action-${view.action} ${view.bodyClasses.join(' ')}">
<a class="skip-link" href="#content" lang="en" dir="ltr">Skip to content</a>
${renderPeopleBar(request)}
${renderHeader()}
<div class="page-columns">
<main id="content" class="mw-body" tabindex="-1">
${title.namespace < 0 ? null : renderTabs(title)}
<h1 id="firstHeading" class="firstHeading mw-first-heading"><bdi lang="en" dir="ltr">${view.heading}</bdi></h1>
<div id="bodyContent" class="vector-body">
<div id="mw-content-text" class="mw-body-content"${view.isEnglish ? html` lang="en" dir="ltr"` : null}>${view.content}</div>
</div>
</main>
</div>
<footer class="page-footer" lang="en" dir="ltr">A demo, on this computer only. Nothing here is real.</footer>
</body>
</html>`.source
	}`;
}

/** MediaWiki's own names for what the reader chose; `os`: as the system has it. */
function themeClass({ query }: PageRequest): string {
	return `skin-theme-clientpref-${query.get('nightmode') === '1' ? 'night' : 'os'}`;
}

function pageClass({ text }: Title): string {
	return `page-${text.replace(/[^\w\p{L}]+/gu, '_')}`;
}

const navigation = ['Main Page', 'Project:Newcomers', 'Special:Homepage', 'Special:AllPages'];

function renderHeader(): Html {
	const links = navigation.map((title) => html`<a href="${pagePath(title)}">${title}</a>`);
	return html`<header class="page-header" lang="en" dir="ltr"><a class="site-name" href="/">${siteName}</a><nav aria-label="Site">${links}</nav><nav id="p-tb" aria-label="Tools"><ul></ul></nav></header>`;
}

function renderTabs({ text, namespace, name }: Title): Html {
	const link = (path: string, label: string) => html`<a href="${path}">${label}</a>`;
	const talk = namespace === 2 ? link(pagePath(`User talk:${name}`), 'Talk') : null;
	return html`<nav class="page-tabs" aria-label="Page" lang="en" dir="ltr">${link(pagePath(text), 'Read')}${link(pagePath(text, { action: 'edit' }), 'Edit')}${link(pagePath(text, { action: 'history' }), 'History')}${talk}</nav>`;
}
