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

/** How much of both thresholds a person has reached when their mentor is remembered ahead. */
export const nearness = 0.8;

/**
 * Below this the wiki is not asked which thresholds count: newcomers are not to pay for it. Where they are
 * lower still, the wiki's own rule acts at the next edit.
 */
export const leastExperience = { minEditcount: 10, minTenureInDays: 1 };

/** The page of the gadget's own; for it, all three values are required. */
export const gadgetPageTitle = 'MediaWiki:Gadget-mentorship.json';

/** GrowthExperiments' own page of settings, which MediaWiki 1.45 and later know the block on. */
export const extensionPageTitle = 'MediaWiki:GrowthExperimentsMentorship.json';

/** What decides which page a wiki's thresholds are on. */
export interface WikiFacts {
	/** With or without a name before it: `1.45.0-wmf.3`, `MediaWiki 1.43.9`. */
	readonly version: string;
	/** GrowthExperiments is there. */
	readonly hasExtension: boolean;
}

/** Whether the wiki itself applies the rule, and reads the block on {@link extensionPageTitle}. */
export function hasOwnRule({ version, hasExtension }: WikiFacts): boolean {
	return hasExtension && Number(version.split('.')[1]) >= 45;
}

/** Whose thresholds count, and which those are. */
export interface CountingThresholds {
	readonly owner: 'gadget' | 'extension';
	/** `null`: missing or wrong, so the rule is off. */
	readonly thresholds: Thresholds | null;
}

/**
 * Whose thresholds count: on a wiki with a rule of its own the block on the extension's page, where
 * there is one, read as the wiki reads it (missing keys are the defaults); otherwise those on the
 * gadget's page.
 *
 * @param gadgetPage What the JSON on {@link gadgetPageTitle} parses to; anything at all.
 * @param extensionPage Likewise of {@link extensionPageTitle}; `undefined` where the page is missing,
 * `null` where it cannot be read: it may hold a block that says "off", so the rule is off.
 */
export function thresholdsThatCount(
	wiki: WikiFacts,
	gadgetPage: unknown,
	extensionPage: unknown,
): CountingThresholds {
	return (hasOwnRule(wiki) && extensionThresholds(extensionPage)) || gadgetThresholds(gadgetPage);
}

/**
 * What the extension's page says, where that counts.
 *
 * @param page As `extensionPage` of {@link thresholdsThatCount}.
 * @returns `null` where the page says nothing, so that the gadget's counts.
 */
export function extensionThresholds(page: unknown): CountingThresholds | null {
	const isSilent = page !== null && Object(page)[thresholdsKey] === undefined;
	return isSilent ? null : { owner: 'extension', thresholds: readExtensionThresholds(page) };
}

/** What the gadget's page says, where that counts. */
export function gadgetThresholds(page: unknown): CountingThresholds {
	return { owner: 'gadget', thresholds: readThresholds(page) };
}

/**
 * Reads the thresholds of a configuration page. Missing keys have no defaults: a mistyped one must not
 * turn the rule on with a number that no one chose.
 *
 * @param page What the page's JSON parses to; anything at all.
 * @returns `null` where there is no such block or it is wrong: then the rule is off.
 */
export function readThresholds(page: unknown): Thresholds | null {
	return readBlock(Object(page)[thresholdsKey]);
}

/** Likewise on the extension's page, where missing keys are the defaults. */
export function readExtensionThresholds(page: unknown): Thresholds | null {
	return page === null ? null : readBlock({ ...defaultThresholds, ...Object(page)[thresholdsKey] });
}

function readBlock(block: unknown): Thresholds | null {
	const { enabled, minEditcount, minTenureInDays }: Partial<Thresholds> = Object(block);
	return typeof enabled === 'boolean' && isThreshold(minEditcount) && isThreshold(minTenureInDays)
		? (block as Thresholds)
		: null;
}

/** Whether a value is a threshold: an integer from 0 to {@link highestThreshold}. */
export function isThreshold(value: unknown): value is number {
	return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= highestThreshold;
}
