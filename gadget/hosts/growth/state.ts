import type { MentorshipState } from '../../domain/mentee.ts';

/** GrowthExperiments' option that holds somebody's state; in `mw.user.options`, defaults included. */
export const stateOption = 'growthexperiments-homepage-mentorship-enabled';

/** Enabled by somebody who asked for it. 1.43 and 1.44 take that for "disabled", and never write it. */
export const explicitState = 50;

/** Has `action=options` disable mentorship beside what else it saves. */
export const disabling = { change: `${stateOption}=0` };

/** @param value A number where it is the default, a text where it was stored. */
export function isExplicitly(value: unknown): boolean {
	return Number(value) === explicitState;
}

/**
 * @param value As of {@link isExplicitly}.
 * @param hasOwnRule The wiki knows {@link explicitState}.
 */
export function readState(value: unknown, hasOwnRule: boolean): MentorshipState {
	const state = Number(value);
	if (state === 1 || (hasOwnRule && isExplicitly(value))) {
		return 'enabled';
	}
	return state === 2 ? 'optedOut' : 'disabled';
}
