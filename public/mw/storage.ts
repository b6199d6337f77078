/** `mw.storage`: the browser's, except that it says `false` where the browser refuses. */
export function createStorage(storage: Storage) {
	const attempt = <Result>(work: () => Result): Result | false => {
		try {
			return work();
		} catch (error) {
			// Full, or switched off: scripts go on without.
			console.warn(error);
			return false;
		}
	};
	const set = (name: string, value: string) =>
		attempt(() => {
			storage.setItem(name, value);
			return true;
		});
	const get = (name: string) => attempt(() => storage.getItem(name));
	return {
		get,
		set,
		remove: (name: string) =>
			attempt(() => {
				storage.removeItem(name);
				return true;
			}),
		getObject: (name: string): unknown => {
			const text = get(name);
			return text ? attempt(() => JSON.parse(text) as unknown) || null : text;
		},
		setObject: (name: string, value: unknown) => set(name, JSON.stringify(value)),
	};
}
