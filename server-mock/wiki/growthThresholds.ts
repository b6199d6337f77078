import {
	defaultThresholds,
	readThresholds,
	type Thresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import type { Store } from '../store/store.ts';

/** The page of GrowthExperiments' mentorship in Community Configuration. */
export const growthConfigurationTitle = 'MediaWiki:GrowthExperimentsMentorship.json';

/**
 * The page with defaults in the place of keys that nobody stored, which is how the wiki reads it and
 * what its form shows.
 */
export function growthConfiguration(store: Store): Readonly<Record<string, unknown>> {
	const stored = Object(
		JSON.parse(store.pages.find(growthConfigurationTitle)?.latest.content ?? '{}'),
	);
	return {
		...defaults,
		...stored,
		[thresholdsKey]: { ...defaultThresholds, ...Object(stored[thresholdsKey]) },
	};
}

/** @returns `null` where the page holds something else than thresholds: then the rule is off. */
export function growthThresholds(store: Store): Thresholds | null {
	return readThresholds(growthConfiguration(store));
}

const defaults = {
	GEMentorshipEnabled: true,
	GEMentorshipAutomaticEligibility: true,
	GEMentorshipMinimumAge: 90,
	GEMentorshipMinimumEditcount: 500,
};
