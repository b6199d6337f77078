import type { Count, Tally } from '../../domain/tally.ts';
import type { Findings } from '../../scan/findings.ts';
import type { PreviewState } from './preview.ts';

export interface MentorRow extends Count {
	readonly name: string;
	readonly after: number;
}

/** @param language The one whose alphabet names are sorted by, a BCP 47 code. */
export function sortMentors(
	{ mentors }: Findings,
	{ perMentor }: Tally,
	{ column, isDescending }: PreviewState['sorting'],
	language: string,
): MentorRow[] {
	const rows = perMentor.map(({ mentees, optedOut }, index) => ({
		name: mentors?.[index]?.name ?? '',
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
