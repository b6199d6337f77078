import { existsSync } from 'node:fs';
import {
	describeUsage,
	readArguments,
	readWholeNumber,
	valued,
} from '../../gadget/terminal/arguments.ts';
import { exitCodes, grouped, type Terminal, UsageError } from '../../gadget/terminal/terminal.ts';
import { follow } from '../batch/command/follow.ts';
import { describeStoreFailure } from '../store/database.ts';
import { writeLargeStore } from './largeStore.ts';

const most = 10_000_000;
const mostMentors = 10_000;

const seedOptions = {
	store: valued('FILE', 'the new store'),
	mentees: valued('N', `at most ${most}`),
	mentors: valued('M', `at most ${mostMentors}`),
	seed: valued('S', 'a number that chance begins with; 1 unless told'),
	date: valued('DATE', 'the day from which ages are counted, as 2026-11-22; today unless told'),
} as const;

/** What `--help` says. */
export const seedUsage = describeUsage(
	`npm run seed -- --store FILE --mentees N --mentors M [options]
Makes a store with that many mentees and mentors; the same options make the same store.`,
	seedOptions,
	'Exit code: 0 done, 1 failed, 2 wrong option, 130 interrupted.',
);

/** `npm run seed`: makes a store with many mentees. */
export async function seed(args: readonly string[], terminal: Terminal): Promise<number> {
	const options = readOptions(args, terminal.now());
	const { file, mentees, mentors, seed, date } = options;
	const started = performance.now();
	const steps = writeLargeStore(options);
	try {
		const { done } = await follow(steps, terminal, (written) =>
			terminal.draw?.(`${grouped(written)} of ${grouped(mentees)} mentees written`),
		);
		if (!done) {
			// Leaving it leaves no half-made store behind.
			steps.return();
			terminal.note(`Interrupted: there is no “${file}”. The same command begins anew.`);
			return exitCodes.interrupted;
		}
	} catch (error) {
		const line = describeStoreFailure(file, error);
		if (line === null) {
			throw error;
		}
		terminal.draw?.('');
		terminal.note(line);
		return exitCodes.failed;
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const day = new Date(date).toISOString().slice(0, 10);
	terminal.note(
		`The same again: --mentees ${mentees} --mentors ${mentors} --seed ${seed} --date ${day}`,
	);
	terminal.out(`Wrote ${mentees} mentees and ${mentors} mentors to ${file} in ${seconds} s`);
	return exitCodes.done;
}

function readOptions(args: readonly string[], now: number) {
	const values = readArguments(args, seedOptions);
	const { date: day = new Date(now).toISOString().slice(0, 10) } = values;
	const mentees = readWholeNumber('--mentees', values.mentees, 0, most);
	const mentors = readWholeNumber('--mentors', values.mentors, 1, mostMentors);
	if (values.store === undefined || mentees === undefined || mentors === undefined) {
		throw new UsageError('It takes --store FILE --mentees N --mentors M [--seed S] [--date DAY].');
	}
	if (existsSync(values.store)) {
		throw new UsageError(`“${values.store}” is there already; it stays as it is.`);
	}
	const date = Date.parse(day);
	if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(date)) {
		throw new UsageError(`--date is “${day}”: it must be a day such as 2026-11-22.`);
	}
	const seed = readWholeNumber('--seed', values.seed, 0, 2 ** 32 - 1) ?? 1;
	return { file: values.store, mentees, mentors, seed, date };
}
