import { type Bin, sumCrosstab } from '../domain/tally.ts';
import type { Effect } from '../scan/effect.ts';
import type { Findings } from '../scan/findings.ts';
import { grouped } from '../terminal/terminal.ts';
import type { UsedThresholds } from './thresholds.ts';

/** What no public API says. */
export const unknowns = [
	'who has asked for a mentor explicitly; they are never opted out, and are counted here if they meet both thresholds',
	'the mentees of mentors who have left the list',
	'edits and dates as they will be when the rule runs',
];

const barWidth = 40;

/** The report's lines, without the last one, which is the sum. */
export function* describeEffect(
	{ tally, crosstab }: Effect,
	{ mentors, names }: Findings,
	thresholds: UsedThresholds,
	leftAlone: number,
): Generator<string> {
	const who =
		mentors === null
			? `This wiki has no GrowthExperiments extension, so its active editors are counted: ${names.length}`
			: `Mentors: ${mentors.length}; mentees: ${names.length}`;
	yield `${who}; accounts blocked for good, gone or listed twice, which are left alone: ${leftAlone}`;
	yield* [describeThresholds(thresholds), ''];
	const perMentor = (mentors ?? []).map(({ name }, index) => ({
		name,
		count: tally.perMentor[index],
	}));
	for (const { name, count } of perMentor.sort((one, other) => (one.name < other.name ? -1 : 1))) {
		yield `${name}: ${count?.mentees} mentees, ${count?.optedOut} would be opted out`;
	}
	yield '';
	const { edits, ages } = sumCrosstab(crosstab);
	yield 'By edits (█ would be opted out, ░ would stay)';
	yield* drawBins(edits, ({ from, to }) =>
		to === null ? `${grouped(from ?? 0)} and more` : `${grouped(from ?? 0)} to ${grouped(to - 1)}`,
	);
	yield* ['', 'By days since registration; unknown dates count as the oldest'];
	yield* drawBins(ages, ({ from, to }) =>
		[from === null ? '' : `over ${grouped(from)}`, to === null ? '' : `up to ${grouped(to)}`]
			.filter(Boolean)
			.join(', '),
	);
	yield* ['', 'It cannot know:', ...unknowns.map((unknown) => `- ${unknown}`)];
}

function describeThresholds({ minEditcount, minTenureInDays, enabled, page }: UsedThresholds) {
	const source =
		page === null
			? 'the wiki has none that can be read, so the rule is off; the defaults where not given'
			: `${page}, where the rule is ${enabled ? 'on' : 'off'}; or as given`;
	return `Thresholds: at least ${minEditcount} edits, more than ${minTenureInDays} days (${source})`;
}

function* drawBins(bins: readonly Bin[], describe: (bin: Bin) => string): Generator<string> {
	// No age and no number of edits is below a bound of 0.
	const shown = bins.filter(({ to, mentees }) => to !== 0 || mentees > 0);
	const labels = shown.map(describe);
	const width = Math.max(...labels.map((label) => label.length));
	const most = Math.max(1, ...shown.map(({ mentees }) => mentees));
	for (const [index, { mentees, optedOut }] of shown.entries()) {
		// Even a few people are seen.
		const length = mentees === 0 ? 0 : Math.max(1, Math.round((mentees / most) * barWidth));
		const dark = Math.round((optedOut / Math.max(1, mentees)) * length);
		const bar = '█'.repeat(dark) + '░'.repeat(length - dark);
		yield `${(labels[index] ?? '').padStart(width)} │${bar} ${grouped(mentees)}`;
	}
}
