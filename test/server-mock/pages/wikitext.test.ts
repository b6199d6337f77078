import { expect, test } from 'vitest';
import { renderWikitext } from '../../../server-mock/pages/wikitext.ts';

test.each([
	['a paragraph', 'one\ntwo\n\nthree', '<p>one two</p>\n<p>three</p>\n'],
	['a list', '* a\n* b', '<ul><li>a</li><li>b</li></ul>\n'],
	['a heading', '== A b ==', '<div class="mw-heading mw-heading2"><h2 id="A_b">A b</h2></div>\n'],
	[
		'links',
		'[[main page]] [[User:A b|her]]',
		'<p><a href="/index.php/Main_page" title="Main page">main page</a> <a href="/index.php/User:A_b" title="User:A b">her</a></p>\n',
	],
	['bold', "a '''b''' c", '<p>a <b>b</b> c</p>\n'],
	[
		'a placeholder',
		'x\n<div class="mentorship-module"></div>\ny',
		'<p>x</p>\n<div class="mentorship-module"></div>\n<p>y</p>\n',
	],
	[
		'what looks like a module of the Homepage',
		'<div class="a b" role="region" data-module-name="mentorship" id="x-y">Not [[it]]</div>',
		'<div class="a b" role="region" data-module-name="mentorship" id="x-y">Not <a href="/index.php/It" title="It">it</a></div>\n',
	],
])('%s', (_case, wikitext, source) => {
	expect(renderWikitext(wikitext).source).toBe(source);
});

test.each([
	['a script', '<script>alert(1)</script>', '&lt;script&gt;'],
	['an attribute', '<div class="a" onclick="x"></div>', '&lt;div class=&quot;a&quot; onclick'],
	['a link’s text', '[[A|<b>]]', '>&lt;b&gt;</a>'],
	['a link’s target', '[[A"b]]', 'title="A&quot;b"'],
	['a heading', '== <i>"x" ==', 'id="&lt;i&gt;&quot;x&quot;"'],
	['a target that is none', '[[javascript<x>]]', '<p>[[javascript&lt;x&gt;]]</p>'],
])('%s is escaped', (_case, wikitext, part) => {
	const { source } = renderWikitext(wikitext);
	expect(source).toContain(part);
	expect(source).not.toMatch(/<(script|i|b)>/);
});
