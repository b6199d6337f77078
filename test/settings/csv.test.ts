import { describe, expect, test } from 'vitest';
import { csvFile } from '../../gadget/settings/preview/csv.ts';

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
