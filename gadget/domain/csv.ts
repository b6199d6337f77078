/** What ends a cell in some countries or settings; against a comma, quotes are enough. */
const separator = /([\t\r\n;|])/;

/** What a spreadsheet would take for a formula, also behind signs that some of them ignore. */
const formula = /^[\s"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]/;

/**
 * A file for spreadsheets, line by line. They take a file for UTF-8 only if it begins with a byte
 * order mark.
 */
export function* csvFile(rows: Iterable<ReadonlyArray<string | number>>): Iterable<string> {
	yield '\ufeff';
	for (const row of rows) {
		yield csvLine(row);
	}
}

/**
 * A line of cells as RFC 4180 writes it, its end included. Every text is quoted. What a spreadsheet
 * would run as a formula gets an apostrophe in front: a user name is anybody's own choice.
 */
export function csvLine(cells: ReadonlyArray<string | number>): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number): string {
	if (typeof value === 'number') {
		return String(value);
	}
	// Where another sign ends a cell, quotes that do not stand right behind it protect nothing.
	const parts = value.split(separator).map((part) => (formula.test(part) ? `'${part}` : part));
	return `"${parts.join('').replaceAll('"', '""')}"`;
}
