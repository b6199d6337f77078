import {
	exitCodes,
	type Terminal,
	UsageError,
	yieldTurn,
} from '../../../gadget/terminal/terminal.ts';
import { createThresholdsReader } from '../thresholds.ts';
import { type Undone, undo } from '../undo.ts';
import { goingOn, whenFree, withStore } from './storeFile.ts';

export interface UndoOptions {
	/** The store's path. */
	readonly store: string;
	readonly run: number;
	readonly json: boolean;
}

/** `--undo RUN`: restores those who have not decided anything themselves since. */
export function undoRun({ store, run, json }: UndoOptions, terminal: Terminal): Promise<number> {
	return withStore(store, terminal, async (database) => {
		const next = goingOn(() => undo(database, run, terminal.now));
		let step = await whenFree(terminal, next);
		while (!step.done) {
			const { restored, kept } = step.value;
			terminal.draw?.(`${restored} restored, ${kept} have decided for themselves`);
			await yieldTurn();
			if (terminal.interrupted.aborted) {
				terminal.note(`Interrupted: restored ${restored} so far. The same command goes on.`);
				return exitCodes.interrupted;
			}
			step = await whenFree(terminal, next);
		}
		terminal.draw?.('');
		if (step.value === null) {
			throw new UsageError(`There is no run ${run}.`);
		}
		if (createThresholdsReader(database)()?.enabled) {
			terminal.note('Graduation is on: the next sweep opts out whoever qualifies then.');
		}
		printUndone(step.value, json, terminal);
		return exitCodes.done;
	});
}

function printUndone({ run, restored, kept }: Undone, json: boolean, terminal: Terminal): void {
	terminal.out(
		json
			? JSON.stringify({ run: run.id, graduated: restored + kept, restored, kept })
			: `Restored ${restored} of ${restored + kept} mentees (run ${run.id})`,
	);
}
