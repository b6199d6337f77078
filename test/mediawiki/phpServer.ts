import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** PHP's own web server with several workers, as one process group. */
export interface PhpServer {
	/** Ends the server and its workers; fine if they have ended already. */
	stop(): Promise<void>;
}

export interface PhpServerOptions {
	/** The folder served, with `index.php` in it. */
	readonly documents: string;
	readonly port: number;
	readonly environment: NodeJS.ProcessEnv;
	/** Where PHP's messages and the requests are logged. */
	readonly logFile: string;
	/** Asked until it resolves to true; a rejection counts as "not yet". */
	readonly isReady: () => Promise<boolean>;
}

const readyWithin = 60_000;
const askEvery = 50;
/**
 * The server's group ends when its standard input closes: that happens even when this process is
 * killed, so no server is ever left behind.
 */
const guarded = 'exec 3<&0; (cat <&3 >/dev/null; kill -TERM 0) & exec php "$@" 3<&- </dev/null';

/**
 * Starts PHP's web server on the loopback interface and waits until it answers.
 * @throws with the end of the log when PHP ends, or is not ready within a minute
 */
export async function startPhpServer(options: PhpServerOptions): Promise<PhpServer> {
	const log = await open(options.logFile, 'w');
	const child = spawn('sh', ['-c', guarded, 'sh', ...phpArguments(options)], {
		detached: true,
		stdio: ['pipe', log.fd, log.fd],
		env: { ...process.env, ...options.environment, PHP_CLI_SERVER_WORKERS: '4' },
	});
	await once(child, 'spawn');
	await log.close();
	const server = { stop: () => stopGroup(child) };
	try {
		await waitUntilReady(child, options);
	} catch (error) {
		await server.stop();
		throw error;
	}
	return server;
}

/**
 * A free port of the loopback interface.
 * @param wanted a port; 0 for any
 * @throws when the wanted port is taken
 */
export async function freePort(wanted: number): Promise<number> {
	const server = createServer();
	server.listen(wanted, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') {
		throw new Error('The system gave no port.');
	}
	return address.port;
}

function phpArguments({ documents, port }: PhpServerOptions): string[] {
	const settings = ['display_errors=0', 'log_errors=1', 'memory_limit=512M'];
	return [
		...settings.flatMap((setting) => ['-d', setting]),
		...['-S', `127.0.0.1:${port}`, '-t', documents],
	];
}

async function waitUntilReady(child: ChildProcess, options: PhpServerOptions): Promise<void> {
	const deadline = Date.now() + readyWithin;
	while (!(await options.isReady().catch(() => false))) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`PHP's web server ended at once:\n${await logEnd(options)}`);
		}
		if (Date.now() > deadline) {
			throw new Error(`The wiki did not answer within a minute:\n${await logEnd(options)}`);
		}
		await pause(askEvery);
	}
}

async function logEnd({ logFile }: PhpServerOptions): Promise<string> {
	return (await readFile(logFile, 'utf8')).slice(-3000);
}

async function stopGroup(child: ChildProcess): Promise<void> {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
		return;
	}
	const ended = once(child, 'exit');
	process.kill(-child.pid, 'SIGTERM');
	await ended;
}
