/** A time as the API writes it, to the second: `2026-11-22T07:15:44Z`. */
export function formatTime(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
