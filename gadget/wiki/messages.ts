import type { MessageKey, Text } from '../i18n/messages.ts';

/** Texts by key. */
export type Texts = Readonly<Record<string, unknown>>;

/** As for any gadget's message: `MediaWiki:Gadget-mentorship-KEY`. */
const prefix = 'gadget-mentorship-';

/** MediaWiki's own parser, which knows PLURAL and GENDER in every language. */
export const text: Text = (key, ...parameters) => mw.message(prefix + key, ...parameters).text();

/**
 * The address of the page whose title a text is; `null` where there is none: as in MediaWiki's own
 * texts, "-" says so.
 */
export function addressOf(key: MessageKey): string | null {
	const title = text(key);
	return /^-?$/.test(title) ? null : mw.util.getUrl(title);
}

/**
 * What texts here do not need: `{{int:` looks up other texts, of itself for ever; of half a character
 * no address can be made.
 */
const furtherSyntax = /\{\{(?!PLURAL:|GENDER:)|[\ud800-\udfff]/iu;

/**
 * Hands texts to MediaWiki, in place of those it has.
 *
 * @param layers Each over the one before. They come from pages of the wiki and from what the browser
 * keeps, where there may be anything: where one is not a text, that of the layer below stays.
 */
export function layTexts(...layers: readonly Texts[]): void {
	// With `uselang=qqx` MediaWiki shows the keys of texts that it does not have.
	if (mw.config.get('wgUserLanguage') !== 'qqx') {
		for (const [key, content] of layers.flatMap(Object.entries<unknown>)) {
			if (typeof content === 'string' && !furtherSyntax.test(content)) {
				mw.messages.set(prefix + key, content);
			}
		}
	}
}
