import { describe } from 'vitest';
import { describeWikiClock } from '../journeys/growthClock.ts';
import { describeGrowthElsewhere } from '../journeys/growthElsewhere.ts';
import { describeGrowthRefused } from '../journeys/growthRefused.ts';
import { describeWayBack } from '../journeys/growthWayBack.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth } from './underTest.ts';

const promises = {
	'whoever never opens their Homepage': describeGrowthElsewhere,
	'the quiet way back': describeWayBack,
	'the wiki’s clock': describeWikiClock,
	'refusals that do not pass': describeGrowthRefused,
};

describeWithGrowth('promises', () => {
	describe.each(Object.entries(promises))('%s', (_name, describePromise) => {
		describePromise(async () => prepareWiki(await startGrowthWiki()));
	});
});
