import { describe } from 'vitest';
import { describePlainJourneys } from '../journeys/plain.ts';
import { describePlainClock } from '../journeys/plainClock.ts';
import { describePlainMentors } from '../journeys/plainMentors.ts';
import { describePlainPlaces } from '../journeys/plainPlaces.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

const prepare = async () => prepareWiki(await startRealWiki());

describe.each(['vector-2022', 'vector', 'minerva'])(`on ${mediaWiki}, in %s`, (skin) => {
	describePlainJourneys(prepare, skin);
});

describe(`mentors on ${mediaWiki}`, () => {
	describePlainMentors(prepare);
});

describe(`places on ${mediaWiki}`, () => {
	describePlainPlaces(prepare);
});

describe(`clocks on ${mediaWiki}`, () => {
	describePlainClock(prepare);
});
