import { fileOfPage } from '../deploy/builtPages.ts';
import { CommandFailure } from '../terminal/terminal.ts';
import { gadgets } from './gadgets.ts';
import { listLanguages, readTexts } from './languagePages.ts';

const key = 'gadget-description';

/**
 * What Special:Gadgets and the preferences say of the gadget, in every language that has it.
 * Only the gadget that people see has a description; those that it loads are hidden.
 *
 * @throws where a description would also be the community's own wording of a text
 */
export function describeGadgets(): [file: string, text: string][] {
	const names = gadgets.map(({ name }) => name);
	const collision = findCollision(names, Object.keys(readTexts('en')));
	if (collision !== undefined) {
		throw new CommandFailure(collision);
	}
	const page = `Gadget-${names[0]}`;
	return [
		[page, readTexts('en')[key] ?? ''],
		...listLanguages().flatMap((language): [string, string][] => {
			const text = readTexts(language)[key];
			return text === undefined ? [] : [[fileOfPage(`${page}/${language}`), text]];
		}),
	];
}

/**
 * `MediaWiki:Gadget-NAME` describes a gadget, and `MediaWiki:Gadget-mentorship-KEY` rewords a text:
 * where both are one page, readers see the description in the place of the text.
 */
export function findCollision(
	names: readonly string[],
	keys: readonly string[],
): string | undefined {
	const text = keys.find((own) => names.includes(`mentorship-${own}`));
	return text && `The text "${text}" and a gadget's description would be one page: rename either.`;
}
