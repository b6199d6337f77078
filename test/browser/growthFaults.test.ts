import { describe } from 'vitest';
import { describeGrowthFaults } from '../journeys/growthFaults.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('on the demo wiki', () => {
	describeGrowthFaults(async () => prepareWiki(await startDemoWiki()));
});
