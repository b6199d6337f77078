import { storedStates } from '../domain/mentee.ts';
import type { Situation } from '../domain/rule.ts';

/** GrowthExperiments' option that holds a person's state; in `mw.user.options`, defaults included. */
export const stateOption = 'growthexperiments-homepage-mentorship-enabled';

/**
 * @param value A number where it is the default, a text where it was stored.
 * @param hasOwnRule The wiki knows the explicit state.
 */
export function readState(
	value: unknown,
	hasOwnRule: boolean,
): Pick<Situation, 'state' | 'isExplicit'> {
	const stored = Number(value);
	const isExplicit = stored === storedStates.explicit;
	if (stored === storedStates.enabled || (hasOwnRule && isExplicit)) {
		return { state: 'enabled', isExplicit };
	}
	return { state: stored === storedStates.optedOut ? 'optedOut' : 'disabled', isExplicit };
}
