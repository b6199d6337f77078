import {
	defaultThresholds,
	extensionPageTitle,
	readExtensionThresholds,
	type Thresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import type { Store } from '../store/store.ts';

/** What the community's form shows: the stored page, with defaults for what is not stored. */
export function growthConfiguration(store: Store): Readonly<Record<string, unknown>> {
	const page = readPage(store);
	return {
		GEMentorshipEnabled: true,
		GEMentorshipAutomaticEligibility: true,
		GEMentorshipMinimumAge: 90,
		GEMentorshipMinimumEditcount: 500,
		...page,
		[thresholdsKey]: { ...defaultThresholds, ...Object(page[thresholdsKey]) },
	};
}

/** The wiki's own thresholds; `null`: the page holds something else, and the rule is off. */
export function growthThresholds(store: Store): Thresholds | null {
	return readExtensionThresholds(readPage(store));
}

function readPage(store: Store): Readonly<Record<string, unknown>> {
	return Object(JSON.parse(store.pages.find(extensionPageTitle)?.latest.content ?? '{}'));
}
