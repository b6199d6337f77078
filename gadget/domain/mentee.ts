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

/** As GrowthExperiments stores it; any other number is "disabled". */
export const storedStates = {
	/** Without having asked for it, as far as the wiki knows. */
	enabled: 1,
	optedOut: 2,
	/** Enabled by a person who asked for it. 1.43 and 1.44 take that for "disabled", and never write it. */
	explicit: 50,
} as const;
