import { describeWholeCard } from '../journeys/growthWholeCard.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('the card', () => {
	describeWholeCard(startGrowthWiki);
});
