import { type LargeStoreOptions, writeLargeStore } from '../../server-mock/people/largeStore.ts';

/** A store with many mentees, made at one go. */
export function makeLargeStore(options: LargeStoreOptions): void {
	const steps = writeLargeStore(options);
	while (!steps.next().done) {
		// Nobody waits for it to tell how far it is.
	}
}
