import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @returns `http://127.0.0.1:PORT`, any free port. */
export function listenAnywhere(server: Server): Promise<string> {
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		});
	});
}

/** Open connections are not waited for. */
export function closeServer(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => {
		server.close(() => resolve());
	});
}
