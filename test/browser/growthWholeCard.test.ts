import { describe } from 'vitest';
import { keyboard } from '../journeys/first/hand.ts';
import { describePersonsJourneys } from '../journeys/first/journey.ts';
import { wholeCard, wholeCardOnPhone } from '../journeys/growthWholeCard.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { engines } from '../support/engines/engines.ts';

describe.each(['1.43', '1.45'] as const)('on the demo wiki as MediaWiki %s', async (version) => {
	const start = async () => prepareWiki(await startDemoWiki({ version }));
	for (const engine of engines) {
		const journeys = [...wholeCard, ...wholeCardOnPhone];
		await describePersonsJourneys(engine, start, journeys, keyboard);
	}
});
