import { readArguments, readWholeNumber } from '../../../gadget/terminal/arguments.ts';
import { type Terminal, UsageError } from '../../../gadget/terminal/terminal.ts';
import { countRun, sweepStore } from './run.ts';
import { undoRun } from './undo.ts';

export interface GraduateOptions {
	/** The store's path. */
	readonly store: string;
	/** Only this mentor's mentees. */
	readonly mentor: string | undefined;
	readonly json: boolean;
}

/** What `--help` says. */
export const graduateUsage = `npm run graduate -- [--store FILE] [--dry-run] [--mentor NAME] [--json] [--undo RUN]
Opts out everybody in the demo wiki's store who meets both thresholds and never asked for a mentor.
  --store FILE    the store; demo.sqlite unless told
  --dry-run       counts only, and changes nothing
  --mentor NAME   this mentor's mentees alone
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
		mentor: { type: 'string' },
		json: { type: 'boolean', default: false },
		undo: { type: 'string' },
	});
	const { store, mentor, json } = values;
	const run = readWholeNumber('--undo', values.undo, 1, Number.MAX_SAFE_INTEGER);
	if (run !== undefined) {
		if (values['dry-run'] || mentor !== undefined) {
			throw new UsageError('--undo takes back a whole run: without --dry-run and --mentor.');
		}
		return undoRun({ store, run, json }, terminal);
	}
	const options = { store, mentor, json };
	return values['dry-run'] ? countRun(options, terminal) : sweepStore(options, terminal);
}
