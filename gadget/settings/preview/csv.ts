import { csvLine } from '../../domain/csv.ts';

/** A file for spreadsheets. */
export function csvFile(rows: Iterable<ReadonlyArray<string | number>>): Blob {
	// Spreadsheets take a file for UTF-8 only if it begins with a byte order mark.
	const lines = ['\ufeff'];
	for (const row of rows) {
		lines.push(csvLine(row));
	}
	return new Blob(lines, { type: 'text/csv;charset=utf-8' });
}

/** Lets the person keep a file. */
export function saveFile(name: string, file: Blob): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has begun to read it by then.
	setTimeout(() => URL.revokeObjectURL(address), millisecondsToBegin);
}

const millisecondsToBegin = 10_000;
