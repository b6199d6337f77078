import { describe } from 'vitest';
import { describePlainJourneys } from '../journeys/plain.ts';
import { describePlainClock } from '../journeys/plainClock.ts';
import { describePlainMentors } from '../journeys/plainMentors.ts';
import { describePlainPlaces } from '../journeys/plainPlaces.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

const prepare = async () => prepareWiki(await startDemoWiki());

// Each version has a Codex of its own.
describe.each([
	['vector-2022', '1.43'],
	['minerva', '1.45'],
] as const)('on the demo wiki, in %s, as %s', (skin, version) => {
	describePlainJourneys(async () => prepareWiki(await startDemoWiki({ version })), skin);
});

describe('mentors on the demo wiki', () => {
	describePlainMentors(prepare);
});

describe('places on the demo wiki', () => {
	describePlainPlaces(prepare);
});

describe('clocks on the demo wiki', () => {
	describePlainClock(prepare);
});
