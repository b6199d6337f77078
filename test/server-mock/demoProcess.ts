import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The demo wiki as `npm start` runs it, in a process of its own. */
export interface DemoProcess {
	readonly origin: string;
	/** Of memory that is its own, in megabytes. */
	readMemory(): number;
	/** Sends a signal. @returns The exit code, once it has ended; `null` where the signal ended it. */
	end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** @throws Error where it ends before it listens. */
export async function startDemoProcess(
	storeFile: string,
	environment: Readonly<Record<string, string>> = {},
): Promise<DemoProcess> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'server-mock/main.ts'], {
		env: { ...process.env, PORT: '0', DEMO_STORE: storeFile, ...environment },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const exit = once(child, 'exit');
	const origin = await Promise.race([
		readOrigin(child),
		exit.then(([code]) => Promise.reject(new Error(`The demo wiki ended with ${code}.`))),
	]);
	return {
		origin,
		readMemory: () =>
			Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024,
		async end(signal) {
			child.kill(signal);
			const [code] = await exit;
			return code;
		},
	};
}

async function readOrigin({ stdout }: ChildProcess): Promise<string> {
	if (stdout === null) {
		throw new Error('Its output is not read.');
	}
	for await (const line of createInterface({ input: stdout })) {
		const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
		if (origin !== undefined) {
			// Whatever it still says is not waited for.
			stdout.resume();
			return origin;
		}
	}
	// It has ended, and its exit code says how.
	return new Promise(() => undefined);
}
