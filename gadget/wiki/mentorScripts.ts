import { homepageClasses } from './selectors.ts';

/** The extension's script for the mentor's card. It takes hold of a card as it runs, and never again. */
const script = 'ext.growthExperiments.Homepage.Mentorship';

/** Its file that makes the "…" menu and has "Learn more" open a dialog. It has no public name. */
const menuFile = `${script}/EllipsisMenu.js`;

/** What the extension's scripts read about the mentor, and about whom the mentor answers. */
const configurationKeys = /^GEHomepageMentorship|^wgGEHelpPanelUser/;

/** Once it has run, the extension's script can be told of a card that came after it. */
export async function loadMentorScripts(): Promise<void> {
	await mw.loader.using(script);
}

/**
 * Has the extension's scripts take hold of a card that came after them: menu, "Learn more", and the
 * dialog for a question.
 *
 * @param page The page that the card is from.
 */
export function connectMentorScripts(card: HTMLElement, page: Document): void {
	adoptConfiguration(page);
	const $card = $(card);
	// The extension fires this for a phone's overlay; any card will do.
	mw.hook('growthExperiments.mobileHomepageOverlayHtmlLoaded').fire('mentorship', $card);
	const { packageExports } = Object(mw.loader.moduleRegistry[script]);
	const createMenu: unknown = Object(packageExports)[menuFile];
	if (typeof createMenu === 'function') {
		createMenu($card);
		return;
	}
	// Where the extension has changed: the card without them is better than dead buttons.
	for (const dead of card.querySelectorAll(
		`.${homepageClasses.mentorship}-ellipsis, #${homepageClasses.learnMore}`,
	)) {
		dead.remove();
	}
}

/** What the server wrote into the later page's head, this page lacks: it was drawn without a mentor. */
function adoptConfiguration(page: Document): void {
	const text = Array.from(page.scripts, (element) => element.text).find((code) =>
		code.includes('RLCONF='),
	);
	const [, json = '{}'] = /RLCONF=(\{[\s\S]*?\});\s*RLSTATE=/.exec(text ?? '') ?? [];
	const { homepagemodules, ...configuration }: Record<string, unknown> = JSON.parse(json);
	for (const [key, value] of Object.entries(configuration)) {
		if (configurationKeys.test(key)) {
			mw.config.set(key, value);
		}
	}
	Object.assign(Object(mw.config.get('homepagemodules')), {
		mentorship: Object(homepagemodules).mentorship,
	});
}
