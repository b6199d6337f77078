import { createCookieJar } from '../../gadget/deploy/cookies.ts';
import type { WikiSession } from '../support/wikiUnderTest.ts';

type Parameters = Readonly<Record<string, string>>;
/** Generous, because the first request to a new wiki builds its caches. */
const timeout = 60_000;

/**
 * A new browser's session on a wiki, logged out.
 * @param origin `http://127.0.0.1:PORT`
 */
export function createSession(origin: string): WikiSession {
	const jar = createCookieJar();

	async function call(parameters: Parameters, method: 'GET' | 'POST'): Promise<unknown> {
		const query = new URLSearchParams({ format: 'json', formatversion: '2', ...parameters });
		const response = await fetch(`${origin}/api.php${method === 'GET' ? `?${query}` : ''}`, {
			method,
			headers: { cookie: jar.header() },
			signal: AbortSignal.timeout(timeout),
			...(method === 'POST' && { body: query }),
		});
		jar.keep(response.headers.getSetCookie());
		return parsed(response, parameters);
	}

	return {
		get cookies() {
			return jar.all();
		},
		get: (parameters) => call(parameters, 'GET'),
		async post(parameters) {
			const named = Object.keys(parameters).some((name) => name.endsWith('token'));
			const token = named ? {} : { token: await fetchToken(this, 'csrf') };
			return call({ ...parameters, ...token }, 'POST');
		},
	};
}

/**
 * A new browser in which a person has logged in.
 * @throws when the wiki does not accept the name and password
 */
export async function logIn(origin: string, name: string, password: string): Promise<WikiSession> {
	const session = createSession(origin);
	const answer = await session.post({
		action: 'clientlogin',
		logintoken: await fetchToken(session, 'login'),
		username: name,
		password,
		loginreturnurl: `${origin}/`,
	});
	expectPass(Object(succeeded(answer)).clientlogin, `"${name}" cannot log in`);
	return session;
}

/**
 * Creates an account as the person of the session would, who stays logged in.
 * @throws when the wiki refuses, e.g. because the account exists
 */
export async function createAccount(
	session: WikiSession,
	name: string,
	password: string,
): Promise<void> {
	const answer = await session.post({
		action: 'createaccount',
		createtoken: await fetchToken(session, 'createaccount'),
		username: name,
		password,
		retype: password,
		createreturnurl: 'http://127.0.0.1/',
	});
	expectPass(Object(succeeded(answer)).createaccount, `"${name}" cannot be created`);
}

/** @throws Error unless MediaWiki let the person in */
function expectPass(said: { status: string; message?: string }, otherwise: string): void {
	if (said.status !== 'PASS') {
		throw new Error(`${otherwise}: ${said.message ?? said.status}`);
	}
}

/** A token as `meta=tokens` gives it. @param type e.g. `csrf`, `createaccount` */
async function fetchToken(session: WikiSession, type: string): Promise<string> {
	const answer = await session.get({ action: 'query', meta: 'tokens', type });
	const token: unknown = Object(answer).query?.tokens[`${type}token`];
	if (typeof token !== 'string') {
		throw new Error(`The wiki gave no ${type} token.`);
	}
	return token;
}

/**
 * Passes an answer on unless it is an error.
 * @param expected error codes that are as good as success
 * @throws with the error's code and text
 */
export function succeeded(answer: unknown, ...expected: string[]): unknown {
	const { error } = Object(answer);
	if (error && !expected.includes(error.code)) {
		throw new Error(`${error.code}: ${error.info}`);
	}
	return answer;
}

async function parsed(response: Response, parameters: Parameters): Promise<unknown> {
	const text = await response.text();
	try {
		return JSON.parse(text);
	} catch (cause) {
		const summary = `action=${parameters.action} answered ${response.status} with no JSON`;
		throw new Error(`${summary}: ${text.slice(0, 500)}`, { cause });
	}
}
