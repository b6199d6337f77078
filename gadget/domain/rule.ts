import type { MenteeFacts, MentorshipState } from './mentee.ts';
import type { Thresholds } from './thresholds.ts';

const millisecondsPerDay = 86_400_000;

/**
 * Whether somebody has both enough edits and an old enough account, whether or not the rule is on.
 * As in GrowthExperiments 1.45: the edits at least, the age strictly more than the threshold, and
 * an unknown registration counts as long ago.
 *
 * @param now Milliseconds since 1970.
 */
export function meetsThresholds(facts: MenteeFacts, thresholds: Thresholds, now: number): boolean {
	return (
		facts.editCount >= thresholds.minEditcount &&
		(facts.registration === null ||
			now - facts.registration > thresholds.minTenureInDays * millisecondsPerDay)
	);
}

/**
 * Whether the rule opts somebody out: it is on, they are in mentorship without ever having asked
 * for it, and they meet both thresholds.
 *
 * @param asked Whether they have ever asked for a mentor themselves.
 * @param now Milliseconds since 1970.
 */
export function shouldGraduate(
	state: MentorshipState,
	asked: boolean,
	facts: MenteeFacts,
	thresholds: Thresholds,
	now: number,
): boolean {
	return (
		thresholds.enabled && state === 'enabled' && !asked && meetsThresholds(facts, thresholds, now)
	);
}
