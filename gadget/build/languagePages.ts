import { readdirSync, readFileSync } from 'node:fs';
import { type GadgetDefinition, gadgets } from './gadgets.ts';

const folder = 'gadget/i18n';

/** Which gadgets' texts are on which of a language's pages. */
const gadgetsOf: Readonly<Record<string, readonly string[]>> = {
	card: ['mentorship-card', 'mentorship-growth'],
	settings: ['mentorship-settings'],
};

/**
 * The languages' pages, `Gadget-mentorship-card-LANGUAGE.json` and `…-settings-LANGUAGE.json`. They are
 * no gadgets, each of which would be one more line for every reader to download: whoever needs one
 * asks for it.
 */
export function languagePages(): [name: string, text: string][] {
	return listLanguages().flatMap((language) => {
		const texts = Object.entries(readTexts(language));
		return Object.entries(gadgetsOf).map(([pages, names]): [string, string] => {
			const own = gadgets.filter(({ name }) => names.includes(name));
			const chosen = texts.filter(([key]) => isUsed(key, own));
			const text = JSON.stringify(Object.fromEntries(chosen), null, '\t');
			return [`Gadget-mentorship-${pages}-${language}.json`, `${text}\n`];
		});
	});
}

/** The codes of the languages that there are texts in, but English. */
export function listLanguages(): string[] {
	return readdirSync(folder).flatMap(
		(file) => /^(?!en\.|qqq\.)([a-z-]+)\.json$/.exec(file)?.[1] ?? [],
	);
}

/** All texts in a language, by key. */
export function readTexts(language: string): Record<string, string> {
	return JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8'));
}

function isUsed(key: string, own: readonly GadgetDefinition[]): boolean {
	return own.some(({ texts }) => texts.test(key));
}
