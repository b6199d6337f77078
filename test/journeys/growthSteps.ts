import type { Page, Request, Route } from 'playwright';
import { memoryOption } from '../../gadget/domain/memory.ts';
import { commit, type Fault } from './faults.ts';
import { listRequests } from './requests.ts';

/** What the gadget asks of a wiki with GrowthExperiments, by what it is for. */
export type Step =
	| 'texts'
	| 'fresh memory'
	| 'memory: begun'
	| 'state'
	| 'mentor'
	| 'memory: done'
	| 'mentor card'
	| 'mentor’s name'
	| 'stored state'
	| 'whether blocked'
	| 'another';

/** @returns `null` for what is not a request of the gadget to the wiki. */
export function stepOf(request: Request): Step | null {
	const { pathname, searchParams } = new URL(request.url());
	if (pathname !== '/api.php') {
		const isPage = pathname.startsWith('/index.php') && request.resourceType() === 'xhr';
		return isPage ? 'mentor card' : null;
	}
	if (!searchParams.has('assertuser') && !request.postData()?.includes('assertuser')) {
		// MediaWiki's own scripts do not say in whose name they ask.
		return null;
	}
	const sent = request.method() === 'POST' ? new URLSearchParams(request.postData() ?? '') : null;
	const asked = ['meta', 'list', 'action'].map((name) => searchParams.get(name)).find(Boolean);
	switch (sent?.get('action') ?? asked) {
		case 'allmessages':
			return 'texts';
		case 'userinfo':
			return searchParams.has('list') ? 'fresh memory' : 'stored state';
		case 'options':
			if (sent?.get('optionname') !== memoryOption) {
				return 'state';
			}
			return sent.get('optionvalue')?.includes('"pending"') ? 'memory: begun' : 'memory: done';
		case 'growthsetmenteestatus':
			return 'state';
		case 'growthsetmentor':
			return 'mentor';
		case 'expandtemplates':
			return 'mentor’s name';
		case 'users':
			return 'whether blocked';
		default:
			return 'another';
	}
}

/** Lists the gadget's requests from now on. */
export const listSteps = (page: Page): Step[] => listRequests(page, stepOf);

export interface BrokenStep {
	/** Whether the fault has happened. */
	readonly happened: () => boolean;
}

/** Makes the next request for a step go wrong, and leaves the others alone. */
export function breakStep(page: Page, step: Step, fault: Fault): Promise<BrokenStep> {
	return intercept(page, step, (route) => commit(fault, route));
}

/** Closes the page at the `nth` request for a step from now on, before the wiki hears of it or after it acted. */
export function closeAtStep(
	page: Page,
	step: Step,
	nth: number,
	when: 'before' | 'after',
): Promise<BrokenStep> {
	const close = async (route: Route): Promise<void> => {
		if (when === 'after') {
			await route.fetch();
		}
		// A page that is closed at once may let the request go that is held here.
		await page.goto('about:blank');
		await page.close();
	};
	return intercept(page, step, close, nth);
}

async function intercept(
	page: Page,
	step: Step,
	answer: (route: Route) => Promise<void>,
	nth = 1,
): Promise<BrokenStep> {
	let count = 0;
	let happened = false;
	await page.route(/(api|index)\.php/, async (route, request) => {
		if (stepOf(request) !== step || ++count !== nth) {
			return route.continue();
		}
		await answer(route);
		happened = true;
	});
	return { happened: () => happened };
}
