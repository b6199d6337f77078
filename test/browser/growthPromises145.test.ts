import { describe } from 'vitest';
import { describeGrowthPromises } from '../journeys/growthPromises.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

const version = '1.45';

describe('on the demo wiki as MediaWiki 1.45', () => {
	describeGrowthPromises(
		async () => prepareWiki(await startDemoWiki({ version, isGrowthOnly: true })),
		version,
	);
});
