import { describeGrowthPromises } from '../journeys/growthPromises.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth, mediaWiki } from './underTest.ts';

describeWithGrowth('promises', () => {
	describeGrowthPromises(async () => prepareWiki(await startGrowthWiki()), mediaWiki);
});
