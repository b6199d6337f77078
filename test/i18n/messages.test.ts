import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { isolate } from '../../gadget/i18n/messages.ts';
import documentation from '../../gadget/i18n/qqq.json';

const keys = Object.keys(english).filter((key) => key !== '@metadata');
const texts = new Map(Object.entries(english) as Array<[string, string]>);
const notes = new Map(Object.entries(documentation) as Array<[string, string]>);

const sources = readdirSync('gadget', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.tsx?$/.test(file))
	.map((file) => readFileSync(path.join('gadget', file), 'utf8'))
	.join('\n');

/** Keys that the code puts together: `card-${kind}-title` and the like. */
const composed = [
	/^failure-/,
	/^mentors-(weight-[0124]|unknown|blocked)$/,
	/^card-(get|leave|about)-(title|text|confirm|busy)$/,
];

describe('the messages', () => {
	test('are documented, each of them, and nothing else is', () => {
		expect(Object.keys(documentation).sort()).toEqual(Object.keys(english).sort());
	});

	test.each(keys)('%s: every parameter is documented', (key) => {
		const parameters = [...new Set(texts.get(key)?.match(/\$\d/g))];
		const documented = [...new Set(notes.get(key)?.match(/\$\d(?= - )/g))];
		expect(documented.sort()).toEqual(parameters.sort());
	});

	test.each(keys)('%s: is used', (key) => {
		const isNamed = [`'${key}'`, `"${key}"`].some((quoted) => sources.includes(quoted));
		const isUsed = isNamed || composed.some((pattern) => pattern.test(key));
		expect(isUsed).toBe(true);
	});
});

test.each([
	['Miriam', '\u2068Miriam\u2069'],
	['מרים', '\u2068מרים\u2069'],
	['A\u2069B', '\u2068AB\u2069'],
	['\u2066\u2067\u2068', '\u2068\u2069'],
	['', '\u2068\u2069'],
])('the name “%s” stays within its own isolation', (name, isolated) => {
	expect(isolate(name)).toBe(isolated);
});
