import { readdirSync, readFileSync } from 'node:fs';
import { hostGadgets } from '../hosts/index.ts';
import { gadgets } from './gadgets.ts';

const folder = 'gadget/i18n';

/** Which gadgets' texts are on which of a language's pages. */
const gadgetsOf: Readonly<Record<string, readonly string[]>> = {
	card: hostGadgets.map(({ name }) => `mentorship-${name}`),
	settings: ['mentorship-settings'],
};

/** The texts of a language by key; those that are not translated yet are missing. */
export type Translation = Readonly<Record<string, string>>;

/**
 * The languages' pages, `Gadget-mentorship-card-LANGUAGE.json` and `…-settings-LANGUAGE.json`. They are
 * not gadgets, each of which would be one more line for every reader to download: the card or the form
 * asks for the page it needs.
 *
 * @param translations By language.
 */
export function languagePages(
	translations: ReadonlyArray<
		readonly [language: string, texts: Translation]
	> = listLanguages().map((language) => [language, readTexts(language)]),
): [name: string, text: string][] {
	return translations.flatMap(([language, texts]) =>
		Object.entries(gadgetsOf).flatMap(([pages, names]): [string, string][] => {
			const own = gadgets.filter(({ name }) => names.includes(name));
			const chosen = Object.entries(texts).filter(([key]) =>
				own.some((gadget) => gadget.texts?.test(key)),
			);
			const text = `${JSON.stringify(Object.fromEntries(chosen), null, '\t')}\n`;
			return chosen.length > 0 ? [[`Gadget-mentorship-${pages}-${language}.json`, text]] : [];
		}),
	);
}

/** The codes of the languages that there are texts in, but English. */
export function listLanguages(): string[] {
	return readdirSync(folder).flatMap(
		(file) => /^(?!en\.|qqq\.)([a-z0-9-]+)\.json$/.exec(file)?.[1] ?? [],
	);
}

/** The texts that there are in a language, by key: all in English, some in others. */
export function readTexts(language: string): Translation {
	const { '@metadata': _authors, ...texts } = JSON.parse(
		readFileSync(`${folder}/${language}.json`, 'utf8'),
	);
	return texts;
}
