import { describeFirstJourneysOnDemo } from '../journeys/first/demo.ts';
import { keyboard } from '../journeys/first/hand.ts';
import { engines } from '../support/engines/engines.ts';

for (const engine of engines) {
	await describeFirstJourneysOnDemo(engine, keyboard);
}
