import { gadgetPageTitle, type Thresholds } from '../../../gadget/domain/thresholds.ts';
import { exitCodes, type Terminal } from '../../../gadget/terminal/terminal.ts';
import type { MentorTally } from '../perMentor.ts';

/** What a person asked the command for. */
export interface GraduateOptions {
	/** The store's path. */
	readonly store: string;
	readonly json: boolean;
}

export interface GraduationResult {
	/** `null`: a dry run. */
	readonly run: number | null;
	readonly thresholds: Thresholds;
	readonly seen: number;
	readonly graduates: number;
	readonly mentors: readonly MentorTally[];
}

/** Prints what a run did, or would do: on a terminal the sum alone, else a line for each mentor. */
export function printResult(
	terminal: Terminal,
	{ json }: GraduateOptions,
	{ run, thresholds, seen, graduates, mentors }: GraduationResult,
): void {
	if (json) {
		const { minEditcount, minTenureInDays } = thresholds;
		const key = run === null ? 'wouldGraduate' : 'graduated';
		terminal.out(
			JSON.stringify({
				dryRun: run === null,
				...(run !== null && { run }),
				thresholds: { minEditcount, minTenureInDays },
				mentees: seen,
				[key]: graduates,
				mentors: mentors.map(({ name, seen, graduates }) => ({ name, seen, [key]: graduates })),
			}),
		);
		return;
	}
	const verb = run === null ? 'would graduate' : 'graduated';
	for (const mentor of terminal.isTerminal ? [] : mentors) {
		const name = mentor.name ?? '(no mentor)';
		terminal.out(`${name}: ${mentor.seen} seen, ${mentor.graduates} ${verb}`);
	}
	terminal.out(
		run === null
			? `Would graduate ${graduates} of ${seen} mentees`
			: `Graduated ${graduates} of ${seen} mentees (run ${run})`,
	);
}

/** Says that the rule is off, and why. */
export function sayOff(thresholds: Thresholds | null, { note }: Terminal): number {
	const reason = thresholds === null ? 'is missing or wrong' : 'turns it off';
	note(`Graduation is off: ${gadgetPageTitle} ${reason}.`);
	return exitCodes.off;
}
