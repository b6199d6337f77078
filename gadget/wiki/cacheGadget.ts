import type { Cache } from './cache.ts';

const moduleName = 'ext.gadget.mentorship-cache';

/** A cache that is loaded, with IndexedDB's library, when it is first asked for something. */
export function createLoadedCache(): Cache {
	let loading: Promise<Cache> | undefined;

	async function use<Result>(work: (cache: Cache) => Promise<Result>): Promise<Result | undefined> {
		loading ??= new Promise((resolve, reject) => {
			mw.loader
				.using(moduleName)
				.then((require) => resolve(require(moduleName).createCache()), reject);
		});
		try {
			return await work(await loading);
		} catch (error) {
			mw.log(error);
			return undefined;
		}
	}

	return {
		read: (key) => use((cache) => cache.read(key)),
		write: (key, value) => use((cache) => cache.write(key, value)),
	};
}
