import { homepageNamespaces } from './selectors.ts';

/** What is to be done when these modules are there. */
export type LateWork = readonly [modules: readonly string[], work: () => void];

declare global {
	interface Window {
		/** ResourceLoader's queue; a script that comes before ResourceLoader makes it. */
		RLQ?: { push(work: LateWork): unknown };
	}
}

/** What the gadgets depend on that the userscript does the work of. */
const modules = [
	'codex-styles',
	'mediawiki.api',
	'mediawiki.jqueryMsg',
	'mediawiki.language',
	'mediawiki.storage',
	'mediawiki.util',
];

/** Runs something once MediaWiki's scripts and the page's content are there; on other sites never. */
export function whenMediaWikiIsThere(work: () => void): void {
	window.RLQ ||= [] as LateWork[];
	window.RLQ.push([['jquery', 'user.options'], () => $(work)]);
}

/** Whether the wiki loads the gadget itself on this page: a gadget for other pages is only registered. */
export function isGadgetHere(): boolean {
	const state = mw.loader.getState('ext.gadget.mentorship');
	return state !== null && state !== 'registered';
}

/** Whether the gadget would look for mentorship on a page like this. */
export function isHomepageNamespace(): boolean {
	return homepageNamespaces.includes(mw.config.get('wgNamespaceNumber'));
}

/**
 * Makes the page this script's own.
 *
 * @returns Whether it was free: the script may be here twice.
 */
export function claimPage(): boolean {
	const { dataset } = document.body;
	const isFree = !dataset.mentorshipUserscript;
	dataset.mentorshipUserscript = 'here';
	return isFree;
}

/** Adds a link to the page's tools, in whichever menu the skin has. */
export function addToolLink(label: string, press: () => void): void {
	const add = (menu: string) => mw.util.addPortletLink(menu, '#', label, 'mentorship-userscript');
	(add('p-tb') ?? add('p-personal'))?.addEventListener('click', (event) => {
		event.preventDefault();
		press();
	});
}

export function loadModules(): Promise<unknown> {
	return Promise.resolve(mw.loader.using([...modules]));
}

export function addStyle(css: string): void {
	mw.util.addCSS(css);
}

/** The person's languages, the one that they like best first. */
export function readLanguages(): readonly string[] {
	return mw.language.getFallbackLanguageChain();
}
