import { describe } from 'vitest';
import { growthBack, growthGraduates } from '../journeys/first/growth.ts';
import { describePersonsJourneys } from '../journeys/first/journey.ts';
import { plainBack } from '../journeys/first/plain.ts';
import { formSaves } from '../journeys/first/settings.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { firefox } from '../support/engines/firefox.ts';
import { webkit } from '../support/engines/webkit.ts';
import { startGrowthWiki, startRealWiki } from './realWiki.ts';
import { describeWithGrowth, mediaWiki } from './underTest.ts';

for (const engine of [firefox, webkit]) {
	describe(`on ${mediaWiki}`, async () => {
		await describePersonsJourneys(engine, async () => prepareWiki(await startRealWiki()), [
			plainBack,
			formSaves,
		]);
	});
	describeWithGrowth('in another engine', async () => {
		await describePersonsJourneys(engine, async () => prepareWiki(await startGrowthWiki()), [
			growthGraduates,
			growthBack,
		]);
	});
}
