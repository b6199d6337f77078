import { describe } from 'vitest';
import { describeGrowthJourneys } from '../journeys/growth.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('on the demo wiki', () => {
	describeGrowthJourneys(async () => prepareWiki(await startDemoWiki()));
});
