import { keyboard } from '../journeys/first/hand.ts';
import { describePersonsJourneys, type PersonsJourney } from '../journeys/first/journey.ts';
import { wholeCard, wholeCardOnPhone } from '../journeys/growthWholeCard.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { engines } from '../support/engines/engines.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithGrowth, describeWithOverlays } from './underTest.ts';

async function describeJourneys(journeys: readonly PersonsJourney[]): Promise<void> {
	const start = async () => prepareWiki(await startGrowthWiki());
	for (const engine of engines) {
		await describePersonsJourneys(engine, start, journeys, keyboard);
	}
}

describeWithGrowth('the card', () => describeJourneys(wholeCard));
describeWithOverlays('the card on a phone', () => describeJourneys(wholeCardOnPhone));
