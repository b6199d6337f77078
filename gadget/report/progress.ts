import { grouped, type Terminal } from '../terminal/terminal.ts';
import type { ReportState } from './progressFile.ts';
import { idsAtOnce } from './wikiFacts.ts';

export interface ReportProgress {
	show(state: ReportState): void;
	/** A line of its own, whatever is at the bottom of the terminal. */
	say(line: string): void;
	clear(): void;
}

/** In milliseconds: where lines cannot be replaced, there are not many. */
const betweenLines = 15_000;

/** On a terminal a line that is replaced; elsewhere a line now and then. */
export function createReportProgress({ draw, note, now }: Terminal): ReportProgress {
	let requests = 0;
	const started = now();
	let noted = started;
	return {
		show: (state) => {
			requests++;
			const line = describeState(state, (now() - started) / requests);
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

/** @param perRequest Milliseconds that one request takes. */
export function describeState(state: ReportState, perRequest: number): string {
	const { mentors, mentorsListed, mentees, lookedUp } = state;
	if (mentees === null) {
		return `${grouped(mentorsListed)} of ${grouped(mentors?.length ?? 0)} mentors’ mentees listed`;
	}
	const seconds = (Math.ceil((mentees - lookedUp) / idsAtOnce) * perRequest) / 1000;
	const left = seconds < 90 ? `${grouped(seconds)} s` : `${grouped(seconds / 60)} min`;
	return `${grouped(lookedUp)} of ${grouped(mentees)} mentees looked up, about ${left} left`;
}
