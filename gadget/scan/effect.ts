import { type Crosstab, crosstabulate, type Tally, tallyMentees } from '../domain/tally.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import type { Findings } from './findings.ts';

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
