import { type Attempt, insist, maxlag, readRetryAfter } from '../scan/insist.ts';
import { ApiError, type ApiParameters } from '../wiki/api.ts';
import { describeNetworkError, describeStatus } from './fetch.ts';
import { parseJson } from './json.ts';
import type { Reach } from './reach.ts';

/** A wiki's Action API for many requests in a row, each sent after the one before is answered. */
export interface PoliteClient {
	/**
	 * Asks until the wiki answers: where it is busy, as long after as it says.
	 *
	 * @returns The answer, `formatversion=2`.
	 * @throws ApiError Where it was busy too often, refused, or is not an API; beside MediaWiki's codes
	 * `http` with the status, `network` and `no-api`.
	 * @throws The signal's reason once that is aborted.
	 */
	get(parameters: ApiParameters): Promise<unknown>;
	/**
	 * Sends a change. It is sent again only where the wiki said that it did nothing; after a broken
	 * connection it may have been made or not.
	 *
	 * @throws As `get` does.
	 */
	post(parameters: ApiParameters): Promise<unknown>;
}

const busyCodes = {
	GET: /^(maxlag|ratelimited|readonly|network|http(429|5\d\d))$/,
	POST: /^(maxlag|ratelimited|readonly|http(429|503))$/,
} as const;

type Method = keyof typeof busyCodes;

/** @param reach Its `fetch` may add who is logged in. */
export function createPoliteClient(reach: Reach): PoliteClient {
	const { patience, signal } = reach;
	let hasAnswered = false;

	async function attempt(method: Method, parameters: ApiParameters): Promise<Attempt<unknown>> {
		const result = await ask(reach, method, parameters);
		if ('answer' in result) {
			hasAnswered = true;
			return result;
		}
		const { code } = result.error;
		// A wiki that never answered is not busy: its address is wrong.
		const isLost = code === 'network' && !hasAnswered;
		return { ...result, busy: busyCodes[method].test(code) && !isLost ? code : null };
	}

	return {
		get: (parameters) => insist(() => attempt('GET', parameters), patience, signal),
		post: (parameters) => insist(() => attempt('POST', parameters), patience, signal),
	};
}

interface Failed {
	readonly error: ApiError;
	readonly retryAfter: number | null;
}

async function ask(
	{ api, fetch, signal }: Reach,
	method: Method,
	parameters: ApiParameters,
): Promise<{ readonly answer: unknown } | Failed> {
	const url = new URL(api);
	const common = { format: 'json', formatversion: '2', errorformat: 'plaintext', maxlag };
	const body = new URLSearchParams();
	const fields = method === 'POST' ? body : url.searchParams;
	for (const [name, value] of Object.entries({ ...parameters, ...common })) {
		fields.set(name, String(value));
	}
	try {
		return await readResponse(await fetch(url, { method, ...(method === 'POST' && { body }) }));
	} catch (error) {
		signal.throwIfAborted();
		return { error: describeNetworkError(error), retryAfter: null };
	}
}

async function readResponse(response: Response): Promise<{ readonly answer: unknown } | Failed> {
	const retryAfter = readRetryAfter(response.headers.get('Retry-After'), Date.now());
	const answer = parseObject(await response.text());
	if (answer === null) {
		const code = response.ok ? 'no-api' : `http${response.status}`;
		return { error: new ApiError(code, describeStatus(response.status)), retryAfter };
	}
	const [first] = Array.isArray(answer.errors) ? answer.errors : [];
	if (first !== undefined) {
		const { code, text } = Object(first);
		return { error: new ApiError(String(code), String(text)), retryAfter };
	}
	return { answer };
}

/** @returns `null` where the text is not a JSON object. */
function parseObject(text: string): Readonly<Record<string, unknown>> | null {
	const value = parseJson(text);
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: null;
}
