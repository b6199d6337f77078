import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { reportFailure } from '../../gadget/terminal/failure.ts';
import { type Command, CommandFailure, type Terminal } from '../../gadget/terminal/terminal.ts';
import { ApiError } from '../../gadget/wiki/api.ts';

export interface Result {
	readonly code: number;
	readonly out: string[];
	/** What was said about how it went, and the one line of a wrong use. */
	readonly notes: string[];
	/** What was drawn at the bottom of the terminal. */
	readonly drawn: string[];
}

/** Runs a command in this process, as `runCommand.ts` does. */
export async function run(
	command: Command['run'],
	args: readonly string[],
	terminal: Partial<Terminal> = {},
): Promise<Result> {
	const out: string[] = [];
	const notes: string[] = [];
	const drawn: string[] = [];
	const own: Terminal = {
		out: (line) => out.push(line),
		note: (line) => notes.push(line),
		draw: terminal.isTerminal ? (line) => drawn.push(line) : null,
		ask: null,
		isTerminal: false,
		now: Date.now,
		interrupted: new AbortController().signal,
		...terminal,
	};
	try {
		return { code: await command(args, own), out, notes, drawn };
	} catch (error) {
		const isExpected = error instanceof CommandFailure || error instanceof ApiError;
		if (!isExpected && !own.interrupted.aborted) {
			throw error;
		}
		return { code: reportFailure(error, own), out, notes, drawn };
	}
}

export interface ProcessResult {
	readonly code: number | null;
	readonly out: string;
	readonly notes: string;
}

/** When to interrupt a process, and how. */
export interface Interruption {
	/** Asked again and again while the process runs. */
	readonly isDue: () => boolean;
	readonly signal: NodeJS.Signals;
}

const scripts = {
	deploy: 'gadget/deploy/main.ts',
	report: 'gadget/report/main.ts',
	verify: 'gadget/deploy/verifyMain.ts',
	graduate: 'server-mock/batch/command/main.ts',
	seed: 'server-mock/people/seedMain.ts',
} as const;

/** Runs the real command line. */
export async function runProcess(
	[name, ...args]: readonly [keyof typeof scripts, ...string[]],
	interruption?: Interruption,
): Promise<ProcessResult> {
	const child = spawn(process.execPath, ['--import', 'tsx', scripts[name], ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let out = '';
	let notes = '';
	child.stdout.on('data', (data) => {
		out += data;
	});
	child.stderr.on('data', (data) => {
		notes += data;
	});
	const watch = setInterval(() => {
		if (interruption?.isDue()) {
			child.kill(interruption.signal);
			clearInterval(watch);
		}
	}, 1);
	const [code] = (await once(child, 'close')) as [number | null];
	clearInterval(watch);
	return { code, out, notes };
}
