/** Beside each thing that is kept for a while only: when that is over, in seconds since 1970. */
const expiryPrefix = '_EXPIRY_';

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
	const isOver = (name: string) => {
		const expiry = open().getItem(expiryPrefix + name);
		return expiry !== null && Number(expiry) <= Date.now() / 1000;
	};
	const get = (name: string) =>
		attempt(() => {
			if (isOver(name)) {
				open().removeItem(name);
				open().removeItem(expiryPrefix + name);
			}
			return open().getItem(name);
		});
	return {
		getObject: (name: string): unknown => {
			const text = get(name);
			return text ? attempt(() => JSON.parse(text) as unknown) || null : text;
		},
		setObject: (name: string, value: unknown, expiry?: number) =>
			attempt(() => {
				open().setItem(name, JSON.stringify(value));
				if (expiry !== undefined) {
					open().setItem(expiryPrefix + name, String(Math.floor(Date.now() / 1000) + expiry));
				}
				return true;
			}),
	};
}
