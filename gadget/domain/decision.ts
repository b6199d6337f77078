import { shouldGraduate } from './graduation.ts';
import { hasAsked, type Memory } from './memory.ts';
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
 * @param memory `null` where a newer version of the gadget wrote it: that version decides.
 * @param thresholds `null` where the configuration page is missing or wrong: the rule is off.
 * @param now Milliseconds since 1970.
 */
export function decide(
	state: MentorshipState,
	memory: Memory | null,
	facts: MenteeFacts,
	thresholds: Thresholds | null,
	now: number,
): Decision {
	if (!memory || state === 'disabled') {
		return 'nothing';
	}
	if (state === 'optedOut') {
		return 'optedOut';
	}
	return thresholds && shouldGraduate(state, hasAsked(memory), facts, thresholds, now)
		? 'graduate'
		: 'mentor';
}
