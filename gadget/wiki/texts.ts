import type { WikiApi } from './api.ts';
import { keep, readKept } from './kept.ts';
import { fetchTexts, freshSpan, type TextsPages, textsSpan } from './languageTexts.ts';
import { layTexts, type Texts } from './messages.ts';
import { log } from './page.ts';

/** In milliseconds; after this long a card in English is better than none. */
const patience = 1500;

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
	const language = mw.config.get('wgUserLanguage');
	const name = `${pages}-${language}`;
	const kept = readKept(name, textsSpan);
	layTexts(english, Object(kept));

	const renew = () =>
		fetchTexts(api, pages, english)
			.then(([texts]) => {
				layTexts(english, texts);
				redraw();
				// Last: what cannot be drawn must not come back with the next page.
				keep(name, texts, textsSpan);
			})
			.catch(log);

	if (!kept && !/^en\b/.test(language)) {
		await Promise.race([renew(), new Promise((resolve) => setTimeout(resolve, patience))]);
	} else if (!readKept(name, freshSpan)) {
		mw.requestIdleCallback(renew);
	}
}
