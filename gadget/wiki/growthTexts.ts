import english from '../i18n/en.json';
import type { WikiApi } from './api.ts';
import { keep, readKept } from './kept.ts';
import { fetchTexts, freshSpan, textsSpan } from './languageTexts.ts';
import { layTexts, type Texts } from './messages.ts';
import { log } from './page.ts';

/** The wiki's own texts for a person opted out of mentorship, in the person's language. */
const keys = {
	header: 'growthexperiments-homepage-mentorship-optin-header',
	text: 'growthexperiments-homepage-mentorship-optin-text',
	button: 'growthexperiments-homepage-mentorship-optin-button',
	dialogHeader: 'growthexperiments-homepage-mentorship-confirm-dialog-header',
	dialogText: 'growthexperiments-homepage-mentorship-confirm-dialog-text',
	dialogCancel: 'growthexperiments-homepage-mentorship-confirm-dialog-cancel',
	dialogContinue: 'growthexperiments-homepage-mentorship-confirm-dialog-continue',
} as const;

export type GrowthTexts = Readonly<Record<keyof typeof keys, string>>;

interface KeptTexts {
	readonly growth: GrowthTexts;
	/** The gadget's own, in the person's language. */
	readonly own: Texts;
}

interface MessagesAnswer {
	readonly query: {
		readonly allmessages: ReadonlyArray<{ readonly name: string; readonly content?: string }>;
	};
}

/**
 * The texts as this browser had them last, which are renewed behind what shows; from the wiki where it
 * never had them. Lays the gadget's own over the English ones.
 *
 * @throws as {@link fetchGrowthTexts}
 */
export async function bringGrowthTexts(api: WikiApi): Promise<GrowthTexts> {
	const { growth, own }: Partial<KeptTexts> = Object(readKept(keptName(), textsSpan));
	layTexts(english, Object(own));
	if (!isComplete(growth)) {
		return fetchGrowthTexts(api);
	}
	if (!readKept(keptName(), freshSpan)) {
		fetchGrowthTexts(api).catch(log);
	}
	return growth;
}

/**
 * Asks the wiki for the texts, its own and the gadget's, and keeps them for the next time. Lays the
 * gadget's own over the English ones.
 *
 * @throws ApiError; Error where the wiki does not have one of its own.
 */
async function fetchGrowthTexts(api: WikiApi): Promise<GrowthTexts> {
	const [own, answer] = await fetchTexts<MessagesAnswer>(api, 'card', english, {
		meta: 'allmessages',
		ammessages: Object.values(keys).join('|'),
		// GENDER in them is about the person who reads.
		amenableparser: 1,
		amlang: mw.config.get('wgUserLanguage'),
	});
	layTexts(english, own);
	const contents = new Map(answer.query.allmessages.map(({ name, content }) => [name, content]));
	const growth: Partial<GrowthTexts> = Object.fromEntries(
		Object.entries(keys).map(([name, key]) => [name, contents.get(key)]),
	);
	if (!isComplete(growth)) {
		throw new Error('The wiki lacks a text of the opted-out card.');
	}
	// Once they are drawn: what cannot be drawn must not come back with the next page.
	mw.requestIdleCallback(() => keep(keptName(), { growth, own } satisfies KeptTexts, textsSpan));
	return growth;
}

/** A text that the community blanked is a text; one that is missing is a wiki that we do not know. */
function isComplete(texts: Partial<GrowthTexts> | undefined): texts is GrowthTexts {
	return Object.keys(keys).every((name) => typeof Object(texts)[name] === 'string');
}

/** By language, and by gender for what depends on it; it does not say who needed them. */
function keptName(): string {
	return `growth-${mw.config.get('wgUserLanguage')}-${mw.user.options.get('gender')}`;
}
