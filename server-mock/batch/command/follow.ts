import { setImmediate as yieldTurn } from 'node:timers/promises';
import type { Terminal } from '../../../gadget/terminal/terminal.ts';

/**
 * Takes steps one by one, and shows each, until the last or Ctrl-C.
 *
 * @returns What the last one gave; where it was interrupted, the step it had come to.
 */
export async function follow<Step, Result>(
	steps: Iterator<Step, Result, void>,
	terminal: Terminal,
	show: (step: Step) => void,
): Promise<IteratorResult<Step, Result>> {
	for (;;) {
		const step = steps.next();
		if (!step.done) {
			show(step.value);
			// Signals have their turn.
			await yieldTurn();
		}
		if (step.done || terminal.interrupted.aborted) {
			terminal.draw?.('');
			return step;
		}
	}
}
