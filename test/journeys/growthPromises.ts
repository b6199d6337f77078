import { describe } from 'vitest';
import { describeBrokenOff } from './growthBrokenOff.ts';
import { describeWikiClock } from './growthClock.ts';
import { describeGrowthElsewhere } from './growthElsewhere.ts';
import { describeOwnRule } from './growthOwnRule.ts';
import { describeGrowthRefused } from './growthRefused.ts';
import { describeWayBack } from './growthWayBack.ts';
import type { Prepare } from './stage.ts';

const promises = {
	'editors who never open their Homepage': describeGrowthElsewhere,
	'the quiet way back': describeWayBack,
	'broken off': describeBrokenOff,
	'the wiki’s clock': describeWikiClock,
	'the wiki’s own rule': describeOwnRule,
	'refusals that do not pass': describeGrowthRefused,
};

/**
 * What holds on a wiki with Special:Homepage, wherever people are on it, and whatever it answers.
 *
 * @param version Of MediaWiki, with or without a name before it.
 */
export function describeGrowthPromises(prepare: Prepare, version: string): void {
	describe.each(Object.entries(promises))('%s', (_name, describePromise) => {
		describePromise(prepare, version);
	});
}
