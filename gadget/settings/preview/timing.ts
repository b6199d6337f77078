/**
 * Does some work while no other tab of the browser does work of that name. Where the browser cannot
 * tell, it is done at once.
 *
 * @param onBusy Called where it has to wait for another tab.
 */
export async function doAlone(
	name: string,
	work: () => Promise<void>,
	onBusy: () => void,
): Promise<void> {
	// Browsers have locks on secure connections only.
	const locks: LockManager | undefined = navigator.locks;
	if (!locks) {
		return work();
	}
	const wasFree = await locks.request(name, { ifAvailable: true }, async (lock) => {
		if (lock) {
			await work();
		}
		return lock !== null;
	});
	if (!wasFree) {
		onBusy();
		await locks.request(name, work);
	}
}
