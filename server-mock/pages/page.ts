import type { PublicFiles } from '../http/publicFiles.ts';
import { csrfTokenOf } from '../http/session.ts';
import type { ResourceLoader } from '../loader/resourceLoader.ts';
import { contentModelOf } from '../wiki/content.ts';
import { userOptions } from '../wiki/options.ts';
import { renderArticle } from './article.ts';
import { renderDifference } from './difference.ts';
import { type Draft, renderEditForm } from './editForm.ts';
import { renderHistory } from './history.ts';
import { pageConfig } from './pageConfig.ts';
import { renderPage } from './skin.ts';
import { renderSpecial } from './special.ts';
import type { PageRequest, PageView } from './view.ts';

export interface PageDependencies {
	readonly loader: ResourceLoader;
	readonly files: PublicFiles;
	/** GrowthExperiments is there on every page; none: not on a page with a placeholder. */
	readonly isGrowthOnly?: boolean | undefined;
}

/**
 * Answers a request for a page.
 *
 * @param draft Where a save was refused: what to show in the form again.
 */
export function renderRequest(
	request: PageRequest,
	{ loader, files, isGrowthOnly }: PageDependencies,
	draft: Draft | null = null,
): { readonly status: PageView['status']; readonly body: string } {
	const view = draft === null ? chooseView(request) : renderEditForm(request, draft);
	const modules = loader.registrations();
	const isPlain = !isGrowthOnly && holdsPlaceholder(view);
	const data = pageData(request, view, loader, isPlain ? withoutGrowth(modules) : modules);
	return { status: view.status, body: renderPage(request, view, data, files.path) };
}

function chooseView(request: PageRequest): PageView {
	const { title, query } = request;
	if (title.namespace < 0) {
		return renderSpecial(request);
	}
	if (query.has('diff')) {
		return renderDifference(request);
	}
	switch (query.get('action')) {
		case 'edit':
		case 'submit':
			return renderEditForm(request);
		case 'history':
			return renderHistory(request);
		default:
			return renderArticle(request);
	}
}

/**
 * One demo shows both hosts: a page with a placeholder is as one of a wiki without GrowthExperiments,
 * where alone the placeholder shows more than a link.
 */
function holdsPlaceholder({ content }: PageView): boolean {
	return content.source.includes('class="mentorship-module"');
}

function withoutGrowth<Value>(modules: Readonly<Record<string, Value>>): Record<string, Value> {
	return Object.fromEntries(
		Object.entries(modules).filter(([name]) => !name.startsWith('ext.growthExperiments')),
	);
}

/** What `public/mw/pageData.ts` reads. */
function pageData(
	request: PageRequest,
	view: PageView,
	loader: ResourceLoader,
	modules: Readonly<Record<string, unknown>>,
) {
	const { store, user, session, title, skin, language, mediaWiki } = request;
	return {
		config: pageConfig(request, view),
		language,
		options: userOptions(store, user, mediaWiki),
		tokens: { csrfToken: csrfTokenOf(session) },
		modules,
		pageModules: view.modules,
		gadgets: loader.gadgetsFor({
			namespace: title.namespace,
			contentModel: contentModelOf(title),
			action: view.action,
			skin,
			user,
		}),
	};
}
