/**
 * `mw.storage`: the browser's, except that it says `false` where the browser refuses.
 *
 * @param open Gives the browser's; it may throw, as browsers do that are told to keep nothing.
 */
export function createStorage(open: () => Storage) {
	const attempt = <Result>(work: () => Result): Result | false => {
		try {
			return work();
		} catch {
			// Full, or switched off: scripts go on without.
			return false;
		}
	};
	const set = (name: string, value: string) =>
		attempt(() => {
			open().setItem(name, value);
			return true;
		});
	const get = (name: string) => attempt(() => open().getItem(name));
	return {
		get,
		set,
		remove: (name: string) =>
			attempt(() => {
				open().removeItem(name);
				return true;
			}),
		getObject: (name: string): unknown => {
			const text = get(name);
			return text ? attempt(() => JSON.parse(text) as unknown) || null : text;
		},
		setObject: (name: string, value: unknown) => set(name, JSON.stringify(value)),
	};
}
