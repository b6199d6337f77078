import { shouldGraduate } from './graduation.ts';
import type { MenteeFacts, MentorshipState } from './mentee.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * - `nothing`: leave the page as it is.
 * - `mentor`: the mentor card.
 * - `optedOut`: the opted-out card; they are opted out already.
 * - `graduate`: the opted-out card; the rule opts them out now.
 */
export type Decision = 'nothing' | 'mentor' | 'optedOut' | 'graduate';

/**
 * What somebody is to see on their Homepage.
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
	if (thresholds && shouldGraduate(state, asked, facts, thresholds, now)) {
		return 'graduate';
	}
	if (state === 'enabled') {
		return 'mentor';
	}
	return state === 'optedOut' ? 'optedOut' : 'nothing';
}
