import { describe } from 'vitest';
import { describePlainFaults } from '../journeys/plainFaults.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';

describe('on a real MediaWiki', () => {
	describePlainFaults(async () => prepareWiki(await startRealWiki()), ['leaves']);
});
