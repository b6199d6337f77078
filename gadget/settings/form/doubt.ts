import { type EditedForm, type EffectCount, isSame } from './formState.ts';

/** Of all mentees; above it, it was probably not meant. */
const doubtfulShare = 0.5;
/** Edits; an account with fewer is a newcomer by any standard. */
const leastExperience = 10;

/**
 * Whether to ask before a save: it would opt out everyone, or more than half of the mentees, or,
 * where no preview was made, plain newcomers.
 *
 * @param effect What the preview says; `null` where there was none.
 */
export function isDoubtful(
	{ thresholds, saved, isUnset }: Pick<EditedForm, 'thresholds' | 'saved' | 'isUnset'>,
	effect: EffectCount | null,
): boolean {
	if (!thresholds.enabled || (isSame(thresholds, saved) && !isUnset)) {
		return false;
	}
	if (thresholds.minEditcount === 0 && thresholds.minTenureInDays === 0) {
		return true;
	}
	return effect
		? effect.optedOut > effect.counted * doubtfulShare
		: thresholds.minEditcount < leastExperience;
}
