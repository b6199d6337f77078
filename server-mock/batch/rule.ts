import type { Thresholds } from '../../gadget/domain/thresholds.ts';

const millisecondsPerDay = 86_400_000;

/**
 * `shouldGraduate` as an SQL condition on `mentees` joined with `users`, so that a million mentees
 * are judged where they are. Temporary, blocked and hidden accounts have no mentorship. Its
 * parameters ?1 to ?4 come from {@link ruleParameters}. A property test proves the two equal.
 */
export const graduatesSql = `?1 = 1
	and mentees.state = 'enabled'
	and users.edit_count >= ?2
	and (users.registration is null or ?3 - users.registration > ?4)
	and users.temporary = 0 and users.hidden = 0
	and (users.blocked = 0 or users.blocked_until is not null)
	and not exists (select 1 from asked where asked.user_id = mentees.user_id)`;

/** @param now Milliseconds since 1970. */
export function ruleParameters(thresholds: Thresholds, now: number): number[] {
	const { enabled, minEditcount, minTenureInDays } = thresholds;
	return [Number(enabled), minEditcount, now, minTenureInDays * millisecondsPerDay];
}
