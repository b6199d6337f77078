import type { Page, Route } from 'playwright';
import { isForTexts } from './requests.ts';

/** What can go wrong with one request to the Action API. */
export const faults = ['500', 'hang', 'cut before', 'cut after', 'HTML'] as const;
export type Fault = (typeof faults)[number];

export interface FaultyApi {
	/** How many requests have been made to the API so far, but for texts. */
	readonly count: () => number;
	/** Whether the fault has happened. */
	readonly happened: () => boolean;
}

/**
 * Makes one request of a page to the API go wrong, and leaves the others alone.
 *
 * @param position Which one: 1 is the first from now on; 0 counts only.
 */
export async function breakRequest(page: Page, position: number, fault: Fault): Promise<FaultyApi> {
	let requests = 0;
	let happened = false;
	await page.route('**/api.php*', async (route) => {
		if (isForTexts(route.request())) {
			return route.continue();
		}
		requests += 1;
		if (requests === position) {
			happened = true;
			await commit(fault, route);
		} else {
			await route.continue();
		}
	});
	return { count: () => requests, happened: () => happened };
}

/** Lets one request go wrong. */
export async function commit(fault: Fault, route: Route): Promise<void> {
	switch (fault) {
		case '500':
			return route.fulfill({ status: 500, body: 'Internal Server Error' });
		case 'HTML':
			return route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Oops</h1>' });
		case 'cut before':
			return route.abort('connectionreset');
		case 'cut after':
			await route.fetch();
			return route.abort('connectionreset');
		case 'hang':
			// Never answered: the page's own clock is put forward instead of waiting.
			return;
	}
}

/** Puts a page's clock past the time after which the gadget gives up waiting: 30 seconds in a scan. */
export async function outwaitTheGadget(page: Page): Promise<void> {
	await page.clock.fastForward(40_000);
}
