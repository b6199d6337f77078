import { describeFirstJourneysOnDemo } from '../journeys/first/demo.ts';
import { firefox } from '../support/engines/firefox.ts';
import { webkit } from '../support/engines/webkit.ts';

for (const engine of [firefox, webkit]) {
	await describeFirstJourneysOnDemo(engine);
}
