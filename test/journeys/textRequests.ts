import type { Page, Request } from 'playwright';

/** Whether a request is for texts: now and then one is made, at no certain moment. */
export function isForTexts(request: Request): boolean {
	return new URL(request.url()).searchParams.get('apprefix') !== null;
}

/** The pages of texts that a page asks for from now on, request by request. */
export function listTextRequests(page: Page): string[] {
	const requests: string[] = [];
	page.on('request', (request) => {
		if (isForTexts(request)) {
			requests.push(new URL(request.url()).searchParams.get('titles') ?? '');
		}
	});
	return requests;
}
