import {
	type Count,
	type Crosstab,
	crosstabulate,
	type Tally,
	tallyMentees,
} from '../../domain/tally.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import type { Findings } from '../../scan/findings.ts';
import type { PreviewState } from './preview.ts';

/** What some thresholds would do to those who were found. */
export interface Effect {
	readonly tally: Tally;
	readonly crosstab: Crosstab;
}

export function measureEffect(findings: Findings, thresholds: Thresholds): Effect {
	const { columns, mentors, readAt } = findings;
	return {
		tally: tallyMentees(columns, mentors?.length ?? 0, thresholds, readAt),
		crosstab: crosstabulate(columns, thresholds, readAt),
	};
}

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

/**
 * A row for each of those who would be opted out, below one with headings. Those are for programs:
 * the same in every language, and as in the API.
 */
export function* listRows(
	{ names, mentors, columns }: Findings,
	{ optedOut }: Tally,
	userPage: (name: string) => string,
): Iterable<Array<string | number>> {
	yield ['name', ...(mentors ? ['mentor'] : []), 'editcount', 'registration', 'userpage'];
	for (const index of optedOut) {
		const name = names[index] ?? '';
		const registration = columns.registrations[index] ?? Number.NaN;
		yield [
			name,
			...(mentors ? [mentors[columns.mentors[index] ?? 0]?.name ?? ''] : []),
			columns.editCounts[index] ?? 0,
			Number.isNaN(registration) ? '' : new Date(registration).toISOString(),
			userPage(name),
		];
	}
}
