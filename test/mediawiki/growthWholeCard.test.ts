import { keyboard } from '../journeys/first/hand.ts';
import { describePersonsJourneys } from '../journeys/first/journey.ts';
import { wholeCard } from '../journeys/growthWholeCard.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { engines } from '../support/engines/engines.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('the card', async () => {
	for (const engine of engines) {
		await describePersonsJourneys(
			engine,
			async () => prepareWiki(await startGrowthWiki()),
			wholeCard,
			keyboard,
		);
	}
});
