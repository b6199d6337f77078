import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	mergeDefinitions,
	readDefinitions,
	removeDefinitions,
} from '../../gadget/deploy/definitions.ts';
import { holdsForAny } from '../support/property.ts';

const ours =
	'* mentorship[ResourceLoader|default]|mentorship.js\n* mentorship-card[ResourceLoader|hidden]|mentorship-card.js\n';

describe('merging gadget definitions', () => {
	test.each([
		['an empty page', '', ours.trimEnd()],
		[
			'a page of others, in their section',
			'== Editing ==\n* clock|clock.js',
			`== Editing ==\n* clock|clock.js\n${ours.trimEnd()}`,
		],
		[
			'an earlier definition, in its place',
			'* mentorship[old]|a.js\n\n* clock|clock.js  \n',
			'* mentorship[ResourceLoader|default]|mentorship.js\n\n* clock|clock.js  \n\n* mentorship-card[ResourceLoader|hidden]|mentorship-card.js',
		],
		[
			'a gadget of a similar name',
			'* mentorship-like|b.js',
			`* mentorship-like|b.js\n${ours.trimEnd()}`,
		],
		[
			'a comment that looks like ours',
			'<!-- off:\n* mentorship|a.js\n-->\n* clock|clock.js <!-- * mentorship|b.js -->',
			`<!-- off:\n* mentorship|a.js\n-->\n* clock|clock.js <!-- * mentorship|b.js -->\n${ours.trimEnd()}`,
		],
	])('into %s', (_what, theirs, merged) => {
		expect(mergeDefinitions(theirs, ours)).toBe(merged);
	});

	const line = fc.oneof(
		fc.constantFrom(
			'',
			' ',
			'== Editing ==',
			'<!--',
			'-->',
			'* clock[x=1,2]|clock.js|b.css\r',
			'Text',
		),
		fc.string({ unit: 'binary' }),
	);
	const page = fc.array(line).map((lines) => lines.join('\n'));

	test('and taking them out again leaves every byte of others as it was', () => {
		holdsForAny(page, (theirs) => {
			fc.pre(readDefinitions(theirs).every(({ name }) => !name.startsWith('mentorship')));
			expect(removeDefinitions(mergeDefinitions(theirs, ours), ours)).toBe(theirs);
		});
	});

	test('changes nothing the second time', () => {
		holdsForAny(page, (theirs) => {
			// What follows the beginning of a comment is not a definition.
			fc.pre(!theirs.includes('<!--'));
			const once = mergeDefinitions(theirs, ours);
			expect(mergeDefinitions(once, ours)).toBe(once);
		});
	});
});

test('a definition is read as MediaWiki reads it', () => {
	const text = '* a gadget [ResourceLoader| namespaces = 1, 2 ] | a.js | b.css\n*none\n* bare|c.js';
	expect(readDefinitions(text).map(({ name, pages }) => [name, pages])).toEqual([
		['a gadget', ['a.js', 'b.css']],
		['bare', ['c.js']],
	]);
	expect(readDefinitions(text)[0]?.options.get('namespaces')).toEqual(['1', '2']);
});
