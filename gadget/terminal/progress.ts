import type { Terminal } from './terminal.ts';

/** How far a command is, at the bottom of a terminal. */
export interface ProgressLine {
	show(line: string): void;
	/** A line of its own, whatever is at the bottom of the terminal. */
	say(line: string): void;
	clear(): void;
}

/** In milliseconds: where lines cannot be replaced, there are not many. */
const betweenLines = 15_000;

/** On a terminal a line that is replaced; elsewhere a line now and then. */
export function createProgressLine({ draw, note, now }: Terminal): ProgressLine {
	let noted = now();
	return {
		show: (line) => {
			if (draw !== null) {
				draw(line);
			} else if (now() - noted >= betweenLines) {
				noted = now();
				note(line);
			}
		},
		say: (line) => {
			draw?.('');
			note(line);
		},
		clear: () => draw?.(''),
	};
}
