import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Ask, printable } from './terminal.ts';

/** Asks on the process's own terminal. @param interruption Aborted by Ctrl-C while it asks. */
export function createAsk(interruption: AbortController): Ask {
	return async (text, isSecret = false) => {
		const question = printable(text);
		// The reader echoes what is typed into its output, unless that swallows it, and the question too.
		const output = isSecret ? nowhere() : process.stderr;
		if (isSecret) {
			process.stderr.write(question);
		}
		const reader = createInterface({ input: process.stdin, output, terminal: true });
		const end = new AbortController();
		// A terminal that is being read from sends no signal.
		reader.once('SIGINT', () => interruption.abort());
		reader.once('close', () => end.abort());
		try {
			return await reader.question(question, {
				signal: AbortSignal.any([interruption.signal, end.signal]),
			});
		} catch (error) {
			interruption.signal.throwIfAborted();
			if (end.signal.aborted) {
				return '';
			}
			throw error;
		} finally {
			reader.close();
			if (isSecret) {
				process.stderr.write('\n');
			}
		}
	};
}

function nowhere(): Writable {
	return new Writable({ write: (_chunk, _encoding, done) => done() });
}
