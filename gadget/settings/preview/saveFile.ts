/** Lets the person keep a file for spreadsheets. */
export function saveFile(name: string, lines: Iterable<string>): void {
	const address = URL.createObjectURL(new Blob([...lines], { type: 'text/csv;charset=utf-8' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has begun to read it by then.
	setTimeout(() => URL.revokeObjectURL(address), millisecondsToBegin);
}

const millisecondsToBegin = 10_000;
