import * as z from 'zod';
import type { Fetch } from '../terminal/fetch.ts';
import type { PoliteClient } from '../terminal/politeClient.ts';
import { ApiError } from '../wiki/api.ts';
import { parseAnswer, readToken } from './wiki.ts';

const loginAnswer = z.object({
	login: z.object({ result: z.string(), reason: z.unknown().optional() }),
});
const reasonText = z.object({ text: z.string() });

/**
 * Logs in with a BotPassword; the client has to keep cookies.
 *
 * @throws ApiError `login-failed` with the wiki's reason
 */
export async function logIn(
	client: PoliteClient,
	{ name, password }: { readonly name: string; readonly password: string },
): Promise<void> {
	const lgtoken = await readToken(client, 'login');
	const answer = await client.post({
		action: 'login',
		lgname: name,
		lgpassword: password,
		lgtoken,
	});
	const { result, reason } = parseAnswer(loginAnswer, answer).login;
	if (result !== 'Success') {
		const text = reasonText.safeParse(reason).data?.text ?? String(reason ?? result);
		throw new ApiError('login-failed', text);
	}
}

/** A `fetch` that proves by an OAuth 2 token who asks. */
export function createTokenFetch(fetch: Fetch, token: string): Fetch {
	return (url, init) => {
		const headers = new Headers(init.headers);
		headers.set('Authorization', `Bearer ${token}`);
		return fetch(url, { ...init, headers });
	};
}

/** Replaces every secret in a text by •••. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret !== '')
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.reduce((shown, secret) => shown.replaceAll(secret, '•••'), text);
}
