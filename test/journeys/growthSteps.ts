import type { Page, Request, Route } from 'playwright';
import { commit, type Fault } from './faults.ts';

/** What the gadget asks of a wiki with GrowthExperiments, by what it is for. */
export type Step =
	| 'texts'
	| 'fresh memory'
	| 'memory: begun'
	| 'state'
	| 'mentor'
	| 'memory: done'
	| 'mentor card'
	| 'another';

/** @returns `null` for what is not a request of the gadget to the wiki: the page, its scripts and styles. */
export function stepOf(request: Request): Step | null {
	const { pathname, searchParams } = new URL(request.url());
	if (pathname !== '/api.php') {
		const isPage = pathname.startsWith('/index.php') && request.resourceType() === 'xhr';
		return isPage ? 'mentor card' : null;
	}
	const sent = request.method() === 'POST' ? new URLSearchParams(request.postData() ?? '') : null;
	switch (sent?.get('action') ?? searchParams.get('meta')?.split('|')[0]) {
		case 'allmessages':
			return 'texts';
		case 'userinfo':
			return 'fresh memory';
		case 'options':
			return sent?.get('optionvalue')?.includes('"pending"') ? 'memory: begun' : 'memory: done';
		case 'growthsetmenteestatus':
			return 'state';
		case 'growthsetmentor':
			return 'mentor';
		default:
			return 'another';
	}
}

/** Lists the gadget's requests from now on. */
export function listSteps(page: Page): Step[] {
	const steps: Step[] = [];
	page.on('request', (request) => {
		const step = stepOf(request);
		if (step) {
			steps.push(step);
		}
	});
	return steps;
}

export interface BrokenStep {
	/** Whether the fault has happened. */
	readonly happened: () => boolean;
}

/** Makes the next request for a step go wrong, and leaves the others alone. */
export function breakStep(page: Page, step: Step, fault: Fault): Promise<BrokenStep> {
	return intercept(page, step, (route) => commit(fault, route));
}

/** Lets the next request for a step be answered, and closes the page before it hears of that. */
export function closeAtStep(page: Page, step: Step): Promise<BrokenStep> {
	return intercept(page, step, async (route) => {
		await route.fetch();
		await page.context().close();
	});
}

async function intercept(
	page: Page,
	step: Step,
	answer: (route: Route) => Promise<void>,
): Promise<BrokenStep> {
	let isTaken = false;
	let happened = false;
	await page.route(/(api|index)\.php/, async (route, request) => {
		if (isTaken || stepOf(request) !== step) {
			return route.continue();
		}
		isTaken = true;
		await answer(route);
		happened = true;
	});
	return { happened: () => happened };
}
