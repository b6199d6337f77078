import type { Tally } from '../domain/tally.ts';
import type { Findings } from './findings.ts';

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
