import { describe } from 'vitest';
import { describePlainFaults } from '../journeys/plainFaults.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

describe(`on ${mediaWiki}`, () => {
	describePlainFaults(async () => prepareWiki(await startRealWiki()), ['leaves']);
});
