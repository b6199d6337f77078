import { describe } from 'vitest';
import { describeOddNames } from '../journeys/oddNames.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startGrowthWiki, startRealWiki } from './realWiki.ts';
import { describeWithGrowth, mediaWiki } from './underTest.ts';

describe(`odd names on ${mediaWiki}`, () => {
	describeOddNames(async () => prepareWiki(await startRealWiki()), 'plain');
});

describeWithGrowth('odd names', () => {
	describeOddNames(async () => prepareWiki(await startGrowthWiki()), 'growth');
});
