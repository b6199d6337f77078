/** Facts of the demo wiki that stay as they are. */

export const siteName = 'Demo wiki';

export const wikiId = 'demowiki';

/** Every demo account's: only this machine reaches the wiki, so there is nothing to protect. */
export const demoPassword = 'demo wiki password';

/** The MediaWiki, with GrowthExperiments, as which the demo wiki behaves. */
export interface MediaWiki {
	/** `wgVersion` */
	readonly release: string;
	/**
	 * From 1.45 on GrowthExperiments has thresholds of its own: a checkbox and two numbers in the
	 * community's form, the rule after each edit, and a state of its own (50) for people who asked for a
	 * mentor. Its mentor list is cached, and mentors who are away are not drawn.
	 */
	readonly hasThresholds: boolean;
	/** 1.46 and later opt out only those who have a mentor, and give modules of the Homepage an id. */
	readonly isFrom146: boolean;
}

/** The versions to choose from. */
export const mediaWikis = {
	'1.43': { release: '1.43.9', hasThresholds: false, isFrom146: false },
	'1.45': { release: '1.45.0', hasThresholds: true, isFrom146: false },
	'1.46': { release: '1.46.0', hasThresholds: true, isFrom146: true },
} as const satisfies Readonly<Record<string, MediaWiki>>;

export type MediaWikiVersion = keyof typeof mediaWikis;

export const usualVersion: MediaWikiVersion = '1.43';

/**
 * Reads which version a person wants.
 *
 * @throws Error where there is no such version.
 */
export function readVersion(text: string): MediaWikiVersion {
	if (!Object.hasOwn(mediaWikis, text)) {
		const known = Object.keys(mediaWikis).join(', ');
		throw new Error(`The demo wiki cannot be MediaWiki “${text}”; it can be ${known}.`);
	}
	return text as MediaWikiVersion;
}
