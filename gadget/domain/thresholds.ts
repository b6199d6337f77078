/**
 * Who is experienced enough to be opted out of mentorship, as the community says it on
 * `MediaWiki:Gadget-mentorship.json`. The block has the name and the keys of MediaWiki 1.45's
 * Community Configuration, so that copying it there is the whole migration.
 */
export interface Thresholds {
	readonly enabled: boolean;
	/** Edits, from 0 to {@link highestThreshold}. */
	readonly minEditcount: number;
	/** Days since registration, from 0 to {@link highestThreshold}. */
	readonly minTenureInDays: number;
}

export const thresholdsKey = 'GEMentorshipStartOptedOutThresholds';

export const highestThreshold = 1e9;

export const defaultThresholds: Thresholds = {
	enabled: false,
	minEditcount: 500,
	minTenureInDays: 30,
};

/**
 * Reads the thresholds of a configuration page: the guard for the visitor's path, where zod would
 * cost 6 KB. `thresholdsPageSchema` is the same rule in zod; a property test proves them equal.
 *
 * @param page What the page's JSON parses to; anything at all.
 * @returns `null` where there is no such block or it is wrong: then the rule is off. All three keys
 * are required: a mistyped one must not turn the rule on with a number that nobody chose.
 */
export function readThresholds(page: unknown): Thresholds | null {
	const thresholds: Partial<Thresholds> = Object(Object(page)[thresholdsKey]);
	return typeof thresholds.enabled === 'boolean' &&
		isThreshold(thresholds.minEditcount) &&
		isThreshold(thresholds.minTenureInDays)
		? (thresholds as Thresholds)
		: null;
}

/** Whether a value is a threshold: an integer from 0 to {@link highestThreshold}. */
export function isThreshold(value: unknown): boolean {
	return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= highestThreshold;
}
