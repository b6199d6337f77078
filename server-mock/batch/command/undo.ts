import { exitCodes, type Terminal, UsageError } from '../../../gadget/terminal/terminal.ts';
import { createThresholdsReader } from '../thresholds.ts';
import { undo } from '../undo.ts';
import { follow } from './follow.ts';
import type { GraduateOptions } from './result.ts';
import { withStore } from './storeFile.ts';

/** `--undo RUN`: restores those who have not decided anything themselves since. */
export function undoRun(
	options: GraduateOptions,
	run: number,
	terminal: Terminal,
): Promise<number> {
	return withStore(options.store, async (database) => {
		const steps = undo(database, run, terminal.now);
		const end = await follow(steps, terminal, ({ restored, kept }) =>
			terminal.draw?.(`${restored} restored, ${kept} have decided for themselves`),
		);
		if (end.value === null) {
			throw new UsageError(`There is no run ${run}.`);
		}
		const { restored, kept } = end.value;
		if (!end.done) {
			terminal.note(`Interrupted: restored ${restored} so far. The same command goes on.`);
			return exitCodes.interrupted;
		}
		if (createThresholdsReader(database)()?.enabled) {
			terminal.note('Graduation is on: the next sweep opts out whoever qualifies then.');
		}
		terminal.out(
			options.json
				? JSON.stringify({ run, graduated: restored + kept, restored, kept })
				: `Restored ${restored} of ${restored + kept} mentees (run ${run})`,
		);
		return exitCodes.done;
	});
}
