import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate, readJson, writeJson } from '../../gadget/settings/form/jsonText.ts';
import { holdsForAny } from '../support/property.ts';

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** JSON, and JSON in which something was cut out, put in or exchanged. */
const someText = fc.oneof(
	fc.json(),
	fc.string(),
	fc
		.tuple(fc.json(), fc.nat(), fc.nat(3), fc.string({ maxLength: 2 }))
		.map(([text, place, length, replacement]) => {
			const at = place % (text.length + 1);
			return text.slice(0, at) + replacement + text.slice(at + length);
		}),
	fc.json().map((text) => JSON.stringify(JSON.parse(text), null, '\t')),
);

describe('readJson', () => {
	test('takes exactly the texts for JSON that JSON.parse takes', () => {
		holdsForAny(
			someText,
			(text) => {
				expect(readJson(text).faultAt === null).toBe(isJson(text));
			},
			5000,
		);
	});

	test.each([
		['{"a": 1,}', 8],
		['{"a" 1}', 5],
		['{"a": 01}', 6],
		['{"a": tru}', 6],
		['{"a": "b}', 6],
		["{'a': 1}", 1],
		['{"a": 1', 7],
		['[1 2]', 3],
		['{} x', 3],
		['', 0],
		['  ', 2],
		['{"a": "\\x"}', 6],
		['{"a": {"b": [1, }}', 16],
		['\ufeff{}', 0],
	])('finds where %j stops being JSON', (text, faultAt) => {
		expect(readJson(text).faultAt).toBe(faultAt);
	});

	test('keeps what is whole before a mistake', () => {
		const { node } = readJson(
			'{"whole": [1, 2], "other": "x", "broken": {"a": 1, oops}, "lost": 1}',
		);
		expect(node && writeJson(node)).toBe('{\n\t"whole": [\n\t\t1,\n\t\t2\n\t],\n\t"other": "x"\n}');
	});
});

describe('writeJson', () => {
	test('writes any JSON so that it is the same value, formatted with tabs', () => {
		holdsForAny(fc.json({ maxDepth: 4 }), (text) => {
			const { node } = readJson(text);
			const value = JSON.parse(text);
			expect(node && JSON.parse(writeJson(node))).toEqual(value);
		});
	});

	test('formats as JSON.stringify does with tabs, and MediaWiki', () => {
		const value = { a: [], b: {}, c: [1, { d: null }], e: 'x\ty', f: [[true], -1.5e-7] };
		const { node } = readJson(JSON.stringify(value));
		expect(node && writeJson(node)).toBe(JSON.stringify(value, null, '\t'));
	});

	test('keeps numbers, strings and the order of keys as written', () => {
		const text = '{\n\t"10": 12345678901234567890,\n\t"2": 1.0,\n\t"a": "\\u003Cb\\u003E"\n}';
		const { node } = readJson(text);
		expect(node && writeJson(node)).toBe(text);
	});
});

describe('locate', () => {
	test.each([
		[0, 1, 1],
		[1, 1, 2],
		[2, 2, 1],
		[4, 3, 1],
	])('finds offset %i in line %i, column %i', (offset, line, column) => {
		expect(locate('a\nb\nc', offset)).toMatchObject({ line, column });
	});
});
