import { prepareWiki } from '../journeys/preparedWiki.ts';
import { findExtensions, hasGrowth } from '../mediawiki/extensions.ts';
import { startGrowthWiki } from '../mediawiki/realWiki.ts';
import type { Benchmark } from './benchmark.ts';
import { measureReturn } from './measureReturn.ts';

/**
 * "Get a mentor" on a real Special:Homepage, for a person opted out at an earlier visit: by the
 * gadget, and by the extension's own script with the gadget off, in turn.
 */
export const returnBench: Benchmark = {
	name: 'return',
	run: async (note) => {
		if (!hasGrowth(await findExtensions())) {
			note('return: left out, as MEDIAWIKI_EXTENSIONS names no folder with GrowthExperiments.');
			return [];
		}
		return measureReturn(await prepareWiki(await startGrowthWiki()), note);
	},
};
