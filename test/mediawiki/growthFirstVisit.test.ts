import { describeFirstVisit } from '../journeys/growthFirstVisit.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('the first visit', () => {
	describeFirstVisit(startGrowthWiki);
});
