import { closeSync, openSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from './terminal.ts';

/** An option of a command: how it is parsed, and what `--help` says of it. */
interface Option {
	readonly type: 'string' | 'boolean';
	readonly multiple?: boolean;
	readonly default?: string | boolean;
	/** What `--help` calls its value, such as `URL`. */
	readonly value?: string;
	readonly help: string;
}

type Options = Readonly<Record<string, Option>>;

/** An option that is given or not. */
export const flag = (help: string) => ({ type: 'boolean', default: false, help }) as const;

/** An option with a value. @param value What `--help` calls it. */
export const valued = (value: string, help: string) => ({ type: 'string', value, help }) as const;

/**
 * Reads a command's options.
 *
 * @param args Without the command's own name.
 * @throws UsageError Where an option is unknown, lacks its value or has one too many.
 */
export function readArguments<const Known extends Options>(
	args: readonly string[],
	options: Known,
) {
	try {
		return parseArgs({ args: [...args], options, strict: true }).values;
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code?.startsWith('ERR_PARSE_ARGS_')) {
			// The first sentence says what is wrong, the others how to write other things.
			throw new UsageError(message.split(/\.\s|\n/)[0]?.replace(/\.?$/, '.'));
		}
		throw error;
	}
}

/** What `--help` says: `before`, each option with its help in lines of 70 characters, `after`. */
export function describeUsage(before: string, options: Options, after: string): string {
	const names = Object.entries(options).map(([name, { value }]) =>
		value === undefined ? `  --${name}` : `  --${name} ${value}`,
	);
	const width = Math.max(...names.map((name) => name.length)) + 2;
	const lines = Object.values(options).flatMap(({ help }, index) =>
		(help.match(/\S.{0,69}(?=\s|$)/g) ?? []).map(
			(line, row) => (row === 0 ? (names[index] ?? '') : '').padEnd(width) + line,
		),
	);
	return [before, ...lines, after].join('\n');
}

/**
 * Reads a whole number.
 *
 * @param option Its name, with the hyphens.
 * @returns `undefined` where the option is not given.
 * @throws UsageError
 */
export function readWholeNumber(
	option: string,
	text: string | undefined,
	lowest: number,
	highest: number,
): number | undefined {
	if (text === undefined) {
		return undefined;
	}
	const number = Number(text);
	if (!/^\d+$/.test(text) || number < lowest || number > highest) {
		throw new UsageError(
			`${option} is “${text}”: it must be a whole number from ${lowest} to ${highest}.`,
		);
	}
	return number;
}

const milliseconds: Readonly<Record<string, number>> = {
	s: 1000,
	m: 60_000,
	h: 3_600_000,
	d: 86_400_000,
};

/** In days; timers go no further. */
const longestPeriod = 24;

/**
 * Reads a period such as `24h`, `90m`, `30s` or `7d`.
 *
 * @param option Its name, with the hyphens.
 * @returns Milliseconds; `undefined` where the option is not given.
 * @throws UsageError
 */
export function readPeriod(option: string, text: string | undefined): number | undefined {
	if (text === undefined) {
		return undefined;
	}
	const [, number, unit = ''] = /^([1-9]\d{0,6})([smhd])$/.exec(text) ?? [];
	const period = Number(number) * (milliseconds[unit] ?? Number.NaN);
	if (!(period <= longestPeriod * 86_400_000)) {
		throw new UsageError(
			`${option} is “${text}”: it must be a period up to ${longestPeriod}d, such as 24h or 90m.`,
		);
	}
	return period;
}

/**
 * Finds out beforehand, not after an hour of reading.
 *
 * @throws UsageError Where the file cannot be written.
 */
export function checkWritable(path: string): void {
	try {
		closeSync(openSync(path, 'a'));
	} catch (error) {
		throw new UsageError(`“${path}” cannot be written: ${(error as Error).message}.`);
	}
}
