import { listLanguages, readTexts } from '../build/languagePages.ts';
import { UsageError } from '../terminal/terminal.ts';
import { type BuiltPages, descriptionTitle } from './builtPages.ts';

/** Of all texts. A language with fewer would cost a wiki pages and hardly show on a card. */
const leastShare = 0.03;

/** How many of all texts each language has; a fraction by language. */
export type Shares = ReadonlyMap<string, number>;

/** As the translations in the repository are: the build is made from them. */
export function readShares(): Shares {
	const keys = Object.keys(readTexts('en'));
	return new Map(
		listLanguages().map((language) => {
			const texts = readTexts(language);
			return [language, keys.filter((key) => texts[key] !== undefined).length / keys.length];
		}),
	);
}

/**
 * The languages that go onto the wiki beside English.
 *
 * @param codes Those asked for, separated by commas; without it, those that are translated far enough.
 * @throws UsageError where there is no such language
 */
export function chooseLanguages(codes: string | undefined, shares: Shares): string[] {
	const wanted = codes?.split(',').filter((code) => code !== '');
	const unknown = wanted?.find((language) => !shares.has(language));
	if (unknown !== undefined) {
		throw new UsageError(
			`There are no texts in “${unknown}”. There are: ${[...shares.keys()].join(', ')}.`,
		);
	}
	return [...shares].flatMap(([language, share]) =>
		(wanted?.includes(language) ?? share >= leastShare) ? [language] : [],
	);
}

/** The pages without those of other languages than these and English. */
export function inLanguages(pages: BuiltPages, languages: readonly string[]): BuiltPages {
	return new Map(
		[...pages].filter(([title]) => {
			const language = languageOf(title);
			return language === undefined || languages.includes(language);
		}),
	);
}

/** The language whose page this is; `undefined` where every wiki needs it. */
function languageOf(title: string): string | undefined {
	return title.startsWith(`${descriptionTitle}/`)
		? title.slice(descriptionTitle.length + 1)
		: /^MediaWiki:Gadget-mentorship-(?:card|settings)-(.+)\.json$/.exec(title)?.[1];
}
