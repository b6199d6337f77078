import { describe, expect, test } from 'vitest';
import { contentModelOf, storedContent } from '../../../server-mock/wiki/content.ts';
import { titleOf } from '../../../server-mock/wiki/title.ts';

// How JSON is indented is a part of the contract that a real MediaWiki is held to as well.

describe('a page’s content model', () => {
	test.each([
		['MediaWiki:Gadget-a.json', 'json'],
		['MediaWiki:Gadget-a.js', 'javascript'],
		['MediaWiki:Gadget-a.css', 'css'],
		['MediaWiki:Gadgets-definition', 'wikitext'],
		['User:Nora/common.js', 'javascript'],
		['User:Nora.js', 'wikitext'],
		['Project:Notes.json', 'wikitext'],
	])('of %s is %s', (title, model) => {
		expect(contentModelOf(titleOf(title))).toBe(model);
	});
});

test('white space at the end of a text is not kept', () => {
	expect(storedContent('wikitext', 'a\r\n b \n\n')).toBe('a\n b');
});

test('strings keep what looks like JSON in them', () => {
	expect(storedContent('json', '{"a":"{\\"b\\": [1,2]}"}')).toBe('{\n\t"a": "{\\"b\\": [1,2]}"\n}');
});

test.each(['{', '', '{"a":1}}', 'nope', "{'a':1}", '[1,]'])('“%s” is not JSON', (text) => {
	expect(() => storedContent('json', text)).toThrow(SyntaxError);
});

const nested = (depth: number, inner = '') => '['.repeat(depth) + inner + ']'.repeat(depth);

test('JSON is nested 512 deep at most, as PHP reads it', () => {
	expect(storedContent('json', nested(512))).toContain(`${'\t'.repeat(511)}[]`);
	expect(() => storedContent('json', nested(513))).toThrow(SyntaxError);
	expect(() => storedContent('json', nested(100_000))).toThrow(SyntaxError);
	expect(storedContent('json', `"${nested(513)}"`)).toBe(`"${nested(513)}"`);
	expect(storedContent('json', nested(500, Array(100).fill('[]').join()))).toContain('[]');
});
