import { createServer } from 'node:http';
import { closeServer, listenAnywhere } from '../support/localServer.ts';

/** What becomes of a write: it reaches the wiki or not, and its answer comes back or not. */
export type Fate = 'pass' | 'lostBefore' | 'lostAfter';

export interface Proxy {
	readonly origin: string;
	stop(): Promise<void>;
}

/**
 * A server between a client and a wiki, which passes on what it is told to.
 *
 * @param decide Asked before each write, which it may wait for.
 * @param write The number of the write, from 1 on.
 */
export async function startProxy(
	wiki: string,
	decide: (write: number, body: URLSearchParams) => Fate | Promise<Fate>,
): Promise<Proxy> {
	let writes = 0;
	const server = createServer((request, response) => {
		const pass = async (): Promise<void> => {
			const body = (await request.toArray()).join('');
			const fields = new URLSearchParams(body);
			const isWrite = /^(edit|delete)$/.test(fields.get('action') ?? '');
			const fate = isWrite ? await decide(++writes, fields) : 'pass';
			if (fate === 'lostBefore') {
				response.destroy();
				return;
			}
			const { method = 'GET', headers } = request;
			const passed = ['cookie', 'content-type', 'user-agent', 'authorization'];
			const answer = await fetch(wiki + request.url, {
				method,
				headers: passed.flatMap((name) => (name in headers ? [[name, `${headers[name]}`]] : [])),
				...(body !== '' && { body }),
			});
			const text = await answer.text();
			if (fate === 'lostAfter') {
				response.destroy();
				return;
			}
			response.writeHead(answer.status, {
				'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain',
				'Set-Cookie': answer.headers.getSetCookie(),
			});
			response.end(text);
		};
		pass().catch((error: Error) => response.destroy(error));
	});
	const origin = await listenAnywhere(server);
	return { origin, stop: () => closeServer(server) };
}
