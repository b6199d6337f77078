import { describe } from 'vitest';
import { describeGrowthPromises } from '../journeys/growthPromises.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('on the demo wiki as MediaWiki 1.43', () => {
	describeGrowthPromises(async () =>
		prepareWiki(await startDemoWiki({ version: '1.43', isGrowthOnly: true })),
	);
});
