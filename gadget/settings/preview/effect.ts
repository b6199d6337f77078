import { type Count, type Tally, tallyMentees } from '../../domain/tally.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import type { Findings } from '../../scan/findings.ts';
import type { EffectCount } from '../form/formState.ts';
import type { PreviewState } from './preview.ts';

/** How many some thresholds would opt out; `null` where there is no preview yet. */
export function countEffect(findings: Findings | null, thresholds: Thresholds): EffectCount | null {
	if (!findings) {
		return null;
	}
	const { columns, mentors, readAt } = findings;
	const { mentees, optedOut } = tallyMentees(columns, 0, thresholds, readAt);
	return { optedOut: optedOut.length, counted: mentees, areMentees: mentors !== null };
}

export interface MentorRow extends Count {
	readonly name: string;
	readonly after: number;
}

/** @param language The one whose alphabet names are sorted by, a BCP 47 code. */
export function sortMentors(
	mentors: NonNullable<Findings['mentors']>,
	{ perMentor }: Tally,
	{ column, isDescending }: PreviewState['sorting'],
	language: string,
): MentorRow[] {
	const rows = perMentor.map(({ mentees, optedOut }, index) => ({
		name: mentors[index]?.name ?? '',
		mentees,
		optedOut,
		after: mentees - optedOut,
	}));
	const { compare } = new Intl.Collator(language);
	const sign = isDescending ? -1 : 1;
	return rows.sort((one, other) =>
		column === 'name'
			? compare(one.name, other.name) * sign
			: (one[column] - other[column]) * sign || compare(one.name, other.name),
	);
}
