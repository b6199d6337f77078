import { describe } from 'vitest';
import { describeLanguages } from '../journeys/languages.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';

describe('on a real MediaWiki', () => {
	describeLanguages(async () => prepareWiki(await startRealWiki()));
});
