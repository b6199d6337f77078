import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { findBreakage, findMistake, type Texts } from './findMistake.ts';

const folder = 'gadget/i18n';

function withoutMetadata(texts: object): Texts {
	return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== '@metadata'));
}

const originals = withoutMetadata(english);

/** Whatever is in the folder counts: a translator adds a language by adding a file. */
const translations = readdirSync(folder)
	.flatMap((file) => /^(?!en\.|qqq\.)(.+)\.json$/.exec(file)?.[1] ?? [])
	.map((language) => ({
		language,
		texts: withoutMetadata(JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8'))),
	}));

test.each(Object.entries(originals))('the English %s is well written', (_key, text) => {
	expect(findMistake(text)).toBeNull();
});

test.each(translations)(
	'$language has nothing that would break the gadget',
	({ language, texts }) => {
		const broken = Object.entries(texts).flatMap(([key, text]) => {
			const breakage = findBreakage(language, key, text, originals);
			return breakage === null ? [] : [`${language}.json, ${key}: ${breakage}`];
		});
		expect(broken).toEqual([]);
	},
);

/** @param part Of the sentence that is found; `null`: nothing is. */
function expectFinding(found: string | null, part: string | null): void {
	expect(found).toEqual(part === null ? null : expect.stringContaining(part));
}

describe('the check of a translation', () => {
	const original = {
		edits: '{{PLURAL:$2|$1 edit|$1 edits}}',
		hello: 'Hello $1.',
		her: 'Ask {{GENDER:$1|him|her}}',
	};
	test.each<[string, string, unknown, string | null]>([
		['de', 'edits', '{{PLURAL:$2|$1 Bearbeitung|$1 Bearbeitungen}}', null],
		['ja', 'edits', '$1回編集', null],
		['ar', 'edits', '{{PLURAL:$2|$1 a|$1 b}}', null],
		['de', 'edits', '{{PLURAL:$2|$1 Bearbeitungen}}', null],
		['de', 'edits', '{{PLURAL:$2|0=nichts|$1 Bearbeitung|$1 Bearbeitungen}}', null],
		['de', 'edits', '$1 edits', null],
		['de', 'hello', 'Hello $1.', null],
		['de', 'hello', 'Hallo.', null],
		['de', 'her', 'Frag {{GENDER:$1|ihn|sie|sie}}', null],
		['xx', 'edits', '{{PLURAL:$2|a|b|c|d}}', null],
		['zh-classical', 'edits', '{{PLURAL:$2|a|b}}', null],
		['de', 'edits', '{{PLURAL:$2|$1 a|$1 b|$1 c}}', 'PLURAL has 3 forms, and the language 2'],
		['ja', 'edits', '{{PLURAL:$2|a|b}}', 'PLURAL has 2 forms, and the language 1'],
		['de', 'edits', '{{PLURAL:$2|$1 Bearbeitung|$1 Bearbeitungen', 'cannot be parsed'],
		['de', 'edits', '{{PLURALS:$2|$1 a|$1 b}}', 'only PLURAL and GENDER'],
		['de', 'hello', '{{int:hello}} $1', 'only PLURAL and GENDER'],
		['de', 'hello', '{{GRAMMAR:genitive|$1}}', 'only PLURAL and GENDER'],
		['de', 'edits', '{{PLURAL:$3|$1 a|$1 b}}', 'no parameter $3'],
		['de', 'hello', 'Hallo $1 und $2.', 'no parameter $2'],
		['de', 'hello', 'Hallo $10.', 'no parameter $10'],
		['de', 'bye', 'Tschüss', 'no such key'],
		['de', 'hello', ['Hallo $1.'], 'not a text'],
	])('in %s, of %s “%s”, finds: %s', (language, key, text, expected) => {
		expectFinding(findBreakage(language, key, text, original), expected);
	});
});

test.each([
	['Save', null],
	[' ', 'is empty'],
	['Hello <b>$1</b>.', 'HTML'],
	['Hello &nbsp;$1.', 'HTML'],
	['Hello [[$1]].', 'wikitext'],
	['Hello $1. ', 'white space'],
	['Hello \u2068$1.', 'isolate'],
	['TODO $1', 'leftover'],
	['{{PLURAL:$1|edits}}', 'wrong forms'],
	['{{PLURAL:$1|edit|}}', 'wrong forms'],
	['{{PLURAL:$1|edit|edits', 'cannot be parsed'],
])('in the English text “%s”, the check finds: %s', (text, expected) => {
	expectFinding(findMistake(text), expected);
});
