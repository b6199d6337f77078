import { growthBack, growthGraduates } from '../journeys/first/growth.ts';
import { describePersonsJourneys } from '../journeys/first/journey.ts';
import { plainBack } from '../journeys/first/plain.ts';
import { formSaves } from '../journeys/first/settings.ts';
import { firefox } from '../support/engines/firefox.ts';
import { webkit } from '../support/engines/webkit.ts';
import { describeOnMediaWiki, describeWithGrowth } from './underTest.ts';

for (const engine of [firefox, webkit]) {
	describeOnMediaWiki('another engine', (prepare) =>
		describePersonsJourneys(engine, prepare, [plainBack, formSaves]),
	);
	describeWithGrowth('another engine', (prepare) =>
		describePersonsJourneys(engine, prepare, [growthGraduates, growthBack]),
	);
}
