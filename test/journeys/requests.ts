import type { ConsoleMessage, Page, Request } from 'playwright';

/**
 * Lists what a page asks for from now on.
 *
 * @param nameOf What a request is called in the list; nothing for one that does not count.
 */
export function listRequests<Name extends string>(
	page: Page,
	nameOf: (request: Request, url: URL) => Name | null | undefined | false,
): Name[] {
	const names: Name[] = [];
	page.on('request', (request) => {
		const name = nameOf(request, new URL(request.url()));
		if (typeof name === 'string') {
			names.push(name);
		}
	});
	return names;
}

/** Whether a request is for texts: now and then one is made, at no certain moment. */
export function isForTexts(request: Request): boolean {
	return new URL(request.url()).searchParams.get('apprefix') !== null;
}

/** The pages of texts that a page asks for from now on, request by request. */
export function listTextRequests(page: Page): string[] {
	return listRequests(
		page,
		(request, { searchParams }) => isForTexts(request) && (searchParams.get('titles') ?? ''),
	);
}

/** The requests to the Action API from now on. */
export function listApiRequests(page: Page): string[] {
	return listRequests(page, (_request, { href }) => href.includes('/api.php') && href);
}

/** What changes something on the wiki, or would, from now on. */
export function listWrites(page: Page): string[] {
	return listRequests(
		page,
		(request) => request.method() !== 'GET' && `${request.url()} ${request.postData()}`,
	);
}

/** What the console says from now on. */
export function listConsole(page: Page, counts: (line: ConsoleMessage) => boolean): string[] {
	const lines: string[] = [];
	page.on('console', (line) => {
		if (counts(line)) {
			lines.push(line.text());
		}
	});
	return lines;
}
