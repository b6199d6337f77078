import { serveDemo } from '../../server-mock/demo.ts';
import { demoPassword } from '../../server-mock/site.ts';
import type { TestPerson, WikiSession, WikiUnderTest } from './wikiUnderTest.ts';

export interface DemoWikiOptions {
	/** The built gadget, `dist/wiki`; without it the wiki has no gadget. */
	readonly gadgetFolder?: string;
	/** Whom the lot falls on: from 0 up to, but not including, 1. */
	readonly random?: () => number;
}

const administrator = 'Ada Administrator';

/** Starts the demo wiki in this process, seeded, with nothing left on disk. */
export async function startDemoWiki(options: DemoWikiOptions = {}): Promise<WikiUnderTest> {
	const demo = await serveDemo({
		port: 0,
		storeFile: ':memory:',
		gadgetFolder: options.gadgetFolder ?? null,
		now: Date.now,
		random: options.random ?? Math.random,
	});
	const { origin, store } = demo;
	return {
		name: 'demo wiki',
		origin,
		setPerson: async (person) => {
			store.users.put(accountOf(person));
		},
		savePage: async (title, text) => {
			const session = await logIn(origin, administrator);
			const answer = await session.post({ action: 'edit', title, text });
			if ((answer as { edit?: unknown }).edit === undefined) {
				throw new Error(`“${title}” was not saved: ${JSON.stringify(answer)}`);
			}
		},
		deletePage: async (title) => {
			store.pages.remove(title);
		},
		logIn: (name) => logIn(origin, name),
		stop: () => demo.close(),
	};
}

function accountOf({ name, editCount, registration, groups }: TestPerson) {
	return {
		name,
		editCount,
		registration: registration === null ? null : registration.getTime(),
		groups: groups ?? [],
		gender: 'unknown',
		blocked: false,
		temporary: false,
	} as const;
}

async function logIn(origin: string, name: string | null): Promise<WikiSession> {
	const session = createSession(origin);
	if (name === null) {
		return session;
	}
	const tokens = (await session.get({ action: 'query', meta: 'tokens', type: 'login' })) as {
		query: { tokens: { logintoken: string } };
	};
	const answer = await session.post({
		action: 'clientlogin',
		logintoken: tokens.query.tokens.logintoken,
		username: name,
		password: demoPassword,
		loginreturnurl: origin,
		token: '',
	});
	if ((answer as { clientlogin?: { status: string } }).clientlogin?.status !== 'PASS') {
		throw new Error(`${name} cannot log in: ${JSON.stringify(answer)}`);
	}
	return session;
}

function createSession(origin: string): WikiSession {
	const cookies = new Map<string, string>();
	const call = async (url: string, init: RequestInit): Promise<unknown> => {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(url, { ...init, headers: { cookie } });
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const [name = '', value = ''] = pair.split('=');
			cookies.set(name, value);
		}
		return response.json();
	};
	const common = { format: 'json', formatversion: '2' };
	const get: WikiSession['get'] = (parameters) =>
		call(`${origin}/api.php?${new URLSearchParams({ ...common, ...parameters })}`, {});
	return {
		get cookies() {
			return [...cookies].map(([name, value]) => ({ name, value }));
		},
		get,
		post: async (parameters) => {
			const token = parameters.token ?? (await readCsrfToken(get));
			const body = new URLSearchParams({ ...common, ...parameters, token });
			return call(`${origin}/api.php`, { method: 'POST', body });
		},
	};
}

async function readCsrfToken(get: WikiSession['get']): Promise<string> {
	const answer = await get({ action: 'query', meta: 'tokens' });
	return (answer as { query: { tokens: { csrftoken: string } } }).query.tokens.csrftoken;
}
