import { describe } from 'vitest';
import { hasOwnRule } from '../../gadget/domain/thresholds.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import type { Prepare } from '../journeys/stage.ts';
import { findExtensions, hasGrowth } from './extensions.ts';
import { mediaWikiVersion, prepareMediaWikiFiles } from './mediawikiFiles.ts';
import { startGrowthWiki, startRealWiki } from './realWiki.ts';

/** What the tests in this folder run on, for their titles: e.g. `MediaWiki 1.43.9`. */
export const mediaWiki = `MediaWiki ${await mediaWikiVersion(await prepareMediaWikiFiles())}`;

const extensions = await findExtensions();
const growth = hasGrowth(extensions);

type Journeys = (prepare: Prepare, version: string) => void | Promise<void>;

const preparePlain: Prepare = async () => prepareWiki(await startRealWiki());
const prepareGrowth: Prepare = async () => prepareWiki(await startGrowthWiki());

/**
 * Describes what takes MediaWiki alone.
 * @param what e.g. `journeys`
 */
export function describeOnMediaWiki(what: string, journeys: Journeys): void {
	describe(`${what} on ${mediaWiki}`, () => journeys(preparePlain, mediaWiki));
}

/** What takes GrowthExperiments is skipped where the extension is missing, and the title says why. */
export function describeWithGrowth(what: string, journeys: Journeys): void {
	const body = () => journeys(prepareGrowth, mediaWiki);
	if (growth) {
		describe(`${what} on ${mediaWiki} with GrowthExperiments`, body);
	} else {
		const leftOut = 'left out, as MEDIAWIKI_EXTENSIONS names no folder with GrowthExperiments';
		describe.skip(`${what} on a wiki with GrowthExperiments: ${leftOut}`, body);
	}
}

/** Likewise what takes a wiki that applies the rule itself: with GrowthExperiments, from 1.45 on. */
export function describeWithOwnRule(what: string, journeys: Journeys): void {
	if (hasOwnRule({ version: mediaWiki, hasExtension: growth })) {
		describeWithGrowth(what, journeys);
	} else {
		const found = `${mediaWiki}${growth ? '' : ' without GrowthExperiments'}`;
		describe.skip(`${what} on a wiki from 1.45 on: left out, as this is ${found}`, () =>
			journeys(prepareGrowth, mediaWiki));
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
