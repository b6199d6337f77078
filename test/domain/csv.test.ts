import { describe, expect, test } from 'vitest';
import { csvLine } from '../../gadget/domain/csv.ts';

describe('csvLine', () => {
	test.each([
		['Plain name', 'Plain name'],
		['עברית', 'עברית'],
		['A, B', '"A, B"'],
		['say "x"', '"say ""x"""'],
		['two\nlines', '"two\nlines"'],
		['=1+1', "'=1+1"],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "'\t=1"],
		['\r=1', '"\'\r=1"'],
		[' =1', "' =1"],
		['\ufeff=1', "'\ufeff=1"],
		['＝1', "'＝1"],
		['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
		['a=1', 'a=1'],
		['', ''],
	])('writes %j as %j', (value, cell) => {
		expect(csvLine([value])).toBe(`${cell}\r\n`);
	});

	test('writes a number as it is, even a negative one', () => {
		expect(csvLine([5, -5])).toBe('5,-5\r\n');
	});
});
