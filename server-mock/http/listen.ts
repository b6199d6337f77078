import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

/** The wiki is for this machine alone. */
export const loopback = '127.0.0.1';

/** Of connections that wait to be accepted; Node's own number, 511, turns a crowd away. */
const backlog = 4096;

/** In milliseconds: how long a client may take to send a request. */
const requestTimeout = 60_000;

export type Answering = (request: Request, bindings: object) => Response | Promise<Response>;

/**
 * @param port 0: any free one.
 * @throws Error where it is taken.
 */
export function listen(fetch: Answering, port: number): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createAdaptorServer({ fetch, serverOptions: { requestTimeout } }) as Server;
		server.once('error', (error: NodeJS.ErrnoException) => {
			const isTaken = error.code === 'EADDRINUSE';
			reject(isTaken ? new Error(`Port ${port} is taken. Choose another: PORT=8809`) : error);
		});
		server.listen({ port, host: loopback, backlog }, () => resolve(server));
	});
}

/** In milliseconds: how long what is in flight is waited for. */
const patience = 6000;
/** In milliseconds. */
const sweepEvery = 20;

/** Answers what is in flight. Browsers keep connections open; those that are idle are not waited for. */
export function stop(server: Server): Promise<void> {
	return new Promise((resolve, reject) => {
		const idle = setInterval(() => server.closeIdleConnections(), sweepEvery);
		const all = setTimeout(() => server.closeAllConnections(), patience);
		server.close((error) => {
			clearInterval(idle);
			clearTimeout(all);
			error ? reject(error) : resolve();
		});
		server.closeIdleConnections();
	});
}
