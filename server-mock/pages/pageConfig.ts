import { groupsOf } from '../wiki/permissions.ts';
import { siteName, wikiId } from '../wiki/site.ts';
import { namespaces } from '../wiki/title.ts';
import type { PageRequest, PageView } from './view.ts';

/** `mw.config` of a page, as gadgets read it. */
export function pageConfig(request: PageRequest, view: PageView): Record<string, unknown> {
	const { title, skin, language } = request;
	const pageName = title.text.replaceAll(' ', '_');
	return {
		wgCanonicalNamespace: (namespaces.get(title.namespace) ?? '').replaceAll(' ', '_'),
		wgCanonicalSpecialPageName: false,
		wgNamespaceNumber: title.namespace,
		wgPageName: pageName,
		wgRelevantPageName: pageName,
		wgTitle: title.name,
		wgAction: view.action,
		wgArticleId: 0,
		wgCurRevisionId: 0,
		wgRevisionId: 0,
		wgIsArticle: false,
		wgIsMainPage: title.text === 'Main Page',
		wgPageContentModel: 'wikitext',
		skin,
		...siteConfig,
		wgVersion: request.mediaWiki.release,
		wgUserLanguage: language,
		...userConfig(request),
		...view.config,
	};
}

const siteConfig = {
	wgArticlePath: '/index.php/$1',
	wgScriptPath: '',
	wgScript: '/index.php',
	wgSiteName: siteName,
	wgDBname: wikiId,
	wgWikiID: wikiId,
	wgContentLanguage: 'en',
	wgPageContentLanguage: 'en',
	wgFormattedNamespaces: Object.fromEntries(namespaces),
	wgNamespaceIds: Object.fromEntries(
		[...namespaces].map(([id, name]) => [name.toLowerCase().replaceAll(' ', '_'), id]),
	),
} as const;

/** For a person logged out most of it is not there at all, and so `null`. */
function userConfig({ user }: PageRequest): Record<string, unknown> {
	if (user === null) {
		return { wgUserName: null, wgUserGroups: groupsOf(null) };
	}
	return {
		wgUserName: user.name,
		wgUserGroups: groupsOf(user),
		wgUserId: user.id,
		wgUserIsTemp: user.temporary,
		wgUserEditCount: user.editCount,
		wgUserRegistration: user.registration,
		wgUserFirstRegistration: user.registration,
	};
}
