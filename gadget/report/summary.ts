import { meetsThresholds } from '../domain/rule.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import type { FoundMentee } from './progressFile.ts';
import type { ListedMentor } from './wikiFacts.ts';

export interface Count {
	readonly mentees: number;
	readonly wouldOptOut: number;
}

/** From `from` on, and below `to`; `null`: no bound, and for both that it is not known. */
export interface Bin extends Count {
	readonly from: number | null;
	readonly to: number | null;
}

export interface Summary extends Count {
	readonly mentors: readonly (ListedMentor & Count)[];
	/** By the number of edits. */
	readonly edits: readonly Bin[];
	/** By the account's age in whole days. */
	readonly ages: readonly Bin[];
}

/** Counts one mentee after the other; holds numbers and none of the mentees. */
export interface SummaryBuilder {
	/** @returns Whether the rule would opt them out. */
	add(mentee: FoundMentee): boolean;
	summary(): Summary;
}

const millisecondsPerDay = 86_400_000;
const editBounds = [0, 1, 10, 100, 1000, 10_000];
const ageBounds = [0, 7, 30, 90, 365, 730];

/** @param now Milliseconds since 1970: when the report was begun. */
export function createSummary(
	mentors: readonly ListedMentor[],
	thresholds: Thresholds,
	now: number,
): SummaryBuilder {
	const perMentor = mentors.map((mentor) => ({ ...mentor, ...nobody() }));
	const total = nobody();
	const edits = createBins(editBounds, thresholds.minEditcount);
	const ages = createBins(ageBounds, thresholds.minTenureInDays);
	return {
		add: (mentee) => {
			const meets = meetsThresholds(mentee, thresholds, now);
			const { registration, editCount } = mentee;
			const days = registration === null ? null : (now - registration) / millisecondsPerDay;
			for (const count of [
				total,
				perMentor[mentee.mentor],
				edits.find(editCount),
				ages.find(days === null ? null : Math.max(0, Math.floor(days))),
			]) {
				if (count !== undefined) {
					count.mentees++;
					count.wouldOptOut += Number(meets);
				}
			}
			return meets;
		},
		summary: () => ({ ...total, mentors: perMentor, edits: edits.bins, ages: ages.bins }),
	};
}

type Counter = { -readonly [Key in keyof Count]: Count[Key] };

function nobody(): Counter {
	return { mentees: 0, wouldOptOut: 0 };
}

/** @param threshold It is among the bounds, so that a bin is on one side of it. */
function createBins(usual: readonly number[], threshold: number) {
	const bounds = [...new Set([...usual, threshold])].sort((one, other) => one - other);
	const known = bounds.map((from, index) => ({ from, to: bounds[index + 1] ?? null, ...nobody() }));
	const unknown = { from: null, to: null, ...nobody() };
	return {
		bins: [...known, unknown],
		find: (value: number | null): Counter | undefined =>
			value === null ? unknown : known.findLast(({ from }) => value >= from),
	};
}
