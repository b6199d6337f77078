import type { WikiApi } from './api.ts';

/** The wiki's own texts for somebody opted out of mentorship, in the person's language. */
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

interface MessagesAnswer {
	readonly query?: {
		readonly allmessages?: ReadonlyArray<{ readonly name?: string; readonly content?: string }>;
	};
}

/** The texts as this browser had them last, without a request; `null` where it never had. */
export function readKeptTexts(): GrowthTexts | null {
	try {
		const texts: Partial<GrowthTexts> = JSON.parse(localStorage.getItem(storageKey()) as string);
		return isComplete(texts) ? texts : null;
	} catch {
		// Nothing kept, or no storage: the wiki is asked.
		return null;
	}
}

/**
 * Asks the wiki for the texts, and keeps them for the next time.
 *
 * @throws ApiError; Error where the wiki does not have one of them.
 */
export async function fetchTexts(api: WikiApi): Promise<GrowthTexts> {
	const answer = await api.get<MessagesAnswer>({
		action: 'query',
		meta: 'allmessages',
		ammessages: Object.values(keys).join('|'),
		// GENDER in them is about the person who reads.
		amenableparser: 1,
		amlang: mw.config.get('wgUserLanguage'),
	});
	const contents = new Map(
		answer.query?.allmessages?.map(({ name, content }) => [name, content]) ?? [],
	);
	const texts: Partial<GrowthTexts> = Object.fromEntries(
		Object.entries(keys).map(([name, key]) => [name, contents.get(key)]),
	);
	if (!isComplete(texts)) {
		throw new Error('The wiki lacks a text of the opted-out card.');
	}
	try {
		localStorage.setItem(storageKey(), JSON.stringify(texts));
	} catch (error) {
		mw.log(error);
	}
	return texts;
}

function isComplete(texts: Partial<GrowthTexts>): texts is GrowthTexts {
	return Object.keys(keys).every((name) => Object(texts)[name]);
}

/** By language, by wiki (several may share one origin), and by person (GENDER). */
function storageKey(): string {
	const { wgDBname, wgUserLanguage, wgUserId } = mw.config.get();
	return `mentorship-texts-${wgDBname}-${wgUserLanguage}-${wgUserId}`;
}
