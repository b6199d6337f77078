import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** One run of a program. */
export interface Measurement {
	/** The whole process, its start included. */
	readonly milliseconds: number;
	/** Of the processor's time: what other programs do at the same time tells less in it. */
	readonly processorMilliseconds: number;
	/** Peak resident memory, in MB of 1024 × 1024 bytes. */
	readonly megabytes: number;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** As in package.json's script `graduate`, so that all programs are of the same kind. */
const nodeOptions = ['--max-semi-space-size=2', '--max-old-space-size=40', '--import', 'tsx'];

/**
 * Runs a program of the server's and measures it.
 *
 * @param program Its path in the repository.
 * @throws Error Where it ends with another code than 0.
 */
export async function measure(program: string, args: readonly string[]): Promise<Measurement> {
	const started = performance.now();
	const child = spawn(
		process.execPath,
		[...nodeOptions, '--import', `${root}test/bench/measured.ts`, root + program, ...args],
		{ stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
	);
	let usage = '';
	child.stdio[3]?.on('data', (data) => {
		usage += data;
	});
	const [code] = (await once(child, 'close')) as [number | null];
	if (code !== 0) {
		throw new Error(`${program} ${args.join(' ')} ended with ${code}.`);
	}
	const [kibibytes = Number.NaN, microseconds = Number.NaN] = usage.split(' ').map(Number);
	return {
		milliseconds: performance.now() - started,
		processorMilliseconds: microseconds / 1000,
		megabytes: kibibytes / 1024,
	};
}

/** The middle one of several numbers. */
export function median(numbers: readonly number[]): number {
	return quantile(numbers, 0.5);
}

/** @param share From 0, the least, to 1, the most. */
export function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
