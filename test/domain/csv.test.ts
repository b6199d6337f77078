import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile, csvLine } from '../../gadget/domain/csv.ts';
import { holdsForAny } from '../support/property.ts';

const hostileText = fc
	.array(
		fc.constantFrom('=', '+', '-', '@', ';', ',', '\t', '|', '"', ' ', '\u200e', '\n', 'a', '1'),
	)
	.map((signs) => signs.join(''));

describe('csvLine', () => {
	test.each([
		['Plain name', 'Plain name'],
		['עברית', 'עברית'],
		['A, B', 'A, B'],
		['say "x"', 'say ""x""'],
		['two\nlines', 'two\nlines'],
		['=1+1', "'=1+1"],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "\t'=1"],
		['\r=1', "\r'=1"],
		[' =1', "' =1"],
		['\ufeff=1', "'\ufeff=1"],
		['\u200e=1', "'\u200e=1"],
		['＝1', "'＝1"],
		['=HYPERLINK("x","y")', '\'=HYPERLINK(""x"",""y"")'],
		// Where a semicolon, a tab or a bar ends a cell, the next one begins there.
		['a;=1+1', "a;'=1+1"],
		['a; @SUM(A1)', "a;' @SUM(A1)"],
		['a\t-1', "a\t'-1"],
		['a|+1;-1', "a|'+1;'-1"],
		['a,=1', 'a,=1'],
		['a;"=1', 'a;\'""=1'],
		['a=1', 'a=1'],
		['a - b', 'a - b'],
		['', ''],
	])('writes %j, quoted, as %j', (value, cell) => {
		expect(csvLine([value])).toBe(`"${cell}"\r\n`);
	});

	test('leaves no cell that begins a formula, whatever separates cells', () => {
		holdsForAny(hostileText, (name) => {
			for (const separator of [';', '\t', '|', '\n']) {
				for (const cell of csvLine(['Mentor', name, 1]).split(separator)) {
					expect(cell).not.toMatch(/^[\s\p{Cf}"]*[=+@-]/u);
				}
			}
		});
	});

	test('writes a number as it is, even a negative one', () => {
		expect(csvLine([5, -5])).toBe('5,-5\r\n');
	});
});

test('a file has a mark of its encoding, and a line for each row', () => {
	const rows = [
		['Name', 'Edits'],
		['Ünal', 3],
	];
	expect([...csvFile(rows)].join('')).toBe('\ufeff"Name","Edits"\r\n"Ünal",3\r\n');
});
