import { startDemoWiki } from '../../support/demoWiki.ts';
import type { Engine } from '../../support/engines/engine.ts';
import { prepareWiki } from '../preparedWiki.ts';
import { growthFirst } from './growth.ts';
import type { Hand } from './hand.ts';
import { describePersonsJourneys } from './journey.ts';
import { plainFirst } from './plain.ts';
import { settingsFirst } from './settings.ts';
import { userscriptFirst } from './userscript.ts';

const withGadget = async () => prepareWiki(await startDemoWiki());
const withoutGadget = async () => prepareWiki(await startDemoWiki(), async () => undefined);

/** All journeys of the first rung, on the demo wiki. */
export async function describeFirstJourneysOnDemo(engine: Engine, hand?: Hand): Promise<void> {
	const journeys = [...plainFirst, ...growthFirst, ...settingsFirst];
	await describePersonsJourneys(engine, withGadget, journeys, hand);
	await describePersonsJourneys(engine, withoutGadget, userscriptFirst, hand);
}
