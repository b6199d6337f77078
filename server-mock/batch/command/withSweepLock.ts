import { UsageError } from '../../../gadget/terminal/terminal.ts';
import { acquireSweepLock } from '../sweepLock.ts';

/**
 * Does `work` while nobody else sweeps the store.
 *
 * @throws UsageError Where somebody does.
 */
export async function withSweepLock<Result>(
	store: string,
	work: () => Promise<Result>,
): Promise<Result> {
	const lock = acquireSweepLock(store);
	if (lock === null) {
		throw new UsageError(`Another sweep is at work on “${store}”: try again when it has ended.`);
	}
	try {
		return await work();
	} finally {
		lock.release();
	}
}
