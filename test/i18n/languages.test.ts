import { readdirSync, readFileSync } from 'node:fs';
import Banana from 'banana-i18n';
import { describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { findFault, type Texts } from './findFault.ts';

const folder = 'gadget/i18n';
const originals: Texts = withoutMetadata(english);

function withoutMetadata(texts: object): Texts {
	return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== '@metadata'));
}

const languages = readdirSync(folder)
	.flatMap((file) => /^(?!qqq)(.+)\.json$/.exec(file)?.[1] ?? [])
	.map((language) => {
		const content = JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8'));
		return { language, content, texts: withoutMetadata(content) };
	});

test('there are the languages that were promised', () => {
	expect(languages.map(({ language }) => language).sort()).toEqual(
		['ar', 'cs', 'de', 'en', 'es', 'fr', 'he', 'ja', 'pt', 'zh-hans'].sort(),
	);
});

describe.each(languages)('$language', ({ language, content, texts }) => {
	test('names its authors, as translatewiki does', () => {
		expect(content['@metadata'].authors.length).toBeGreaterThan(0);
	});

	test('has each text, and no other, in the order of the English ones', () => {
		expect(Object.keys(texts)).toEqual(Object.keys(originals));
	});

	test.each(Object.keys(originals))('%s is well-formed', (key) => {
		expect(findFault(language, key, texts, originals)).toBeNull();
	});

	test('has no text that is English by mistake', () => {
		const same = Object.keys(texts).filter((key) => texts[key] === originals[key]);
		// “Mentor” is the word in several languages.
		expect(language === 'en' ? [] : same.filter((key) => key !== 'preview-mentors-name')).toEqual(
			[],
		);
	});

	test('understands numbers from none to many', () => {
		const banana = new Banana(language);
		for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 101, 1000]) {
			const text = banana.i18n(
				String(texts['card-mentor-edits']).replaceAll('$2', `${count}`),
				`${count}`,
			);
			expect(text).not.toMatch(/[{}|$]/);
			expect(text.trim()).not.toBe('');
		}
	});
});

describe('the check', () => {
	const original = {
		edits: '{{PLURAL:$2|$1 edit|$1 edits}}',
		hello: 'Hello $1.',
		her: 'Ask {{GENDER:$1|him|her}}',
	};
	test.each([
		['de', 'edits', '{{PLURAL:$2|$1 Bearbeitung|$1 Bearbeitungen}}', null],
		['ja', 'edits', '$1回編集', null],
		['de', 'edits', '$1 Bearbeitungen', 'has no PLURAL'],
		['de', 'edits', '{{PLURAL:$2|$1 Bearbeitungen}}', '1 forms of PLURAL'],
		['ar', 'edits', '{{PLURAL:$2|$1 a|$1 b}}', '2 forms of PLURAL'],
		['de', 'edits', '{{PLURAL:$2|$1 Bearbeitung|$1 Bearbeitungen', 'cannot be parsed'],
		['de', 'edits', '{{PLURAL:$3|$1 a|$1 b}}', 'PLURAL asks for $3'],
		['de', 'edits', '{{PLURAL:$2|a|b}}', 'parameters'],
		['de', 'edits', '{{PLURALS:$2|$1 a|$1 b}}', 'PLURALS'],
		['de', 'edits', '{{PLURAL:$2|$1 a|}}', 'empty form'],
		['de', 'hello', 'Hallo.', 'parameters'],
		['de', 'hello', 'Hallo $1 und $2.', 'parameters'],
		['de', 'hello', ' ', 'is empty'],
		['de', 'hello', 'Hallo <b>$1</b>.', 'HTML'],
		['de', 'hello', 'Hallo [[$1]].', 'wikitext'],
		['de', 'hello', 'Hallo &nbsp;$1.', 'HTML'],
		['de', 'hello', 'Hallo $ 1.', 'parameters'],
		['de', 'hello', 'Hallo $1. ', 'white space'],
		['de', 'hello', 'Hallo \u2068$1.', 'isolate'],
		['de', 'hello', 'TODO $1', 'leftover'],
		['de', 'her', 'Frag {{GENDER:$1|ihn|sie|sie}}', null],
		['de', 'her', 'Frag {{GENDER:$1|ihn|sie|sie|es}}', '4 forms of GENDER'],
	])('in %s, of %s “%s”, finds: %s', (language, key, text, fault) => {
		const found = findFault(language, key, { [key]: text }, original);
		if (fault === null) {
			expect(found).toBeNull();
		} else {
			expect(found).toContain(fault);
		}
	});
});
