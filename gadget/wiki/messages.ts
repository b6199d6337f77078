import english from '../i18n/en.json';
import type { Text } from '../i18n/messages.ts';

/** Texts by key; those that are missing are English. */
export type Texts = Readonly<Record<string, string>>;

/** As for any gadget's message: `MediaWiki:Gadget-mentorship-KEY`. */
const prefix = 'gadget-mentorship-';

/**
 * Hands the texts to MediaWiki, whose own parser knows PLURAL and GENDER in every language.
 *
 * @param texts In the person's language, laid over the English ones.
 */
export function createText(texts: Texts = {}): Text {
	for (const [key, text] of Object.entries({ ...english, ...texts })) {
		// The build leaves out what is not a message, `@metadata`.
		mw.messages.set(prefix + key, text as string);
	}
	return (key, ...parameters) => mw.message(prefix + key, ...parameters).text();
}
