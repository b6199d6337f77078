import { readdirSync, readFileSync } from 'node:fs';
import { type GadgetDefinition, gadgets } from './gadgets.ts';

const folder = 'gadget/i18n';

/** Which gadgets' texts are on which of a language's pages. */
const gadgetsOf: Readonly<Record<string, readonly string[]>> = {
	card: ['mentorship-card', 'mentorship-growth'],
	config: ['mentorship-config'],
};

/**
 * The languages' pages, `Gadget-mentorship-card-LANGUAGE.json` and `…-config-LANGUAGE.json`. They are
 * no gadgets, each of which would be one more line for every reader to download: whoever needs one
 * asks for it.
 */
export function languagePages(): [name: string, text: string][] {
	const languages = readdirSync(folder).flatMap(
		(file) => /^(?!en\.|qqq\.)([a-z-]+)\.json$/.exec(file)?.[1] ?? [],
	);
	return languages.flatMap((language) => {
		const texts = Object.entries(JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')));
		return Object.entries(gadgetsOf).map(([pages, names]): [string, string] => {
			const own = gadgets.filter(({ name }) => names.includes(name));
			const chosen = texts.filter(([key]) => isUsed(key, own));
			const text = JSON.stringify(Object.fromEntries(chosen), null, '\t');
			return [`Gadget-mentorship-${pages}-${language}.json`, `${text}\n`];
		});
	});
}

function isUsed(key: string, own: readonly GadgetDefinition[]): boolean {
	return own.some(({ texts }) => texts.test(key));
}
