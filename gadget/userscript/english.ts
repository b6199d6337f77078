import english from '../i18n/en.json';

/*
 * In the userscript, in the place of `i18n/en.json`: it has all languages with it, as the wiki need
 * not have the gadget's pages.
 */

const languages: Readonly<Record<string, object>> = import.meta.glob(
	['../i18n/*.json', '!../i18n/qqq.json'],
	{ eager: true, import: 'default' },
);

const texts = { ...english };
export default texts;

/** @param codes The person's languages, the one that they like best first. */
export function chooseLanguage(codes: readonly string[]): void {
	for (const code of [...codes].reverse()) {
		Object.assign(texts, languages[`../i18n/${code}.json`]);
	}
}
