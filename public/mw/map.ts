/** MediaWiki's `mw.Map`: values by name, `null` where there is none. */
export interface WikiMap {
	get(): Record<string, unknown>;
	get(name: string, fallback?: unknown): unknown;
	set(name: string | Readonly<Record<string, unknown>>, value?: unknown): void;
}

/** @param initial The values at the beginning. */
export function createMap(initial: Readonly<Record<string, unknown>>): WikiMap {
	const values = new Map(Object.entries(initial));
	function get(): Record<string, unknown>;
	function get(name: string, fallback?: unknown): unknown;
	function get(name?: string, fallback: unknown = null): unknown {
		if (name === undefined) {
			return Object.fromEntries(values);
		}
		return values.has(name) ? values.get(name) : fallback;
	}
	return {
		get,
		set: (name, value) => {
			const entries = typeof name === 'string' ? { [name]: value } : name;
			for (const [key, entry] of Object.entries(entries)) {
				values.set(key, entry);
			}
		},
	};
}
