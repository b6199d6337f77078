/** MediaWiki's `mw.Map`: values by name, `null` where there is none. */
export interface WikiMap {
	get(): Record<string, unknown>;
	get(names: readonly string[], fallback?: unknown): Record<string, unknown>;
	get(name: string, fallback?: unknown): unknown;
	set(name: string | Readonly<Record<string, unknown>>, value?: unknown): boolean;
	exists(name: string): boolean;
}

/** @param initial The values at the beginning. */
export function createMap(initial: Readonly<Record<string, unknown>>): WikiMap {
	const values = new Map(Object.entries(initial));
	const getOne = (name: string, fallback: unknown) =>
		values.has(name) ? values.get(name) : fallback;
	function get(): Record<string, unknown>;
	function get(names: readonly string[], fallback?: unknown): Record<string, unknown>;
	function get(name: string, fallback?: unknown): unknown;
	function get(names?: string | readonly string[], fallback: unknown = null): unknown {
		if (names === undefined) {
			return Object.fromEntries(values);
		}
		return typeof names === 'string'
			? getOne(names, fallback)
			: Object.fromEntries(names.map((name) => [name, getOne(name, fallback)]));
	}
	return {
		get,
		set: (name, value) => {
			const entries = typeof name === 'string' ? [[name, value] as const] : Object.entries(name);
			for (const [key, entry] of entries) {
				values.set(key, entry);
			}
			return entries.length > 0;
		},
		exists: (name) => values.has(name),
	};
}
