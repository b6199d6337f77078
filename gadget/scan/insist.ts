/** How one attempt ended: with an answer, or with the reason for a refusal. */
export type Attempt<Answer> = { readonly answer: Answer } | Refusal;

interface Refusal {
	readonly error: Error;
	/** What the wiki is busy with; `null`: it would answer the same. */
	readonly busy: string | null;
	/** Seconds that the wiki wants to be left alone; `null`: it does not say. */
	readonly retryAfter: number | null;
}

export interface Patience {
	/** Resolves after that time, and rejects with the signal's reason once that is aborted. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** Told how long the wiki is left alone, in seconds, and why; `null` when that is over. */
	readonly onWait: (seconds: number | null, reason: string) => void;
}

/** Seconds that a database may be behind, as the API's etiquette asks of scripts. */
export const maxlag = 5;
/** Seconds to wait at first where the wiki does not say; doubled each time. */
const firstWait = 5;
/** Seconds; a wiki that wants to be left alone for longer is asked again another day. */
const longestWait = 900;
const attempts = 6;

/**
 * Asks a wiki until it answers: where it is busy, as long after as it says.
 *
 * @throws The refusal's error where the wiki was busy too often, or refused.
 * @throws The signal's reason once that is aborted.
 */
export async function insist<Answer>(
	attempt: () => Promise<Attempt<Answer>>,
	{ wait, onWait }: Patience,
	signal: AbortSignal,
): Promise<Answer> {
	for (let number = 1; ; number++) {
		signal.throwIfAborted();
		const result = await attempt();
		if ('answer' in result) {
			return result.answer;
		}
		signal.throwIfAborted();
		const { error, busy, retryAfter } = result;
		const seconds = retryAfter ?? firstWait * 2 ** (number - 1);
		if (busy === null || number === attempts || seconds > longestWait) {
			throw error;
		}
		onWait(seconds, busy);
		await wait(seconds, signal);
		onWait(null, busy);
	}
}

/** Reads the header `Retry-After`, as seconds or as a date. @param now Milliseconds since 1970. */
export function readRetryAfter(header: string | null, now: number): number | null {
	const seconds = /^\d+$/.test(header ?? '')
		? Number(header)
		: Math.ceil((Date.parse(header ?? '') - now) / 1000);
	return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

/** Resolves after that time, and rejects with the signal's reason once that is aborted. */
export function wait(seconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const end = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', end);
			resolve();
		}, seconds * 1000);
		signal.addEventListener('abort', end, { once: true });
	});
}
