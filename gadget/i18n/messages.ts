import type english from './en.json';

export type MessageKey = Exclude<keyof typeof english, '@metadata'>;

/** Gives a text in the person's language, as plain text, its parameters filled in. */
export type Text = (key: MessageKey, ...parameters: Array<string | number>) => string;

/** A name within a sentence, kept from reordering the words around it in another writing direction. */
export function isolate(name: string): string {
	// First strong isolate … pop directional isolate, which a name must not contain.
	return `\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069`;
}
