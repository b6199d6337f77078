import { describe, expect, test } from 'vitest';
import { findPageMistake } from '../../gadget/build/checks.ts';
import { definitionLine, gadgets } from '../../gadget/build/gadgets.ts';

describe('findPageMistake', () => {
	test.each([
		['var a = "~~~~";', 'a signature'],
		['var a = "[[Category:Gadgets]]";', 'a category'],
		['var a = "[[ file:A.png]]";', 'a file'],
		['var a = "</nowiki>";', 'the end of a nowiki'],
		['var a = "{{subst:x}}";', 'a substitution'],
		['var a = "[[Pipe trick|]]";', 'a pipe trick'],
		['var a = "__NOTOC__";', 'a magic word'],
	])('refuses %s: %s', (text) => {
		expect(findPageMistake('page.js', text, 2017)).toContain('is wikitext');
	});

	test.each([
		'a?.b;',
		'a ?? b;',
		'async () => 1;',
		'({ ...a });',
		'try { a } catch { b }',
		'f(a,);',
	])('refuses %s in a default gadget, which is parsed as ES2016', (text) => {
		expect(findPageMistake('page.js', text, 2016)).toContain('cannot parse');
	});

	test.each<[string, 2016 | 2017, boolean]>([
		['async () => 1;', 2016, false],
		['async () => 1;', 2017, true],
		['({ ...a });', 2017, false],
		['a?.b;', 2017, false],
		['a ?? b;', 2017, false],
	])('of %s in a gadget that is to be ES%i says: %s', (text, version, isFit) => {
		expect(findPageMistake('page.js', text, version) === null).toBe(isFit);
	});

	test('allows messages with PLURAL and nested lists', () => {
		expect(
			findPageMistake('page.js', 'var a = "{{PLURAL:$1|one|many}}", b = [[1, 2], [3]];', 2016),
		).toBeNull();
	});
});

describe('the definition', () => {
	const defaultLines = gadgets
		.filter(({ options }) => options.includes('default'))
		.map((gadget) => definitionLine(gadget, ['page.js']));

	test('loads only the loader for all readers, not on articles, depending only on what every page has', () => {
		expect(defaultLines[0]).toBe(
			'* mentorship[ResourceLoader|default|package|namespaces=-1,2,4,8,12|dependencies=user.options]|page.js|mentorship.json',
		);
	});

	test('loads what opens the form on JSON pages, and for administrators on special pages', () => {
		expect(defaultLines.slice(1)).toEqual([
			'* mentorship-settings-page[ResourceLoader|default|hidden|namespaces=8|contentModels=json|actions=view]|page.js',
			'* mentorship-settings-section[ResourceLoader|default|hidden|namespaces=-1|rights=editinterface,editsitejson]|page.js',
		]);
	});
});
