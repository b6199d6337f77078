import { createAsk } from './ask.ts';
import { reportFailure } from './failure.ts';
import { type Command, printable, type Terminal } from './terminal.ts';

/** Runs a command in this process: its arguments, its terminal, its exit code. */
export async function runCommand({ usage, run }: Command): Promise<void> {
	const interruption = new AbortController();
	// The second time it ends at once, as without this.
	process.once('SIGINT', () => interruption.abort());
	const { stdin, stdout, stderr } = process;
	const ask = stdin.isTTY && stderr.isTTY ? createAsk(interruption) : null;
	const terminal = createTerminal({ stdout, stderr, ask, interrupted: interruption.signal });
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		usage.split('\n').map(terminal.out);
		return;
	}
	try {
		process.exitCode = await run(args, terminal);
	} catch (error) {
		process.exitCode = reportFailure(error, terminal);
	}
}

/** As much of a stream as a terminal needs. */
export interface Output {
	readonly isTTY?: boolean;
	readonly columns?: number;
	write(text: string): unknown;
}

interface Streams extends Pick<Terminal, 'ask' | 'interrupted'> {
	readonly stdout: Output;
	readonly stderr: Output;
}

/** The one place that prints: whatever a person wrote, it moves no cursor and reorders no line. */
export function createTerminal({ stdout, stderr, ask, interrupted }: Streams): Terminal {
	const draw = (line: string) => {
		const shown = printable(line).slice(0, (stderr.columns ?? 80) - 1);
		stderr.write(`\r\u001b[K${shown}`);
	};
	return {
		out: (line) => stdout.write(`${printable(line)}\n`),
		note: (line) => stderr.write(`${printable(line)}\n`),
		draw: stderr.isTTY ? draw : null,
		isTerminal: stdout.isTTY === true,
		now: Date.now,
		...{ ask, interrupted },
	};
}
