import { fileOfPage } from '../deploy/builtPages.ts';
import { gadgets } from './gadgets.ts';
import { listLanguages, readTexts } from './languagePages.ts';

const key = 'gadget-description';

/**
 * What Special:Gadgets and the preferences say of the gadgets, page by page: of the default gadget in
 * every language that there is; of those that it loads the same, with their name.
 */
export function describeGadgets(): [file: string, text: string][] {
	const [main, ...others] = gadgets.map(({ name }) => name);
	const page = `Gadget-${main}`;
	return [
		[page, readTexts('en')[key] ?? ''],
		...listLanguages().map((language): [string, string] => [
			fileOfPage(`${page}/${language}`),
			readTexts(language)[key] ?? '',
		]),
		...others.map((name): [string, string] => [`Gadget-${name}`, `{{int:${page}}} (${name})`]),
	];
}
