import { valueAt } from './valueAt.ts';

/**
 * What went wrong with a request. `code` is MediaWiki's own, or one of ours: `offline`, `timeout`,
 * `server` (an answer that is not one of the API), `option-full`, `no-mentor`, `newer-gadget`.
 */
export class ApiError extends Error {
	/** @param text The wiki's own explanation in the person's language, as plain text; or ''. */
	constructor(
		readonly code: string,
		readonly text = '',
	) {
		super(code);
	}
}

/**
 * Whether the next page may try again what failed: no answer came, the wiki broke off its work, or the
 * browser is no longer logged in as that person. Anything else is tried again a day later.
 */
export function isPassing(error: unknown): boolean {
	return /^(offline|timeout|server|badtoken|assert|readonly|ratelimited|internal_)/.test(
		Object(error).code,
	);
}

export type ApiParameters = Readonly<Record<string, string | number>>;

/** The wiki's Action API, `formatversion=2`, in the name of the person who opened the page. */
export interface WikiApi {
	/** @throws {@link ApiError} */
	get<Answer>(parameters: ApiParameters): Promise<Answer>;
	/**
	 * Sends a change with a csrf token; a stale token is renewed once. What the wiki broke off is sent
	 * again: it does that where MediaWiki's own scripts save an option of the person at that moment.
	 *
	 * @throws {@link ApiError}
	 */
	post<Answer>(parameters: ApiParameters): Promise<Answer>;
}

/** After this long without an answer the person is told so. In milliseconds. */
const timeout = 15_000;

/** How often MediaWiki's own scripts save an option on a person's first visit to their watchlist. */
const rivals = 3;

/**
 * Creates the API over `mw.Api`.
 *
 * @param userName The person who opened the page: a request is refused (`assertnameduserfailed`) when the
 * browser has logged out or logged in as another person in the meantime. `undefined`: logged out.
 */
export function createWikiApi(userName: string | undefined): WikiApi {
	const api = new mw.Api({
		parameters: {
			formatversion: '2',
			errorformat: 'plaintext',
			assertuser: userName,
		},
		ajax: { timeout },
	});
	return {
		get: (parameters) => settle(api.get(parameters)),
		post<Answer>(parameters: ApiParameters) {
			const send = (again: number): Promise<Answer> =>
				settle<Answer>(api.postWithToken('csrf', parameters)).catch((error: ApiError) =>
					again && /^internal_/.test(error.code) ? send(again - 1) : Promise.reject(error),
				);
			return send(rivals);
		},
	};
}

function settle<Answer>(request: JQuery.Promise<unknown, unknown, unknown>): Promise<Answer> {
	return new Promise((resolve, reject) => {
		request.then(
			(answer) => resolve(answer as Answer),
			(code: unknown, details: unknown) => reject(describeError(String(code), details)),
		);
	});
}

/** `mw.Api` rejects with MediaWiki's code and answer, or with 'http' and what jQuery knows. */
export function describeError(code: string, details: unknown): ApiError {
	if (code !== 'http') {
		const text = valueAt(details, 'errors', 0, 'text');
		return new ApiError(code, text as string | undefined);
	}
	if (valueAt(details, 'textStatus') === 'timeout') {
		return new ApiError('timeout');
	}
	return new ApiError(valueAt(details, 'xhr', 'status') ? 'server' : 'offline');
}
