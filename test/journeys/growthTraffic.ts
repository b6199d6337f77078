import type { Page, Request } from 'playwright';

/** What a page asks of the wiki's API, and which of the gadget's own modules it loads. */
export interface Traffic {
	readonly reads: readonly string[];
	readonly writes: readonly string[];
	readonly gadgets: readonly string[];
}

export const loaderAlone: Traffic = { reads: [], writes: [], gadgets: [] };

/** Lists what a page asks for from now on. */
export function watchTraffic(page: Page): Traffic {
	const reads: string[] = [];
	const writes: string[] = [];
	const gadgets: string[] = [];
	page.on('request', (request) => {
		const { pathname, searchParams } = new URL(request.url());
		if (pathname.endsWith('/api.php') && !isTheWikisOwn(request)) {
			(request.method() === 'POST' ? writes : reads).push(summarize(request));
		} else if (/mentorship-(growth|card|cache)/.test(searchParams.get('modules') ?? '')) {
			gadgets.push(searchParams.get('modules') ?? '');
		}
	});
	page.on('response', (response) => {
		const request = response.request();
		const error = response.headers()['mediawiki-api-error'] ?? '';
		if (error.startsWith('internal_') && !isTheWikisOwn(request)) {
			// The wiki undid it, as its own scripts saved something of the person: it is sent once more.
			writes.splice(writes.indexOf(summarize(request)), 1);
		}
	});
	return { reads, writes, gadgets };
}

/** MediaWiki's scripts keep in options of their own what a person has seen of the interface. */
function isTheWikisOwn(request: Request): boolean {
	const sent = request.postData() ?? '';
	return sent.includes('action=options') && !sent.includes('userjs-');
}

/** E.g. `growthsetmenteestatus optout`. */
function summarize(request: Request): string {
	const sent = new URLSearchParams(request.postData() ?? new URL(request.url()).searchParams);
	const what = ['action', 'state', 'mentor', 'optionname', 'meta', 'list', 'prop'];
	return what.flatMap((name) => sent.get(name) ?? []).join(' ');
}
