import { vi } from 'vitest';
import { createStorage } from '../../public/mw/storage.ts';

/**
 * Gives a test a local storage, for the gadget and for {@link storageOfMediaWiki}.
 *
 * @param kept What it holds.
 */
export function stubLocalStorage(kept = new Map<string, string>()): Map<string, string> {
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key),
	});
	return kept;
}

/** `mw.storage` over whatever local storage there is. */
export const storageOfMediaWiki = createStorage(() => localStorage);
