import { createAsk } from './ask.ts';
import { type Command, exitCodes, printable, type Terminal, UsageError } from './terminal.ts';

/** Runs a command in this process: its arguments, its terminal, its exit code. */
export async function runCommand({ usage, run }: Command): Promise<void> {
	const interruption = new AbortController();
	// The second time it ends at once, as without this.
	process.once('SIGINT', () => interruption.abort());
	const terminal: Terminal = {
		out: (line) => process.stdout.write(`${printable(line)}\n`),
		note: (line) => process.stderr.write(`${printable(line)}\n`),
		draw: process.stderr.isTTY ? draw : null,
		ask: process.stdin.isTTY && process.stderr.isTTY ? createAsk(interruption) : null,
		isTerminal: process.stdout.isTTY === true,
		now: Date.now,
		interrupted: interruption.signal,
	};
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		usage.split('\n').map(terminal.out);
		return;
	}
	try {
		process.exitCode = await run(args, terminal);
	} catch (error) {
		const isUsage = error instanceof UsageError;
		const text = isUsage ? error.message : String((error as Error).stack);
		text.split('\n').map(terminal.note);
		process.exitCode = isUsage ? exitCodes.wrong : exitCodes.failed;
	}
}

function draw(line: string): void {
	const shown = printable(line).slice(0, (process.stderr.columns ?? 80) - 1);
	process.stderr.write(`\r\u001b[K${shown}`);
}
