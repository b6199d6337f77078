import { closeSync, openSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './terminal.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

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
 * Finds out beforehand: it would be a pity at the end of an hour.
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
