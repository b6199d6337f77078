import { type Attempt, insist, maxlag, type Patience, readRetryAfter } from '../scan/insist.ts';
import type { ScanApi } from '../scan/mentees.ts';
import { type ApiParameters, describeError } from './api.ts';

/** In milliseconds. */
const timeout = 30_000;
const busyCodes = ['maxlag', 'ratelimited', 'server', 'timeout'];

/** The wiki's Action API for many requests in a row, each sent after the one before is answered. */
export function createPoliteApi(patience: Patience): ScanApi {
	const page = new URL(mw.util.getUrl('MediaWiki:Gadget-mentorship.json'), location.href);
	const api = new mw.Api({
		parameters: { formatversion: '2', errorformat: 'plaintext', errorlang: 'uselang', maxlag },
		ajax: { timeout, headers: { 'Api-User-Agent': `MentorshipGadget (${page.href})` } },
	});

	function ask(parameters: ApiParameters, signal: AbortSignal): Promise<Attempt<unknown>> {
		return new Promise((resolve) => {
			const request = api.get({ ...parameters });
			const abort = () => request.abort();
			signal.addEventListener('abort', abort, { once: true });
			request
				.then(
					(answer: unknown) => resolve({ answer }),
					(code: unknown, details: unknown, _same: unknown, xhr: unknown) =>
						resolve(describeRefusal(String(code), Object(details), xhr)),
				)
				.always(() => signal.removeEventListener('abort', abort));
		});
	}

	return {
		get: (parameters, signal) => insist(() => ask(parameters, signal), patience, signal),
	};
}

/** `mw.Api` gives the request as the fourth argument, or within the second where HTTP failed. */
function describeRefusal(
	code: string,
	details: { xhr?: JQuery.jqXHR },
	xhr: unknown,
): Attempt<never> {
	const request = details.xhr ?? (xhr as JQuery.jqXHR | undefined);
	const error = describeError(code, details);
	return {
		error,
		busy: busyCodes.includes(error.code) ? error.code : null,
		retryAfter: readRetryAfter(request?.getResponseHeader('Retry-After') ?? null, Date.now()),
	};
}
