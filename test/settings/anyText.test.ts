import { expect, test } from 'vitest';
import { csvLine } from '../../gadget/domain/csv.ts';
import { readThresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { readDocument, writeDocument } from '../../gadget/settings/form/document.ts';
import { locate, readJson, writeJson } from '../../gadget/settings/form/jsonText.ts';
import { anyDocument, anyHostileText, hostileTexts } from '../support/hostileTexts.ts';
import { holdsForAny } from '../support/property.ts';

const settings = [thresholdsKey, 'enabled', 'minEditcount', 'minTenureInDays'];
const chosen = { enabled: true, minEditcount: 7, minTenureInDays: 8 };

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** What the form reads and writes of a page, whatever is on it. */
function check(text: string): void {
	const { node, faultAt } = readJson(text);
	expect(() => writeJson(node)).not.toThrow();
	expect(locate(text, faultAt ?? 0).line).toBeGreaterThan(0);
	// What the form says is what every reader's browser goes by.
	const reading = readDocument(text);
	expect(reading.kind === 'right' ? reading.thresholds : null).toEqual(readThresholds(parse(text)));
	const written = JSON.parse(writeDocument(text, chosen));
	expect(readThresholds(written)).toMatchObject(chosen);
}

test('any page is read, said to be wrong, or written anew with what a person chose', () => {
	holdsForAny(anyHostileText, check, 300);
	holdsForAny(
		anyDocument(settings).map((value) => JSON.stringify(value, null, 1)),
		check,
		2000,
	);
}, 60_000);

test.each(Object.entries(hostileTexts))('a page of %s is wrong, not on', (_what, text) => {
	check(text);
	const reading = readDocument(text);
	expect(reading.kind === 'right' && reading.thresholds !== null).toBe(false);
});

test('a page as deep as MediaWiki reads them is kept whole', () => {
	const depth = 500;
	const text = `{"deep": ${'['.repeat(depth)}${']'.repeat(depth)}}`;
	expect(JSON.parse(writeDocument(text, chosen))).toEqual({
		...JSON.parse(text),
		[thresholdsKey]: chosen,
	});
});

/** Reads a line as RFC 4180 has it. */
function readCells(line: string): string[] {
	const cells = `,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g);
	return Array.from(cells, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

test('any name comes out of a spreadsheet as text, in its own cell', () => {
	const checkName = (name: string) => {
		const [first, second, ...rest] = readCells(csvLine([name, 7]));
		const isSame = first?.replaceAll("'", '') === name.replaceAll("'", '');
		expect([isSame, second, rest]).toEqual([true, '7', []]);
		expect(first).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]/);
	};
	holdsForAny(anyHostileText, checkName, 500);
	for (const text of Object.values(hostileTexts)) {
		checkName(text);
	}
});
