import { describeGrowthJourneys } from '../journeys/growth.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('journeys', () => {
	describeGrowthJourneys(async () => prepareWiki(await startGrowthWiki()));
});
