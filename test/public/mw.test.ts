// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createHook } from '../../public/mw/hook.ts';
import { createMap } from '../../public/mw/map.ts';
import { createClientMessages } from '../../public/mw/messages.ts';
import { createUtil } from '../../public/mw/util.ts';

describe('mw.Map', () => {
	const map = createMap({ a: 1, b: null });

	test.each([
		['a value', map.get('a'), 1],
		['null where there is nothing', map.get('c'), null],
		['a fallback where there is nothing', map.get('c', 2), 2],
		['null rather than the fallback where null is the value', map.get('b', 2), null],
		['all', map.get(), { a: 1, b: null }],
	])('gives %s', (_case, value, expected) => {
		expect(value).toEqual(expected);
	});

	test('sets one or several', () => {
		const other = createMap({});
		other.set('a', 1);
		other.set({ b: 2, c: 3 });
		expect(other.get()).toEqual({ a: 1, b: 2, c: 3 });
	});
});

describe('mw.hook', () => {
	test('tells a late listener of the last event', () => {
		const hook = createHook();
		const heard: unknown[] = [];
		hook('a').fire(1).fire(2);
		hook('a').add((value) => heard.push(value));
		hook('a').fire(3);
		expect(heard).toEqual([2, 3]);
	});
});

describe('mw.message', () => {
	const texts = createMap({
		plain: 'a $1 $2',
		plural: '$1 {{PLURAL:$1|edit|edits}}',
		gender: '{{GENDER:$1|he|she|they}}',
	});
	const { msg } = createClientMessages(texts, 'en', () => true);

	test.each([
		['values', msg('plain', 'x', 2), 'a x 2'],
		['a value that is missing', msg('plain', 'x'), 'a x $2'],
		['one', msg('plural', 1), '1 edit'],
		['many', msg('plural', 2), '2 edits'],
		['a number written for readers', msg('plural', '1,000'), '1,000 edits'],
		['a gender', msg('gender', 'female'), 'she'],
		['the gender of mw.user', msg('gender', { options: createMap({ gender: 'male' }) }), 'he'],
		['a key that there is not', msg('none'), '⧼none⧽'],
	])('puts in %s', (_case, text, expected) => {
		expect(text).toBe(expected);
	});

	test('understands PLURAL only once mediawiki.jqueryMsg is there', () => {
		expect(createClientMessages(texts, 'en', () => false).msg('plural', 1)).toBe(
			'1 {{PLURAL:1|edit|edits}}',
		);
	});
});

describe('mw.util.getUrl', () => {
	const { getUrl } = createUtil(
		createMap({ wgArticlePath: '/index.php/$1', wgScript: '/index.php', wgPageName: 'Main_Page' }),
	);

	test.each([
		['a page', getUrl('User talk:A b'), '/index.php/User_talk:A_b'],
		['this page', getUrl(), '/index.php/Main_Page'],
		['a part of a page', getUrl('A#b c'), '/index.php/A#b_c'],
		[
			'a query',
			getUrl('A b', { action: 'edit', section: 'new' }),
			'/index.php?title=A_b&action=edit&section=new',
		],
		['other letters', getUrl('Ä&?'), '/index.php/%C3%84%26%3F'],
	])('is the address of %s', (_case, url, expected) => {
		expect(url).toBe(expected);
	});
});
