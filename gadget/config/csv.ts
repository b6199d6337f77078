/** What a spreadsheet would take for a formula, also after the sign that some of them ignore. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A cell as RFC 4180 writes it. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front: a user name is anybody's own choice.
 */
export function csvCell(value: string | number): string {
	if (typeof value === 'number') {
		return String(value);
	}
	const text = formula.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file for spreadsheets. */
export function csvFile(rows: Iterable<ReadonlyArray<string | number>>): Blob {
	// Spreadsheets take a file for UTF-8 only if it begins with a byte order mark.
	const lines = ['\ufeff'];
	for (const row of rows) {
		lines.push(`${row.map(csvCell).join(',')}\r\n`);
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
