/** The tokens of this page, by type; several requests share one. */
export interface Tokens {
	/** @throws The list of what the request for it was rejected with. */
	get(type: string, fetch: (type: string) => Promise<string>): Promise<string>;
	/** It was refused: the next one is asked for. */
	forget(type: string): void;
}

/** @param pageToken The csrf token that the page brought along. */
export function createTokens(pageToken: unknown): Tokens {
	const tokens = new Map<string, Promise<string>>();
	if (typeof pageToken === 'string') {
		tokens.set('csrf', Promise.resolve(pageToken));
	}
	return {
		get: (type, fetch) => {
			const token = tokens.get(type) ?? fetch(type);
			tokens.set(type, token);
			token.catch(() => {
				// The caller hears of it; the next one may have more luck.
				tokens.delete(type);
			});
			return token;
		},
		forget: (type) => {
			tokens.delete(type);
		},
	};
}
