import { expect, test } from 'vitest';
import { chooseLanguages, inLanguages } from '../../gadget/deploy/languages.ts';
import { UsageError } from '../../gadget/terminal/terminal.ts';

const shares = new Map([
	['de', 1],
	['nl', 0.03],
	['xx', 0.029],
]);

test.each([
	[undefined, ['de', 'nl']],
	['xx', ['xx']],
	['xx,de', ['de', 'xx']],
	['', []],
])(
	'of a whole, a begun and a hardly begun language, asked for %j, the wiki gets %j',
	(wanted, expected) => {
		expect(chooseLanguages(wanted, shares)).toEqual(expected);
	},
);

test('a language without texts is a wrong option', () => {
	expect(() => chooseLanguages('tlh', shares)).toThrow(UsageError);
});

test('without a language go its description and its texts, and nothing of others', () => {
	const pages = new Map(
		[
			'MediaWiki:Gadget-mentorship',
			'MediaWiki:Gadget-mentorship/de',
			'MediaWiki:Gadget-mentorship/xx',
			'MediaWiki:Gadget-mentorship-card',
			'MediaWiki:Gadget-mentorship-card-de.json',
			'MediaWiki:Gadget-mentorship-card-xx.json',
			'MediaWiki:Gadget-mentorship-settings-xx.json',
			'MediaWiki:Gadget-mentorship.json',
		].map((title) => [title, '']),
	);
	expect([...inLanguages(pages, ['de']).keys()]).toEqual([
		'MediaWiki:Gadget-mentorship',
		'MediaWiki:Gadget-mentorship/de',
		'MediaWiki:Gadget-mentorship-card',
		'MediaWiki:Gadget-mentorship-card-de.json',
		'MediaWiki:Gadget-mentorship.json',
	]);
});
