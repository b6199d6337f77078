/** Every hook into the pages we enter. */

/** Special, User, Project, MediaWiki and Help: where mentorship may show. */
export const homepageNamespaces: readonly number[] = [-1, 2, 4, 8, 12];

/** `plain` host: what an administrator puts into the wikitext of the newcomers' page. */
export const placeholderSelector = '.mentorship-module';

/** `growth` host: the mentorship module of Special:Homepage, be it the mentor's or the opted-out one. */
export const growthModuleSelector = '[data-module-name^=mentorship]';

/** `growth` host: that module where it is the mentor's. */
export const mentorModuleSelector = '[data-module-name=mentorship]';

/** `growth` host: the whole of that module, which a phone's page also holds, for an overlay. */
export const growthOverlaySelector = `${growthModuleSelector}[data-mode=mobile-overlay]`;

/** `growth` host: classes and ids of the modules on Special:Homepage, as recorded on 1.43. */
export const homepageClasses = {
	module: 'growthexperiments-homepage-module',
	mentorship: 'growthexperiments-homepage-mentorship',
	/** The id that the extension's own script looks for. */
	optInButton: 'mw-ge-homepage-mentorship-optin',
	/** The id of the link that opens the extension's dialog about mentors. */
	learnMore: 'growthexperiments-homepage-mentorship-learn-more',
} as const;

/** `growth` host: "Get a mentor" itself, within the element that the extension's own script looks for. */
export const optInButtonSelector = `#${homepageClasses.optInButton} [role=button]`;

/** A page's content below its heading. */
export const contentSelector = '#mw-content-text';

/** The extension's form on `Special:CommunityConfiguration/Mentorship`. */
export const growthFormSelector = '#ext-communityConfiguration-app-root';
