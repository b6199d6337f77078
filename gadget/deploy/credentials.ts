import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { parseJson } from '../terminal/json.ts';
import { type Ask, UsageError } from '../terminal/terminal.ts';

/** How a person proves who they are; none of it is ever written anywhere. */
export type Credentials =
	| { readonly kind: 'botPassword'; readonly name: string; readonly password: string }
	/** An OAuth 2 access token of an owner-only consumer. */
	| { readonly kind: 'token'; readonly token: string };

/** The environment's variables that say who deploys; none of them is ever an option. */
export const credentialVariables = {
	user: 'MENTORSHIP_WIKI_USER',
	password: 'MENTORSHIP_WIKI_PASSWORD',
	token: 'MENTORSHIP_WIKI_TOKEN',
} as const;

/** What a credentials file holds, as services that deploy gadgets write it. */
export interface CredentialsFile {
	/** The wiki: its host, or any address of it. */
	readonly site: string;
	readonly credentials: Credentials;
}

const file = z.union([
	z.object({ site: z.string().min(1), accessToken: z.string().min(1) }),
	z.object({ site: z.string().min(1), username: z.string().min(1), password: z.string().min(1) }),
]);

/** Reads a credentials file. @throws UsageError, which does not say what is in it. */
export async function readCredentialsFile(path: string): Promise<CredentialsFile> {
	const text = await readFile(path, 'utf8').catch(() => {
		throw new UsageError(`The credentials file “${path}” cannot be read.`);
	});
	const { success, data } = file.safeParse(parseJson(text));
	if (!success) {
		throw new UsageError(
			`“${path}” must be JSON with "site" and "accessToken" (OAuth 2), or "site", "username" and "password" (BotPassword).`,
		);
	}
	return {
		site: data.site,
		credentials:
			'accessToken' in data
				? { kind: 'token', token: data.accessToken }
				: { kind: 'botPassword', name: data.username, password: data.password },
	};
}

/**
 * Who deploys: from the environment, or asked for.
 *
 * @param api Where they are sent.
 * @throws UsageError
 */
export async function readCredentials(
	environment: NodeJS.ProcessEnv,
	api: URL,
	ask: Ask | null,
): Promise<Credentials> {
	const { user, password, token } = credentialVariables;
	if (environment[token]) {
		return { kind: 'token', token: environment[token] };
	}
	const nameQuestion = `BotPassword’s name on ${api.host} (User@App): `;
	const name = environment[user] || ((await ask?.(nameQuestion)) ?? '');
	if (!/.@./.test(name)) {
		throw new UsageError(
			`A BotPassword is needed, from Special:BotPasswords: its name (User@App) in ${user}, its password in ${password}; or an OAuth 2 token in ${token}.`,
		);
	}
	const secretQuestion = `Password of ${name}, which is sent to ${api.origin}: `;
	const secret = environment[password] || ((await ask?.(secretQuestion, true)) ?? '');
	if (secret === '') {
		throw new UsageError(`The password of ${name} is missing: it goes into ${password}.`);
	}
	return { kind: 'botPassword', name, password: secret };
}

/** Whether the environment says who deploys. */
export function hasCredentials(environment: NodeJS.ProcessEnv): boolean {
	return Object.values(credentialVariables).some((name) => environment[name]);
}

export function secretsOf(credentials: Credentials | null): string[] {
	if (credentials === null) {
		return [];
	}
	return [credentials.kind === 'token' ? credentials.token : credentials.password];
}
