import { describe } from 'vitest';
import { describePlainJourneys } from '../journeys/plain.ts';
import { describePlainClock } from '../journeys/plainClock.ts';
import { describePlainPlaces } from '../journeys/plainPlaces.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

describe.each(['vector-2022', 'vector', 'minerva'])(`on ${mediaWiki}, in %s`, (skin) => {
	describePlainJourneys(async () => prepareWiki(await startRealWiki()), skin);
});

describe(`places on ${mediaWiki}`, () => {
	describePlainPlaces(async () => prepareWiki(await startRealWiki()));
});

describe(`clocks on ${mediaWiki}`, () => {
	describePlainClock(async () => prepareWiki(await startRealWiki()));
});
