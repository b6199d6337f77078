import { sessionCookie } from '../../server-mock/http/session.ts';

type Parameters = Readonly<Record<string, string>>;

/** The demo wiki's API as one browser calls it. */
export interface Client {
	logIn(name: string, password: string): Promise<void>;
	get(parameters: Parameters): Promise<unknown>;
	/** With a csrf token. */
	post(parameters: Parameters): Promise<unknown>;
}

/** @param origin `http://127.0.0.1:PORT` */
export function createClient(origin: string): Client {
	let cookie = '';
	async function call(parameters: Parameters, method: 'GET' | 'POST'): Promise<unknown> {
		const query = new URLSearchParams({ format: 'json', formatversion: '2', ...parameters });
		const response = await fetch(`${origin}/api.php${method === 'GET' ? `?${query}` : ''}`, {
			method,
			headers: { cookie },
			...(method === 'POST' && { body: query }),
		});
		for (const header of response.headers.getSetCookie()) {
			const [pair = ''] = header.split(';');
			cookie = pair.startsWith(`${sessionCookie}=`) ? pair : cookie;
		}
		const answer = Object(await response.json());
		if (answer.error) {
			throw new Error(`${answer.error.code}: ${answer.error.info}`);
		}
		return answer;
	}
	const token = async (type: string): Promise<string> => {
		const { query } = Object(await call({ action: 'query', meta: 'tokens', type }, 'GET'));
		return query.tokens[`${type}token`];
	};
	return {
		logIn: async (username, password) => {
			const logintoken = await token('login');
			const loginreturnurl = `${origin}/`;
			await call({ action: 'clientlogin', username, password, logintoken, loginreturnurl }, 'POST');
		},
		get: (parameters) => call(parameters, 'GET'),
		post: async (parameters) => call({ ...parameters, token: await token('csrf') }, 'POST'),
	};
}
