import { vi } from 'vitest';
import { createStorage } from '../../public/mw/storage.ts';

/**
 * Gives a test a local storage and a tab's, for the gadget and for {@link storageOfMediaWiki}.
 *
 * @param kept What the local one holds.
 */
export function stubStorage(kept = new Map<string, string>()): Map<string, string> {
	for (const [name, held] of Object.entries({ localStorage: kept, sessionStorage: new Map() })) {
		vi.stubGlobal(name, {
			getItem: (key: string) => held.get(key) ?? null,
			setItem: (key: string, value: string) => held.set(key, value),
			removeItem: (key: string) => held.delete(key),
		});
	}
	return kept;
}

/** `mw.storage` over whatever the browser has. */
export const storageOfMediaWiki = {
	...createStorage(() => localStorage),
	session: createStorage(() => sessionStorage),
};
