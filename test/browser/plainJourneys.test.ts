import { describePlainJourneys } from '../journeys/plain.ts';
import { describePlainClock } from '../journeys/plainClock.ts';
import { describePlainMentors } from '../journeys/plainMentors.ts';
import { describePlainPlaces } from '../journeys/plainPlaces.ts';
import { describeOnDemo } from '../support/openDemo.ts';

// Each version has a Codex of its own.
for (const [skin, version] of [
	['vector-2022', '1.43'],
	['minerva', '1.45'],
] as const) {
	describeOnDemo(skin, (prepare) => describePlainJourneys(prepare, skin), { version });
}
describeOnDemo('mentors', describePlainMentors);
describeOnDemo('places', describePlainPlaces);
describeOnDemo('clocks', describePlainClock);
