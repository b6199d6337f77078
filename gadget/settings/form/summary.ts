import type { Thresholds } from '../../domain/thresholds.ts';
import type { Text } from '../../i18n/messages.ts';

/** What the page's history is to say of a change, unless somebody writes something else. */
export function suggestSummary(thresholds: Thresholds, text: Text): string {
	const { enabled, minEditcount, minTenureInDays } = thresholds;
	return enabled
		? text('form-summary-on', minEditcount, minTenureInDays)
		: text('form-summary-off');
}
