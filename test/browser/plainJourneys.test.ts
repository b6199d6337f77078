import { describe } from 'vitest';
import { describePlainJourneys } from '../journeys/plain.ts';
import { describePlainClock } from '../journeys/plainClock.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe.each(['vector-2022', 'minerva'])('on the demo wiki, in %s', (skin) => {
	describePlainJourneys(async () => prepareWiki(await startDemoWiki()), skin);
});

describe('clocks on the demo wiki', () => {
	describePlainClock(async () => prepareWiki(await startDemoWiki()));
});
