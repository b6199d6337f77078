import type { MenteeFacts, MentorshipState } from '../../gadget/domain/mentee.ts';
import { shouldGraduate } from '../../gadget/domain/rule.ts';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';

const millisecondsPerDay = 86_400_000;

/** A person with a row in `mentees`, as the store has them. */
export interface Mentee extends MenteeFacts {
	readonly state: MentorshipState;
	/** By the table `asked`. */
	readonly asked: boolean;
	readonly temporary: boolean;
	/** For ever. */
	readonly blocked: boolean;
	readonly hidden: boolean;
}

/**
 * Whether the rule opts a mentee out. Temporary, blocked and hidden accounts have no mentorship.
 *
 * @param now Milliseconds since 1970.
 */
export function graduates(mentee: Mentee, thresholds: Thresholds, now: number): boolean {
	const { temporary, blocked, hidden, asked } = mentee;
	const state = temporary || blocked || hidden ? 'disabled' : mentee.state;
	return shouldGraduate(state, asked, mentee, thresholds, now);
}

/**
 * {@link graduates} as an SQL condition on `mentees` joined with `users`, so that a million mentees
 * are judged where they are. Its parameters ?1 to ?4 come from {@link ruleParameters}. A property
 * test proves the two equal.
 */
export const graduatesSql = `?1 = 1
	and mentees.state = 'enabled'
	and users.edit_count >= ?2
	and (users.registration is null or ?3 - users.registration > ?4)
	and users.temporary = 0 and users.hidden = 0
	and (users.blocked = 0 or users.blocked_until is not null)
	and not exists (select 1 from asked where asked.user_id = mentees.user_id)`;

export type RuleParameters = readonly [
	enabled: number,
	minEditcount: number,
	now: number,
	minTenureInMilliseconds: number,
];

/** @param now Milliseconds since 1970. */
export function ruleParameters(thresholds: Thresholds, now: number): RuleParameters {
	const { enabled, minEditcount, minTenureInDays } = thresholds;
	return [Number(enabled), minEditcount, now, minTenureInDays * millisecondsPerDay];
}
