import { groupsOf } from '../wiki/permissions.ts';
import { wikiId } from '../wiki/site.ts';
import type { PageRequest, PageView } from './view.ts';

/** `mw.config` of a page, as gadgets read it. */
export function pageConfig(request: PageRequest, view: PageView): Record<string, unknown> {
	const { title, skin, language } = request;
	return {
		wgCanonicalSpecialPageName: false,
		wgNamespaceNumber: title.namespace,
		wgPageName: title.text.replaceAll(' ', '_'),
		wgTitle: title.name,
		wgAction: view.action,
		wgCurRevisionId: 0,
		wgRevisionId: 0,
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
	wgDBname: wikiId,
	wgContentLanguage: 'en',
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
	};
}
