import { describe, expect, test } from 'vitest';
import {
	fileOfPage,
	findBuildMistakes,
	inWikiLanguage,
	titleOfFile,
} from '../../gadget/deploy/builtPages.ts';

const descriptions = new Map([
	['MediaWiki:Gadget-mentorship', 'Mentorship'],
	['MediaWiki:Gadget-mentorship/de', 'Mentoring'],
	['MediaWiki:Gadget-mentorship/fr', 'Mentorat'],
]);

describe('the pages for a wiki', () => {
	test('in Austrian German have the German description where MediaWiki looks for the wiki’s own', () => {
		expect(Object.fromEntries(inWikiLanguage(descriptions, ['de-at', 'de']))).toEqual({
			'MediaWiki:Gadget-mentorship': 'Mentoring',
			'MediaWiki:Gadget-mentorship/en': 'Mentorship',
			'MediaWiki:Gadget-mentorship/fr': 'Mentorat',
		});
	});

	test.each(['en', 'nl'])('in the language “%s” are as they were built', (language) => {
		expect(inWikiLanguage(descriptions, [language, 'en', 'fr'])).toEqual(descriptions);
	});
});

test.each(['Gadget-mentorship.js', 'Gadget-mentorship/zh-hans'])(
	'the page %s has a file',
	(page) => {
		const file = fileOfPage(page);
		expect(file).not.toContain('/');
		expect(titleOfFile(file)).toBe(`MediaWiki:${page}`);
	},
);

describe('a script newer than ES2016', () => {
	const faultsWith = (options: string) =>
		findBuildMistakes(
			new Map([
				['MediaWiki:Gadgets-definition', `* a[ResourceLoader|${options}]|a.js`],
				['MediaWiki:Gadget-a.js', 'async () => 1;'],
			]),
		).length;

	test.each([
		['fits a gadget on demand that asks for it', 'hidden|requiresES6', 0],
		['fits no other gadget on demand', 'hidden', 1],
		['fits no default gadget, whatever it asks for', 'default|requiresES6', 1],
	])('%s', (_what, options, faults) => {
		expect(faultsWith(options)).toBe(faults);
	});
});
