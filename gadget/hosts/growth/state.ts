import { type MentorshipState, storedStates } from '../../domain/mentee.ts';

/** GrowthExperiments' option that holds somebody's state; in `mw.user.options`, defaults included. */
export const stateOption = 'growthexperiments-homepage-mentorship-enabled';

/** @param value A number where it is the default, a text where it was stored. */
export function isExplicitly(value: unknown): boolean {
	return Number(value) === storedStates.explicit;
}

/**
 * @param value As of {@link isExplicitly}.
 * @param hasOwnRule The wiki knows the explicit state.
 */
export function readState(value: unknown, hasOwnRule: boolean): MentorshipState {
	const state = Number(value);
	if (state === storedStates.enabled || (hasOwnRule && isExplicitly(value))) {
		return 'enabled';
	}
	return state === storedStates.optedOut ? 'optedOut' : 'disabled';
}
