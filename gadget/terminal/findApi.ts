import { type Attempt, insist, type Patience, readRetryAfter } from '../scan/insist.ts';
import { ApiError } from '../wiki/api.ts';
import { describeNetworkError, describeStatus, type Fetch } from './fetch.ts';
import { UsageError } from './terminal.ts';

const mostRedirects = 10;

/**
 * Finds a wiki's api.php from any address of the wiki: that of api.php itself, or of a page, which
 * names it. What leads to another origin than the one typed is not believed: to use that one, a person
 * has to type it.
 *
 * @throws UsageError Where there is no wiki, or it is elsewhere.
 * @throws ApiError
 */
export async function findApi(
	address: URL,
	fetch: Fetch,
	patience: Patience,
	signal: AbortSignal,
): Promise<URL> {
	if (address.pathname.endsWith('/api.php')) {
		return new URL(address.pathname, address);
	}
	let page = address;
	for (let redirects = 0; redirects <= mostRedirects; redirects++) {
		const asked = page;
		const response = await insist(() => askForPage(asked, fetch, signal), patience, signal);
		const target = response.status < 400 ? response.headers.get('Location') : null;
		if (target === null) {
			return readPage(response, page, address);
		}
		page = resolve(target, page, address);
	}
	throw new UsageError(`${address.href} leads from one address to the next, without an end.`);
}

async function askForPage(
	page: URL,
	fetch: Fetch,
	signal: AbortSignal,
): Promise<Attempt<Response>> {
	try {
		const answer = await fetch(page, { redirect: 'manual' });
		const { status, headers } = answer;
		return status === 429 || status === 503
			? {
					error: new ApiError(`http${status}`, describeStatus(status)),
					busy: `http${status}`,
					retryAfter: readRetryAfter(headers.get('Retry-After'), Date.now()),
				}
			: { answer };
	} catch (error) {
		signal.throwIfAborted();
		return { error: describeNetworkError(error), busy: null, retryAfter: null };
	}
}

async function readPage(response: Response, page: URL, typed: URL): Promise<URL> {
	const [tag = ''] = /<link\b[^>]*\brel="EditURI"[^>]*>/.exec(await response.text()) ?? [];
	const href = /\bhref="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&');
	if (href !== undefined && URL.canParse(href, page)) {
		const { pathname } = resolve(href, page, typed);
		return new URL(pathname, typed);
	}
	// A wiki for members only names its API all the same, so what counts is whether it did.
	if (!response.ok) {
		throw new ApiError(`http${response.status}`, describeStatus(response.status));
	}
	throw new UsageError(`There is no MediaWiki at ${typed.href}: no page there names its api.php.`);
}

/** @throws UsageError Where it is not on the host that was typed. */
function resolve(href: string, page: URL, typed: URL): URL {
	const target = URL.canParse(href, page) ? new URL(href, page) : null;
	// A wiki behind a proxy may take itself for one without encryption: its host is what counts.
	if (target === null || target.host !== typed.host) {
		throw new UsageError(
			`${page.href} leads to ${target?.href ?? href}, which is not on the host that you named. If that is your wiki, give that address to --wiki.`,
		);
	}
	return new URL(`${target.pathname}${target.search}`, typed);
}

/** Reads a typed address. @throws UsageError */
export function readWikiAddress(text: string | undefined): URL {
	if (text === undefined) {
		throw new UsageError('It takes --wiki with an address of the wiki: any page, or its api.php.');
	}
	const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
	const address = URL.canParse(whole) ? new URL(whole) : null;
	const isAddress =
		address !== null && /^https?:$/.test(address.protocol) && address.username === '';
	if (!isAddress || address.password !== '') {
		throw new UsageError(
			'--wiki must be an address such as https://wiki.example.org/wiki/Main_Page.',
		);
	}
	return address;
}

/** Reads a typed address. @throws UsageError Also where what is sent or answered could be read or changed on the way. */
export function readSafeAddress(text: string | undefined): URL {
	const address = readWikiAddress(text);
	if (isExposed(address)) {
		throw new UsageError(
			`${address.href} is not encrypted: others could read the password, and change what the wiki says. Use https.`,
		);
	}
	return address;
}

/** Whether what is sent there can be read on the way: everywhere but by https or on this machine. */
function isExposed({ protocol, hostname }: URL): boolean {
	return protocol !== 'https:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
