import { type ApiError, type ApiParameters, describeError } from './api.ts';

/** The wiki's Action API for many requests in a row, each sent after the one before is answered. */
export interface PoliteApi {
	/**
	 * Asks until the wiki answers: where it is busy, as long after as it says.
	 *
	 * @throws ApiError Where it was busy too often, or refused.
	 * @throws The signal's reason once that is aborted.
	 */
	get<Answer>(parameters: ApiParameters, signal: AbortSignal): Promise<Answer>;
}

export interface PoliteApiDependencies {
	/** Resolves after that time, and rejects with the signal's reason once that is aborted. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** Told how long the wiki has to be left alone, in seconds, and `null` when that is over. */
	readonly onWait: (seconds: number | null) => void;
}

/** Seconds that a database may be behind, as the API's etiquette asks of scripts. */
const maxlag = 5;
/** Seconds to wait at first where the wiki does not say; doubled each time. */
const firstWait = 5;
/** Seconds; nobody looks at a progress bar that stands still for longer. */
const longestWait = 300;
const attempts = 6;
/** In milliseconds. */
const timeout = 30_000;
const busyCodes = ['maxlag', 'ratelimited', 'server', 'timeout'];

/** A refusal, and after how many seconds the wiki wants to be asked again. */
interface Rejection {
	readonly error: ApiError;
	readonly retryAfter: number | null;
}

export function createPoliteApi({ wait, onWait }: PoliteApiDependencies): PoliteApi {
	const page = new URL(mw.util.getUrl('MediaWiki:Gadget-mentorship.json'), location.href);
	const api = new mw.Api({
		parameters: { formatversion: '2', errorformat: 'plaintext', errorlang: 'uselang', maxlag },
		ajax: { timeout, headers: { 'Api-User-Agent': `MentorshipGadget (${page.href})` } },
	});

	/** @returns The answer, or why there is none. */
	function ask(parameters: ApiParameters, signal: AbortSignal): Promise<unknown> {
		return new Promise((resolve, reject) => {
			const request = api.get({ ...parameters });
			const abort = () => request.abort();
			signal.addEventListener('abort', abort, { once: true });
			request
				.then(resolve, (code: unknown, details: unknown, _same: unknown, xhr: unknown) => {
					reject(describeRejection(String(code), Object(details), xhr));
				})
				.always(() => signal.removeEventListener('abort', abort));
		});
	}

	async function waitFor(seconds: number, signal: AbortSignal): Promise<void> {
		onWait(seconds);
		await wait(seconds, signal);
		onWait(null);
	}

	return {
		async get<Answer>(parameters: ApiParameters, signal: AbortSignal) {
			for (let attempt = 1; ; attempt++) {
				signal.throwIfAborted();
				try {
					return (await ask(parameters, signal)) as Answer;
				} catch (rejection) {
					signal.throwIfAborted();
					const { error, retryAfter } = rejection as Rejection;
					if (attempt === attempts || !busyCodes.includes(error.code)) {
						throw error;
					}
					const seconds = retryAfter ?? firstWait * 2 ** (attempt - 1);
					await waitFor(Math.min(seconds, longestWait), signal);
				}
			}
		},
	};
}

/** `mw.Api` gives the request as the fourth argument, or within the second where HTTP failed. */
function describeRejection(code: string, details: { xhr?: JQuery.jqXHR }, xhr: unknown): Rejection {
	const request = details.xhr ?? (xhr as JQuery.jqXHR | undefined);
	const seconds = Number.parseInt(request?.getResponseHeader('Retry-After') ?? '', 10);
	return {
		error: describeError(code, details),
		retryAfter: Number.isNaN(seconds) ? null : seconds,
	};
}
