import { type StdioOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SweepRunner } from './runner.ts';

/**
 * In a process of its own, with its own connection: requests do not wait for a sweep of a million.
 * The process can be ended at any moment; the journal knows how far it was.
 *
 * @param storeFile The store's path.
 */
export function createProcessRunner(storeFile: string): SweepRunner {
	const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
	const program = fileURLToPath(new URL('./backgroundSweep.ts', import.meta.url));
	return {
		run: (cause, signal) =>
			new Promise((resolve, reject) => {
				const args = ['--max-semi-space-size=2', '--import', loader, program, storeFile, cause];
				// By the channel it notices where this process is gone.
				const stdio: StdioOptions = ['ignore', 'ignore', 'inherit', 'ipc'];
				const child = spawn(process.execPath, args, { stdio });
				const kill = () => child.kill('SIGKILL');
				signal.addEventListener('abort', kill, { once: true });
				child.once('error', reject);
				child.once('exit', (code) => {
					signal.removeEventListener('abort', kill);
					if (code === 0 || signal.aborted) {
						resolve();
					} else {
						reject(new Error(`The sweep ended with ${code}; the next one goes on there.`));
					}
				});
			}),
	};
}
