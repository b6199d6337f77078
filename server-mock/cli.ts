import { createAsk } from './commands/ask.ts';
import { exitCodes, type Terminal, UsageError } from './commands/terminal.ts';
import { usage } from './commands/usage.ts';

/*
 * The commands on a store and on a real wiki: deploy, graduate, seed, report. Each is loaded only when it is
 * asked for, so that none carries the others' memory.
 */

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<keyof typeof usage, () => Promise<Command>>> = {
	deploy: async () => (await import('./commands/deploy.ts')).deploy,
	graduate: async () => (await import('./commands/graduate.ts')).graduate,
	seed: async () => (await import('./commands/seed.ts')).seed,
	report: async () => (await import('./commands/report.ts')).report,
};

const interruption = new AbortController();

function draw(line: string): void {
	process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
}

const terminal: Terminal = {
	out: (line) => process.stdout.write(`${line}\n`),
	note: (line) => process.stderr.write(`${line}\n`),
	draw: process.stderr.isTTY ? draw : null,
	ask: process.stdin.isTTY && process.stderr.isTTY ? createAsk(interruption) : null,
	isTerminal: process.stdout.isTTY === true,
	now: Date.now,
	interrupted: interruption.signal,
};

/** @returns The exit code. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
	if (!isCommand(name)) {
		throw new UsageError(`“${name}” is no command; there are ${Object.keys(commands).join(', ')}.`);
	}
	if (args.includes('--help')) {
		terminal.out(usage[name]);
		return exitCodes.done;
	}
	const command = await commands[name]();
	return command(args, terminal);
}

function isCommand(name: string): name is keyof typeof usage {
	return Object.hasOwn(commands, name);
}

// The second time it ends at once, as without this.
process.once('SIGINT', () => interruption.abort());

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const isUsage = error instanceof UsageError;
	terminal.note(isUsage ? error.message : String((error as Error).stack));
	process.exitCode = isUsage ? exitCodes.wrong : exitCodes.failed;
}
