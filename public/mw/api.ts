import type { WikiMap } from './map.ts';
import { serialize } from './serialize.ts';
import { createTokens } from './tokens.ts';
import type { BrowserUser } from './user.ts';

export interface ApiOptions {
	readonly parameters?: SentParameters;
	readonly ajax?: JQuery.AjaxSettings;
}

export type SentParameters = Readonly<Record<string, unknown>>;

/** It rejects with `(code, data, result, xhr)`. */
type ApiPromise = JQuery.Promise<unknown>;

export interface ApiDependencies {
	readonly jQuery: JQueryStatic;
	readonly config: WikiMap;
	readonly user: BrowserUser;
}

// As MediaWiki's, in milliseconds.
const usualTimeout = 30_000;

/** Makes the class `mw.Api`: what it resolves and rejects with, and when it tries again, is as MediaWiki's. */
export function createClientApi({ jQuery, config, user }: ApiDependencies) {
	const tokens = createTokens(user.tokens.get('csrfToken'));

	return class Api {
		readonly defaults: { parameters: SentParameters; ajax: JQuery.AjaxSettings };

		constructor({ parameters, ajax }: ApiOptions = {}) {
			const url = `${config.get('wgScriptPath')}/api.php`;
			this.defaults = {
				parameters: { action: 'query', format: 'json', ...parameters },
				ajax: { url, timeout: usualTimeout, dataType: 'json', ...ajax },
			};
		}

		get(parameters: SentParameters, ajax: JQuery.AjaxSettings = {}): ApiPromise {
			return this.ajax(parameters, { ...ajax, type: 'GET' });
		}

		post(parameters: SentParameters, ajax: JQuery.AjaxSettings = {}): ApiPromise {
			return this.ajax(parameters, { ...ajax, type: 'POST' });
		}

		ajax(parameters: SentParameters, ajax: JQuery.AjaxSettings = {}): ApiPromise {
			const data = serialize({ ...this.defaults.parameters, ...parameters });
			return judge(jQuery, jQuery.ajax({ ...this.defaults.ajax, ...ajax, data }));
		}

		/** Posts with a token; where that is not good any more, with a new one, once. */
		postWithToken(
			type: string,
			parameters: SentParameters,
			ajax: JQuery.AjaxSettings = {},
		): ApiPromise {
			const result = jQuery.Deferred<unknown>();
			const fail = (...reason: unknown[]) => {
				result.reject(...reason);
			};
			const send = (failed: typeof fail) =>
				this.#token(type).then(
					(token) => {
						this.post({ ...parameters, token }, ajax).then(
							(...answer: unknown[]) => result.resolve(...answer),
							failed,
						);
					},
					(reason: readonly unknown[]) => fail(...reason),
				);
			send((...reason) => {
				if (reason[0] !== 'badtoken') {
					fail(...reason);
					return;
				}
				tokens.forget(type);
				send(fail);
			});
			return result.promise();
		}

		/** Rejects with the list of what the request was rejected with. */
		#token(type: string): Promise<string> {
			return tokens.get(
				type,
				() =>
					new Promise((resolve, reject) => {
						this.get({ action: 'query', meta: 'tokens', type, formatversion: 2 }).then(
							(answer) => resolve(readToken(answer, type)),
							(...reason: unknown[]) => reject(reason),
						);
					}),
			);
		}
	};
}

/** An answer may be a refusal, in one of two shapes. */
function judge(jQuery: JQueryStatic, xhr: JQuery.jqXHR<unknown>): JQuery.Promise<unknown> {
	const result = jQuery.Deferred<unknown>();
	xhr.fail((_xhr, textStatus, exception) => {
		result.reject('http', { xhr, textStatus, exception });
	});
	xhr.done((answer) => {
		const code = errorCode(answer);
		if (code === null) {
			result.resolve(answer, xhr);
		} else if (code === 'ok-but-empty') {
			result.reject(code, 'The server’s answer is empty.', answer, xhr);
		} else {
			result.reject(code, answer, answer, xhr);
		}
	});
	return result.promise();
}

function readToken(answer: unknown, type: string): string {
	const { query } = answer as { query: { tokens: Readonly<Record<string, string>> } };
	return query.tokens[`${type}token`] ?? '';
}

/** `null` where all is well. */
function errorCode(answer: unknown): string | null {
	if (answer === undefined || answer === null || answer === '') {
		return 'ok-but-empty';
	}
	const { error, errors } = answer as {
		error?: { code?: string };
		errors?: readonly { code?: string }[];
	};
	const first = error ?? errors?.[0];
	return first === undefined ? null : (first.code ?? 'unknown');
}
