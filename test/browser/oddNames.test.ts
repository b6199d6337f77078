import { describe } from 'vitest';
import { describeOddNames } from '../journeys/oddNames.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('odd names on Special:Homepage of the demo wiki', () => {
	describeOddNames(async () => prepareWiki(await startDemoWiki()), 'growth');
});
