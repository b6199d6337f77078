import type { MenteeFacts, MentorshipState } from './mentee.ts';
import { shouldGraduate } from './rule.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * What somebody is on their Homepage: what the wiki says they are, or about to be opted out by the
 * rule. They see the mentor card (`enabled`), the opted-out card (`optedOut`, `graduate`), or the
 * page as it is (`disabled`).
 */
export type Decision = MentorshipState | 'graduate';

/**
 * Decides what somebody is to see on their Homepage.
 *
 * @param asked Whether they have ever asked for a mentor themselves.
 * @param thresholds `null` where the configuration page is missing or wrong: the rule is off.
 * @param now Milliseconds since 1970.
 */
export function decide(
	state: MentorshipState,
	asked: boolean,
	facts: MenteeFacts,
	thresholds: Thresholds | null,
	now: number,
): Decision {
	return thresholds && shouldGraduate(state, asked, facts, thresholds, now) ? 'graduate' : state;
}
