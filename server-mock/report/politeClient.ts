/** A wiki's Action API for many requests in a row, each sent after the one before is answered. */
export interface PoliteClient {
	/**
	 * Asks until the wiki answers: where it is busy, as long after as it says.
	 *
	 * @returns The answer, `formatversion=2`.
	 * @throws WikiError Where it was busy too often, refused, or is no API.
	 * @throws The signal's reason once that is aborted.
	 */
	get(parameters: Readonly<Record<string, string>>): Promise<unknown>;
}

export interface PoliteClientDependencies {
	readonly api: URL;
	/** How the wiki's administrators can reach whoever runs this; `null`: they did not say. */
	readonly contact: string | null;
	readonly fetch: typeof fetch;
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
const busyCodes = /^(maxlag|ratelimited|readonly|network|http(429|5\d\d))$/;

/** A refusal, and after how many seconds the wiki wants to be asked again. */
interface Refusal {
	readonly error: WikiError;
	readonly retryAfter: number | null;
}

export function createPoliteClient(dependencies: PoliteClientDependencies): PoliteClient {
	const { wait, onWait, signal } = dependencies;
	let hasAnswered = false;
	return {
		get: async (parameters) => {
			for (let attempt = 1; ; attempt++) {
				signal.throwIfAborted();
				const answer = await ask(dependencies, parameters);
				if (!('error' in answer)) {
					hasAnswered = true;
					return answer.value;
				}
				const { error, retryAfter } = answer;
				const seconds = retryAfter ?? firstWait * 2 ** (attempt - 1);
				// A wiki that never answered is not busy: its address is wrong.
				const isLost = error.code === 'network' && !hasAnswered;
				const isBusy = busyCodes.test(error.code) && !isLost;
				if (attempt === attempts || seconds > longestWait || !isBusy) {
					throw error;
				}
				onWait(error.code, seconds);
				await wait(seconds, signal);
			}
		},
	};
}

async function ask(
	{ api, contact, fetch, signal }: PoliteClientDependencies,
	parameters: Readonly<Record<string, string>>,
): Promise<{ readonly value: unknown } | Refusal> {
	const url = new URL(api);
	const common = { format: 'json', formatversion: '2', errorformat: 'plaintext', maxlag };
	for (const [name, value] of Object.entries({ ...parameters, ...common })) {
		url.searchParams.set(name, value);
	}
	try {
		const response = await fetch(url, {
			headers: { 'User-Agent': userAgent(contact), 'Accept-Encoding': 'gzip' },
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
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

/** Names the tool, as the etiquette asks; a header holds no other characters than these. */
export function userAgent(contact: string | null): string {
	const name = 'MentorshipGadgetReport/0.1';
	return contact === null ? name : `${name} (${contact.replace(/[^\x20-\x7e]/g, '?')})`;
}
