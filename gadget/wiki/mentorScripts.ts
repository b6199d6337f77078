import { homepageClasses } from './selectors.ts';
import { valueAt } from './valueAt.ts';

/** The extension's script for the mentor's card. It takes hold of a card as it runs, and never again. */
const script = 'ext.growthExperiments.Homepage.Mentorship';

/** A phone's, which has its own copy of the question before a person opts out. */
const phoneScript = 'ext.growthExperiments.Homepage.mobile';
const optOutFile = `${script}/MentorshipOptoutDialog.js`;
const optOutText = `${homepageClasses.mentorship}-optout-text`;

/**
 * In the head of a page, what the extension's scripts read about the mentor: names and what belongs
 * to them, as JSON has them.
 */
const configurationPairs =
	/"(?:GEHomepageMentorship\w+|wgGEHelpPanelUser\w+|mentorship)":(?:"(?:[^"\\]|\\.)*"|\{(?:"(?:[^"\\]|\\.)*"|[^"}])*\}|\w+)/g;

/** Once it has run, the extension's script can be run again. */
export function loadMentorScripts(): PromiseLike<unknown> {
	return mw.loader.using(script);
}

/**
 * Has the extension's script take hold of a card that came after it: menu, "Learn more", and the
 * dialog for a question.
 *
 * @param page The page that the card is from.
 */
export async function connectMentorScripts(card: HTMLElement, page: Document): Promise<void> {
	adoptConfiguration(page);
	const { [script]: desktop, [phoneScript]: phone } = mw.loader.moduleRegistry;
	if (!card.querySelector(`#${homepageClasses.learnMore}`)) {
		// A phone's summary: what it opens is wired as it opens, all but one sentence.
		const gender = mw.config.get('GEHomepageMentorshipMentorGender');
		Object.assign(Object(valueAt(phone, 'packageExports', optOutFile, 'static')), {
			message: mw.message(optOutText, gender).text(),
		});
		return;
	}
	const code = desktop?.script;
	if (code) {
		// Under another name, as ResourceLoader runs each module once. What it says of the mentor, it
		// has read as it ran; so nothing less will do.
		const again = `${script}.again`;
		mw.loader.implement(again, code);
		await mw.loader.using(again);
		return;
	}
	// Where ResourceLoader has changed: the card without them is better than dead buttons.
	$(card).find(`.${homepageClasses.mentorship}-ellipsis, #${homepageClasses.learnMore}`).remove();
}

/** The extension's menu has no name of its own to be read out: it takes that of the card. */
export function nameMenu(): void {
	const menu = $(`.${homepageClasses.mentorship}-ellipsis`);
	menu.find('a').attr('aria-label', menu.prev().text());
}

/** This page was drawn without a mentor, so its own configuration lacks them. */
function adoptConfiguration(page: Document): void {
	const text = Array.from(page.scripts, (element) => element.text).join();
	const configuration = JSON.parse(`{${text.match(configurationPairs) || ''}}`);
	const { mentorship } = configuration;
	delete configuration.mentorship;
	mw.config.set(configuration);
	Object.assign(Object(mw.config.get('homepagemodules')), { mentorship });
}
