/** A wiki's Action API for many requests in a row, each sent after the one before is answered. */
export interface PoliteClient {
	/**
	 * Asks until the wiki answers: where it is busy, as long after as it says.
	 *
	 * @returns The answer, `formatversion=2`.
	 * @throws WikiError Where it was busy too often, refused, or is no API.
	 * @throws The signal's reason once that is aborted.
	 */
	get(parameters: Parameters): Promise<unknown>;
	/**
	 * Sends a change. It is sent again only where the wiki said that it did nothing; after a broken
	 * connection nobody knows.
	 *
	 * @throws As `get` does.
	 */
	post(parameters: Parameters): Promise<unknown>;
}

export type Parameters = Readonly<Record<string, string>>;

/** As much of `fetch` as a client needs; it may add who is logged in. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface PoliteClientDependencies {
	readonly api: URL;
	/** See {@link userAgentOf}. */
	readonly userAgent: string;
	readonly fetch: Fetch;
	/** Resolves after that time, and rejects with the signal's reason once that is aborted. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** Told why the wiki is left alone, and for how long, in seconds. */
	readonly onWait: (reason: string, seconds: number) => void;
	readonly signal: AbortSignal;
}

export class WikiError extends Error {
	override readonly name = 'WikiError';
	/** MediaWiki's error code, `http` with the status, `network` or `no-api`. */
	readonly code: string;

	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}

/** Seconds that a database may be behind, as the API's etiquette asks of scripts. */
const maxlag = '5';
/** Seconds to wait at first where the wiki does not say; doubled each time. */
const firstWait = 5;
/** Seconds; a wiki that wants to be left alone for longer is asked again another day. */
const longestWait = 900;
const attempts = 6;
/** In milliseconds. */
const timeout = 60_000;
const busyCodes = {
	GET: /^(maxlag|ratelimited|readonly|network|http(429|5\d\d))$/,
	POST: /^(maxlag|ratelimited|readonly|http(429|503))$/,
} as const;

/** A refusal, and after how many seconds the wiki wants to be asked again. */
interface Refusal {
	readonly error: WikiError;
	readonly retryAfter: number | null;
}

export function createPoliteClient(dependencies: PoliteClientDependencies): PoliteClient {
	const { wait, onWait, signal } = dependencies;
	let hasAnswered = false;

	async function insist(method: 'GET' | 'POST', parameters: Parameters): Promise<unknown> {
		for (let attempt = 1; ; attempt++) {
			signal.throwIfAborted();
			const answer = await ask(dependencies, method, parameters);
			if (!('error' in answer)) {
				hasAnswered = true;
				return answer.value;
			}
			const { error, retryAfter } = answer;
			const seconds = retryAfter ?? firstWait * 2 ** (attempt - 1);
			// A wiki that never answered is not busy: its address is wrong.
			const isLost = error.code === 'network' && !hasAnswered;
			const isBusy = busyCodes[method].test(error.code) && !isLost;
			if (attempt === attempts || seconds > longestWait || !isBusy) {
				throw error;
			}
			onWait(error.code, seconds);
			await wait(seconds, signal);
		}
	}

	return {
		get: (parameters) => insist('GET', parameters),
		post: (parameters) => insist('POST', parameters),
	};
}

async function ask(
	{ api, userAgent, fetch, signal }: PoliteClientDependencies,
	method: 'GET' | 'POST',
	parameters: Parameters,
): Promise<{ readonly value: unknown } | Refusal> {
	const url = new URL(api);
	const common = { format: 'json', formatversion: '2', errorformat: 'plaintext', maxlag };
	const body = new URLSearchParams();
	const fields = method === 'POST' ? body : url.searchParams;
	for (const [name, value] of Object.entries({ ...parameters, ...common })) {
		fields.set(name, value);
	}
	try {
		const response = await fetch(url, {
			method,
			headers: { 'User-Agent': userAgent, 'Accept-Encoding': 'gzip' },
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
			// What is posted, a password even, is for this address and no other.
			...(method === 'POST' && { body, redirect: 'error' as const }),
		});
		return await readResponse(response);
	} catch (error) {
		signal.throwIfAborted();
		const { message, cause } = error as Error;
		const reason = cause instanceof Error ? cause.message : message;
		return { error: new WikiError('network', reason), retryAfter: null };
	}
}

async function readResponse(response: Response): Promise<{ readonly value: unknown } | Refusal> {
	const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
	const retryAfter = Number.isNaN(seconds) ? null : seconds;
	const text = await response.text();
	const value = parseAnswer(text);
	if (value === null) {
		const code = response.ok ? 'no-api' : `http${response.status}`;
		return {
			error: new WikiError(code, `It answers ${response.status} with no JSON.`),
			retryAfter,
		};
	}
	const [first] = Array.isArray(value.errors) ? value.errors : [];
	if (first !== undefined) {
		const { code, text: reason } = Object(first);
		return { error: new WikiError(String(code), String(reason)), retryAfter };
	}
	return { value };
}

/** @returns `null` where the text is no JSON object. */
function parseAnswer(text: string): Readonly<Record<string, unknown>> | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: null;
	} catch (error) {
		if (error instanceof SyntaxError) {
			return null;
		}
		throw error;
	}
}

/**
 * Names the tool, as the etiquette asks; a header holds no other characters than these.
 *
 * @param contact How the wiki's administrators can reach whoever runs it; `null`: they did not say.
 */
export function userAgentOf(tool: string, contact: string | null): string {
	return contact === null ? tool : `${tool} (${contact.replace(/[^\x20-\x7e]/g, '?')})`;
}
