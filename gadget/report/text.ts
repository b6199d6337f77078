import { grouped, printable } from '../terminal/terminal.ts';
import type { Bin, Summary } from './summary.ts';
import type { FoundThresholds } from './wikiFacts.ts';

/** What no public API says. */
export const unknowns = [
	'who has asked for a mentor explicitly; they are never opted out, and are counted here if they meet both thresholds',
	'the mentees of mentors who have left the list',
	'edits and dates as they will be when the rule runs',
];

const barWidth = 40;

/** The report's lines, without the last one, which is the sum. */
export function* describeSummary(
	{ mentors, edits, ages, mentees }: Summary,
	thresholds: FoundThresholds,
	leftAlone: number,
): Generator<string> {
	yield `Mentors: ${mentors.length}; mentees: ${mentees}; accounts blocked for good or gone, which are left alone: ${leftAlone}`;
	yield describeThresholds(thresholds);
	yield '';
	for (const mentor of [...mentors].sort((one, other) => (one.name < other.name ? -1 : 1))) {
		yield `${printable(mentor.name)}: ${mentor.mentees} mentees, ${mentor.wouldOptOut} would be opted out`;
	}
	yield '';
	yield 'Mentees by edits (█ would be opted out, ░ would stay)';
	yield* drawBins(edits);
	yield '';
	yield 'Mentees by days since registration';
	yield* drawBins(ages);
	yield '';
	yield 'It cannot know:';
	yield* unknowns.map((unknown) => `- ${unknown}`);
}

function describeThresholds({ minEditcount, minTenureInDays, enabled, page }: FoundThresholds) {
	const source =
		page === null
			? 'the wiki has none; GrowthExperiments’ defaults where not given'
			: `${page}, where the rule is ${enabled ? 'on' : 'off'}; or as given`;
	return `Thresholds: at least ${minEditcount} edits, more than ${minTenureInDays} days (${source})`;
}

function* drawBins(bins: readonly Bin[]): Generator<string> {
	const shown = bins.filter(({ from, mentees }) => from !== null || mentees > 0);
	const labels = shown.map(labelOf);
	const width = Math.max(...labels.map((label) => label.length));
	const most = Math.max(1, ...shown.map(({ mentees }) => mentees));
	for (const [index, { mentees, wouldOptOut }] of shown.entries()) {
		// Whoever is there is seen, however few.
		const length = mentees === 0 ? 0 : Math.max(1, Math.round((mentees / most) * barWidth));
		const dark = Math.round((wouldOptOut / Math.max(1, mentees)) * length);
		const bar = '█'.repeat(dark) + '░'.repeat(length - dark);
		yield `${(labels[index] ?? '').padStart(width)} │${bar} ${grouped(mentees)}`;
	}
}

function labelOf({ from, to }: Bin): string {
	if (from === null) {
		return 'unknown';
	}
	if (to === null) {
		return `${grouped(from)} and more`;
	}
	return to === from + 1 ? grouped(from) : `${grouped(from)}–${grouped(to - 1)}`;
}
