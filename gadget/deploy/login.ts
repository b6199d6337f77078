import * as z from 'zod';
import type { Fetch } from '../terminal/fetch.ts';
import type { PoliteClient } from '../terminal/politeClient.ts';
import { CommandFailure } from '../terminal/terminal.ts';
import { createCookieJar } from './cookies.ts';
import { type Credentials, credentialVariables } from './credentials.ts';
import { parseAnswer, readToken } from './wiki.ts';

const loginAnswer = z.object({
	login: z.object({ result: z.string(), reason: z.unknown().optional() }),
});
const reasonText = z.object({ text: z.string() });

/** A `fetch` for one wiki that proves who asks: by an OAuth 2 token, or by a login’s cookies. */
export function createFetchAs(credentials: Credentials | null, fetch: Fetch): Fetch {
	const jar = createCookieJar();
	return async (url, init) => {
		const headers = new Headers(init.headers);
		if (credentials?.kind === 'token') {
			headers.set('Authorization', `Bearer ${credentials.token}`);
		} else {
			headers.set('Cookie', jar.header());
		}
		const response = await fetch(url, { ...init, headers });
		jar.keep(response.headers.getSetCookie());
		return response;
	};
}

/** Logs in with a BotPassword; the client has to keep cookies. @throws CommandFailure, ApiError */
export async function logIn(
	client: PoliteClient,
	{ name, password }: { readonly name: string; readonly password: string },
): Promise<void> {
	const lgtoken = await readToken(client, 'login');
	const fields = { action: 'login', lgname: name, lgpassword: password, lgtoken };
	const { result, reason } = parseAnswer(loginAnswer, await client.post(fields)).login;
	if (result !== 'Success') {
		throw loginFailure(reasonText.safeParse(reason).data?.text ?? String(reason ?? result));
	}
}

export function loginFailure(reason: string): CommandFailure {
	const { user, password } = credentialVariables;
	return new CommandFailure(
		`The wiki does not let you in: ${reason.replace(/\.$/, '')}. Compare ${user} and ${password} with Special:BotPasswords.`,
	);
}

/** Replaces every secret in a text by •••. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret !== '')
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.reduce((shown, secret) => shown.replaceAll(secret, '•••'), text);
}
