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
import { whenFree } from './storeFile.ts';
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
	const {
		store = process.env.DEMO_STORE ?? 'demo.sqlite',
		'dry-run': isDry,
		json,
		undo,
	} = readArguments(args, graduateOptions);
	const run = readWholeNumber('--undo', undo, 1, Number.MAX_SAFE_INTEGER);
	if (run !== undefined && isDry) {
		throw new UsageError('--undo changes the store: it cannot be a --dry-run.');
	}
	try {
		return await whenFree(terminal, () =>
			run === undefined
				? (isDry ? countRun : sweepStore)({ store, json }, terminal)
				: undoRun({ store, json }, run, terminal),
		);
	} catch (error) {
		// In one line: another program keeps the store to itself, the disk is full …
		const line = describeStoreFailure(store, error);
		if (line === null) {
			throw error;
		}
		terminal.draw?.('');
		terminal.note(line);
		return terminal.interrupted.aborted ? exitCodes.interrupted : exitCodes.failed;
	}
}
