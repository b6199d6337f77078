import { describe } from 'vitest';
import { describeLanguages } from '../journeys/languages.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

describe(`on ${mediaWiki}`, () => {
	describeLanguages(async () => prepareWiki(await startRealWiki()));
});
