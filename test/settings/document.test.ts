import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readThresholds, type Thresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { readDocument, writeDocument } from '../../gadget/settings/form/document.ts';
import { holdsForAny } from '../support/property.ts';

const thresholds: Thresholds = { enabled: true, minEditcount: 700, minTenureInDays: 31 };
const someThresholds = fc.record({
	enabled: fc.boolean(),
	minEditcount: fc.integer({ min: 0, max: 1e9 }),
	minTenureInDays: fc.integer({ min: 0, max: 1e9 }),
});

const blockOf = (enabled: unknown, edits: unknown, days: unknown) =>
	JSON.stringify(
		{ [thresholdsKey]: { enabled, minEditcount: edits, minTenureInDays: days } },
		null,
		'\t',
	);

describe('readDocument', () => {
	test('reads the settings, whatever is beside them', () => {
		const text = JSON.stringify({ other: 1, [thresholdsKey]: { ...thresholds, more: 2 } });
		expect(readDocument(text)).toEqual({ kind: 'right', thresholds });
	});

	test.each([[null], ['{}'], ['{"other": 1}']])('finds no settings in %j', (text) => {
		expect(readDocument(text)).toEqual({ kind: 'right', thresholds: null });
	});

	test.each([
		['a number in quotes', blockOf(true, '500', 30), 'form-mistake-number', 'minEditcount', 4],
		['a negative number', blockOf(true, 500, -1), 'form-mistake-number', 'minTenureInDays', 5],
		['a fraction', blockOf(true, 500, 0.5), 'form-mistake-number', 'minTenureInDays', 5],
		['too high a number', blockOf(true, 1e9 + 1, 30), 'form-mistake-number', 'minEditcount', 4],
		['a word for a switch', blockOf('yes', 500, 30), 'form-mistake-boolean', 'enabled', 3],
		[
			'a missing number',
			blockOf(true, 500, undefined),
			'form-mistake-missing',
			'minTenureInDays',
			2,
		],
	])('says what is wrong and where, given %s', (_what, text, key, name, line) => {
		expect(readDocument(text)).toMatchObject({
			kind: 'wrong',
			mistakes: [{ key, path: `${thresholdsKey}.${name}`, line }],
		});
	});

	test('shows the line of the source', () => {
		expect(readDocument(blockOf(true, '500', 30))).toMatchObject({
			mistakes: [{ line: 4, column: 19, excerpt: '"minEditcount": "500",' }],
		});
	});

	test.each([
		['[]', ''],
		['5', ''],
		[`{"${thresholdsKey}": []}`, thresholdsKey],
		[`{"${thresholdsKey}": null}`, thresholdsKey],
	])('says that there has to be an object, given %s', (text, path) => {
		expect(readDocument(text)).toMatchObject({
			kind: 'wrong',
			mistakes: [{ key: 'form-mistake-object', path, line: 1 }],
		});
	});

	test.each([
		[
			'the block',
			700,
			(one: string, two: string) => `{"${thresholdsKey}": ${one}, "${thresholdsKey}": ${two}}`,
		],
		[
			'a value',
			9,
			() =>
				`{"${thresholdsKey}": {"enabled": true, "minEditcount": 9, "minTenureInDays": 9, "minEditcount": 1}}`,
		],
	])(
		'of %s that is there twice reads the last, as every reader of JSON does',
		(_what, first, write) => {
			const text = write(
				JSON.stringify(thresholds),
				JSON.stringify({ ...thresholds, minEditcount: 1 }),
			);
			const read = readThresholds(JSON.parse(text));
			expect(read?.minEditcount).toBe(1);
			expect(readDocument(text)).toEqual({ kind: 'right', thresholds: read });
			const saved = writeDocument(text, { ...thresholds, minEditcount: 7 });
			expect(readThresholds(JSON.parse(saved))?.minEditcount).toBe(7);
			// The one that no one reads is not ours to change.
			expect(saved.match(/"minEditcount": \d+/g)).toEqual([
				`"minEditcount": ${first}`,
				'"minEditcount": 7',
			]);
		},
	);

	test('says where broken JSON is broken', () => {
		expect(readDocument('{\n\t"a": 1,\n\tb\n}')).toEqual({
			kind: 'wrong',
			mistakes: [{ key: 'form-mistake-json', path: '', line: 3, column: 2, excerpt: 'b' }],
		});
	});
});

describe('writeDocument', () => {
	const formatted = JSON.stringify({ [thresholdsKey]: thresholds }, null, '\t');

	test.each([[null], ['{}'], ['[]'], ['nonsense']])(
		'writes a page of its own, given %j',
		(text) => {
			expect(writeDocument(text, thresholds)).toBe(formatted);
		},
	);

	test('keeps the rest of the page and of the block, in its order', () => {
		const text = [
			'{',
			'\t"10": "first",',
			`\t"${thresholdsKey}": {`,
			'\t\t"note": "<b>",',
			'\t\t"minEditcount": "wrong",',
			'\t\t"enabled": false',
			'\t},',
			'\t"2": [',
			'\t\t12345678901234567890',
			'\t]',
			'}',
		];
		expect(writeDocument(text.join('\n'), thresholds).split('\n')).toEqual([
			...text.slice(0, 4),
			'\t\t"minEditcount": 700,',
			'\t\t"enabled": true,',
			'\t\t"minTenureInDays": 31',
			...text.slice(6),
		]);
	});

	test('keeps what is whole of a broken page', () => {
		expect(writeDocument('{"kept": 1, "broken": [', thresholds)).toBe(
			JSON.stringify({ kept: 1, [thresholdsKey]: thresholds }, null, '\t'),
		);
	});

	test('writes what is read back, on any page', () => {
		holdsForAny(fc.tuple(fc.json(), someThresholds), ([text, written]) => {
			const page = writeDocument(text, written);
			expect(readDocument(page)).toEqual({ kind: 'right', thresholds: written });
			const before = JSON.parse(text);
			if (typeof before === 'object' && before !== null && !Array.isArray(before)) {
				expect(JSON.parse(page)).toEqual({ ...before, [thresholdsKey]: written });
			}
		});
	});
});
