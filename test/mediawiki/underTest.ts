import { describe } from 'vitest';
import { hasOwnRule } from '../../gadget/domain/thresholds.ts';
import { findExtensions, hasGrowth } from './extensions.ts';
import { mediaWikiVersion, prepareMediaWikiFiles } from './mediawikiFiles.ts';

/** What the tests in this folder run on, for their titles: e.g. `MediaWiki 1.43.9`. */
export const mediaWiki = `MediaWiki ${await mediaWikiVersion(await prepareMediaWikiFiles())}`;

const extensions = await findExtensions();
const growth = hasGrowth(extensions);

/** Says in the tests' titles that what only a wiki with the extension can show is not tried. */
const leftOut = 'left out, as MEDIAWIKI_EXTENSIONS names no folder with GrowthExperiments';

/**
 * Describes what takes a wiki with GrowthExperiments; where the extension is missing, its tests are
 * skipped, and the title says why.
 * @param what e.g. `journeys`
 */
export function describeWithGrowth(what: string, body: () => void): void {
	if (growth) {
		describe(`${what} on ${mediaWiki} with GrowthExperiments`, body);
	} else {
		describe.skip(`${what} on a wiki with GrowthExperiments: ${leftOut}`, body);
	}
}

/** Likewise what takes a wiki that applies the rule itself: with GrowthExperiments, from 1.45 on. */
export function describeWithOwnRule(what: string, body: () => void): void {
	if (hasOwnRule({ version: mediaWiki, hasExtension: growth })) {
		describeWithGrowth(what, body);
	} else {
		describe.skip(
			`${what} on a wiki from 1.45 on: left out, as this is ${mediaWiki}${growth ? '' : ' without GrowthExperiments'}`,
			body,
		);
	}
}

/** Likewise what opens over the page on a phone: with GrowthExperiments and MobileFrontend. */
export function describeWithOverlays(what: string, body: () => void): void {
	if (!growth || extensions.has('MobileFrontend')) {
		describeWithGrowth(what, body);
	} else {
		describe.skip(
			`${what}: left out, as MEDIAWIKI_EXTENSIONS names no folder with MobileFrontend`,
			body,
		);
	}
}
