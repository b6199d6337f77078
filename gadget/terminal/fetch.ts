import packageFile from '../../package.json' with { type: 'json' };
import { ApiError } from '../wiki/api.ts';

/** As much of `fetch` as the commands need; it may add who is logged in. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** In milliseconds. */
const timeout = 60_000;

/**
 * A `fetch` that says who asks, and follows no redirect unless told: what is sent, a password even,
 * is for that address and no other, and only what that address answers is believed.
 *
 * @param contact How the wiki's operators can reach the person who runs the tool, which Wikimedia's
 * policy asks for.
 */
export function createFetch(contact: string | null, interrupted: AbortSignal): Fetch {
	// A header holds no other characters than these.
	const reachable = contact === null ? '' : ` (${contact.replace(/[^\x20-\x7e]/g, '?')})`;
	return (url, init) => {
		const headers = new Headers(init.headers);
		headers.set('User-Agent', `MentorshipGadget/${packageFile.version}${reachable}`);
		headers.set('Accept-Encoding', 'gzip');
		const signal = AbortSignal.any([interrupted, AbortSignal.timeout(timeout)]);
		return fetch(url, { redirect: 'error', ...init, headers, signal });
	};
}

/** What `fetch` threw, told as it is. */
export function describeNetworkError(error: unknown): ApiError {
	const { message, cause } = error as Error;
	return new ApiError('network', cause instanceof Error ? cause.message : message);
}

/** What a status says that came without an answer of MediaWiki's. */
export function describeStatus(status: number): string {
	switch (status) {
		case 401:
			return 'It asks for a login of its web server’s (401), which this command does not have';
		case 403:
			return 'Its web server does not let this computer in (403)';
		case 404:
			return 'There is no such page (404)';
		case 429:
			return 'It has been asked too often (429)';
		case 503:
			return 'It is overloaded or being repaired (503)';
		default:
			return `It answers ${status} with no JSON`;
	}
}
