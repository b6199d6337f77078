import { describeGrowthFaults } from '../journeys/growthFaults.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('faults', () => {
	describeGrowthFaults(async () => prepareWiki(await startGrowthWiki()));
});
