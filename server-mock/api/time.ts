/** A time as the API writes it, to the second: `2026-11-22T07:15:44Z`. */
export function formatTime(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** A time as MediaWiki's own tables and its continuation parameters write it: `20261122071544`. */
export function formatCompactTime(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 19).replace(/\D/g, '');
}
