import { describe, expect, test } from 'vitest';
import { csvCell, csvFile } from '../../gadget/config/csv.ts';

describe('csvCell', () => {
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
		['＝1', "'＝1"],
		['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
		['a=1', 'a=1'],
		['', ''],
	])('writes %j as %j', (value, cell) => {
		expect(csvCell(value)).toBe(cell);
	});

	test('writes a number as it is, even a negative one', () => {
		expect([csvCell(5), csvCell(-5)]).toEqual(['5', '-5']);
	});
});

describe('csvFile', () => {
	test('has a mark of its encoding, and a line for each row', async () => {
		const file = csvFile([
			['Name', 'Edits'],
			['Ünal', 3],
		]);
		const bytes = new Uint8Array(await file.arrayBuffer());
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(new TextDecoder().decode(bytes)).toBe('Name,Edits\r\nÜnal,3\r\n');
		expect(file.type).toBe('text/csv;charset=utf-8');
	});
});
