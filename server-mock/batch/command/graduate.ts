import {
	describeUsage,
	flag,
	readArguments,
	readWholeNumber,
	valued,
} from '../../../gadget/terminal/arguments.ts';
import { exitCodes, type Terminal, UsageError } from '../../../gadget/terminal/terminal.ts';
import { describeStoreFailure } from '../../store/database.ts';
import { countRun } from './dryRun.ts';
import { sweepStore } from './run.ts';
import { BusyStoreError } from './storeFile.ts';
import { undoRun } from './undo.ts';

const graduateOptions = {
	store: valued('FILE', 'the store; demo.sqlite unless told'),
	'dry-run': flag('counts only, and changes nothing'),
	json: flag('the result as JSON'),
	undo: valued('RUN', 'takes a run back, for those who have decided nothing themselves since'),
} as const;

/** What `--help` says. */
export const graduateUsage = describeUsage(
	`npm run graduate -- [options]
Opts out everybody in the demo wiki's store who meets both thresholds and never asked for a mentor.`,
	graduateOptions,
	'Exit code: 0 done, 1 failed, 2 wrong option, 3 the rule is off, 130 interrupted.',
);

/**
 * `npm run graduate`: opts out the mentees of a store who qualify, says how many would be, or takes
 * back a run.
 *
 * @returns The exit code.
 * @throws UsageError
 */
export async function graduate(args: readonly string[], terminal: Terminal): Promise<number> {
	const values = readArguments(args, graduateOptions);
	const { store = process.env.DEMO_STORE ?? 'demo.sqlite', json } = values;
	const run = readWholeNumber('--undo', values.undo, 1, Number.MAX_SAFE_INTEGER);
	if (run !== undefined) {
		if (values['dry-run']) {
			throw new UsageError('--undo changes the store: it cannot be a --dry-run.');
		}
		return inOneLine(undoRun({ store, run, json }, terminal), store, terminal);
	}
	const options = { store, json };
	const work = values['dry-run'] ? countRun : sweepStore;
	return inOneLine(work(options, terminal), store, terminal);
}

/** Says in one line why the store cannot be used: another program keeps it to itself, the disk is full … */
async function inOneLine(
	work: Promise<number>,
	store: string,
	terminal: Terminal,
): Promise<number> {
	try {
		return await work;
	} catch (error) {
		const line =
			error instanceof BusyStoreError ? error.message : describeStoreFailure(store, error);
		if (line === null) {
			throw error;
		}
		terminal.draw?.('');
		terminal.note(line);
		return terminal.interrupted.aborted ? exitCodes.interrupted : exitCodes.failed;
	}
}
