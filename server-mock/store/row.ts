/** A single row; `null` where there is none. The driver adds a field of its own to it. */
export function rowOrNull<Row extends object>(row: unknown): Row | null {
	if (row === undefined) {
		return null;
	}
	const { _metadata, ...own } = row as Row & { readonly _metadata?: unknown };
	return own as unknown as Row;
}
