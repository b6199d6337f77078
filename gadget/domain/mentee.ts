/** What the rule needs to know of a person with a named account. */
export interface MenteeFacts {
	readonly editCount: number;
	/** Milliseconds since 1970; `null` where the account is older than MediaWiki's records of dates. */
	readonly registration: number | null;
}

/**
 * - `disabled`: the wiki offers this person no mentorship at all.
 * - `enabled`: they have a mentor, or are to get one.
 * - `optedOut`: they have none, by their own hand or by the rule.
 */
export type MentorshipState = 'disabled' | 'enabled' | 'optedOut';
