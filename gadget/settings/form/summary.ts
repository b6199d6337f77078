import type { Thresholds } from '../../domain/thresholds.ts';
import type { Text } from '../../i18n/messages.ts';
import { type EditedForm, isSame } from './formState.ts';

/**
 * What the page's history is to say of a change, unless the administrator writes something else; '' where
 * nothing has changed.
 */
export function suggestSummary(
	{ thresholds, saved, isUnset }: Pick<EditedForm, 'thresholds' | 'saved' | 'isUnset'>,
	text: Text,
): string {
	if (isSame(thresholds, saved) && !isUnset) {
		return '';
	}
	if (thresholds.enabled) {
		return describeRule(thresholds, text);
	}
	const { minEditcount, minTenureInDays } = thresholds;
	return saved.enabled
		? text('form-summary-off')
		: text('form-summary-numbers', minEditcount, minTenureInDays);
}

/** The rule in a sentence, whether or not it is on. */
export function describeRule({ minEditcount, minTenureInDays }: Thresholds, text: Text): string {
	return text('form-summary-on', minEditcount, minTenureInDays);
}
