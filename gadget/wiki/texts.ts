import type { WikiApi } from './api.ts';
import { fetchTexts, keptFor, type TextsPages } from './languageTexts.ts';
import { layTexts, type Texts } from './messages.ts';
import { log } from './page.ts';

/** In milliseconds; after this long a card in English is better than none. */
const patience = 1500;

interface KeptTexts {
	readonly texts?: Texts;
	/** When they were fetched, in milliseconds since 1970. */
	readonly time?: number;
}

/**
 * Brings the texts in the person's language: at once where they are in the gadget (English) or kept
 * in this browser, otherwise from the wiki. What is kept is renewed behind what is drawn.
 *
 * @param english The gadget's own.
 * @param redraw Is called where texts have come, which may be after something was drawn.
 */
export async function bringTexts(
	api: WikiApi,
	pages: TextsPages,
	english: Texts,
	redraw: () => void,
): Promise<void> {
	const { wgDBname, wgUserLanguage } = mw.config.get();
	const storageKey = `mentorship-${pages}-${wgDBname}-${wgUserLanguage}`;
	const kept: KeptTexts = Object(mw.storage.getObject(storageKey));
	layTexts({ ...english, ...kept.texts });

	const renew = () =>
		fetchTexts(api, pages, english)
			.then(([texts]) => {
				mw.storage.setObject(storageKey, { texts, time: Date.now() });
				layTexts({ ...english, ...texts });
				redraw();
			})
			.catch(log);

	if (!kept.texts && !/^en\b/.test(wgUserLanguage)) {
		await Promise.race([renew(), new Promise((resolve) => setTimeout(resolve, patience))]);
	} else if (Date.now() - (kept.time || 0) > keptFor) {
		mw.requestIdleCallback(renew);
	}
}
