/** What a spreadsheet would take for a formula, also behind signs that some of them ignore. */
const formula = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A line of cells as RFC 4180 writes it, its end included. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front: a user name is anybody's own choice.
 */
export function csvLine(cells: ReadonlyArray<string | number>): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number): string {
	if (typeof value === 'number') {
		return String(value);
	}
	const text = formula.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
