import { describePersonsJourneys } from '../journeys/first/journey.ts';
import { plainFirst } from '../journeys/first/plain.ts';
import { describePlainJourneys } from '../journeys/plain.ts';
import { describePlainClock } from '../journeys/plainClock.ts';
import { describePlainMentors } from '../journeys/plainMentors.ts';
import { describePlainPlaces } from '../journeys/plainPlaces.ts';
import { chromium } from '../support/engines/chromium.ts';
import { describeOnMediaWiki } from './underTest.ts';

describeOnMediaWiki('the first journeys', (prepare) =>
	describePersonsJourneys(chromium, prepare, plainFirst),
);
for (const skin of ['vector-2022', 'vector', 'minerva']) {
	describeOnMediaWiki(skin, (prepare) => describePlainJourneys(prepare, skin));
}
describeOnMediaWiki('mentors', describePlainMentors);
describeOnMediaWiki('places', describePlainPlaces);
describeOnMediaWiki('clocks', describePlainClock);
