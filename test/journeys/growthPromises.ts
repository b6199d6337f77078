import { describe } from 'vitest';
import { describeWikiClock } from './growthClock.ts';
import { describeGrowthElsewhere } from './growthElsewhere.ts';
import { describeGrowthRefused } from './growthRefused.ts';
import { describeWayBack } from './growthWayBack.ts';
import type { PreparedWiki } from './preparedWiki.ts';

const promises = {
	'whoever never opens their Homepage': describeGrowthElsewhere,
	'the quiet way back': describeWayBack,
	'the wiki’s clock': describeWikiClock,
	'refusals that do not pass': describeGrowthRefused,
};

/** What holds on a wiki with Special:Homepage, wherever people are on it, and whatever it answers. */
export function describeGrowthPromises(prepare: () => Promise<PreparedWiki>): void {
	describe.each(Object.entries(promises))('%s', (_name, describePromise) => {
		describePromise(prepare);
	});
}
