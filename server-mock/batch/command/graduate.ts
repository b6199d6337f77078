import { readArguments, readWholeNumber } from '../../../gadget/terminal/arguments.ts';
import { exitCodes, type Terminal, UsageError } from '../../../gadget/terminal/terminal.ts';
import { describeStoreFailure } from '../../store/database.ts';
import { countRun } from './dryRun.ts';
import { sweepStore } from './run.ts';
import { BusyStoreError } from './storeFile.ts';
import { undoRun } from './undo.ts';

/** What `--help` says. */
export const graduateUsage = `npm run graduate -- [--store FILE] [--dry-run] [--json] [--undo RUN]
Opts out everybody in the demo wiki's store who meets both thresholds and never asked for a mentor.
  --store FILE    the store; demo.sqlite unless told
  --dry-run       counts only, and changes nothing
  --json          the result as JSON
  --undo RUN      takes a run back, for those who have decided nothing themselves since
Exit code: 0 done, 1 failed, 2 wrong option, 3 the rule is off, 130 interrupted.`;

/**
 * `npm run graduate`: opts out the mentees of a store who qualify, says how many would be, or takes
 * back a run.
 *
 * @returns The exit code.
 * @throws UsageError
 */
export async function graduate(args: readonly string[], terminal: Terminal): Promise<number> {
	const values = readArguments(args, {
		store: { type: 'string', default: process.env.DEMO_STORE ?? 'demo.sqlite' },
		'dry-run': { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		undo: { type: 'string' },
	});
	const { store, json } = values;
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
