import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Lane, openLane } from '../support/lane.ts';
import { patience } from '../support/patience.ts';
import {
	areAllTried,
	combinationsOf,
	describeCombination,
	tryCombination,
} from './faultMatrix/combination.ts';
import { configJourneys } from './faultMatrix/configJourneys.ts';
import { growthJourneys } from './faultMatrix/growthJourneys.ts';
import { plainJourneys } from './faultMatrix/plainJourneys.ts';

const journeys = [...plainJourneys, ...growthJourneys, ...configJourneys];
const combinations = journeys.flatMap(combinationsOf);

/** Vitest tries five at once. */
const lanesOpen = 5;

let browser: Browser;
let idle: Lane[] = [];
let lanes: Lane[] = [];
let tried = 0;
let right = 0;

beforeAll(async () => {
	browser = await launchChromium();
	lanes = await Promise.all(Array.from({ length: lanesOpen }, () => openLane(browser)));
	idle = [...lanes];
});
afterAll(async () => {
	await Promise.all(lanes.map((lane) => lane.close()));
	await browser?.close();
	console.log(
		`Faults: ${tried} combinations of ${journeys.length} journeys, wrong end states: ${tried - right}` +
			(areAllTried ? '' : '; one fault of each class, FAULTS=all tries every one'),
	);
});

/** Not the demo wiki's own question about its sweep; and texts are asked for now and then only. */
const isOwn = (call: string) => !/allpages (?!.*allmessages)|^query query.revisions$/.test(call);

const withoutAction = (call: string) => call.replace('query ', '');

async function inLane(work: (lane: Lane) => Promise<void>): Promise<void> {
	const lane = idle.pop();
	if (lane === undefined) {
		throw new Error('More tests at once than there are lanes.');
	}
	try {
		await work(lane);
	} finally {
		idle.push(lane);
	}
}

describe.concurrent('undisturbed', () => {
	const named = journeys.map((journey) => [journey.name, journey] as const);

	test.for(named)('%s: makes the calls that the faults are tried on', ([, journey], { expect }) =>
		inLane(async (lane) => {
			lane.configure(journey.thresholds);
			const user = journey.prepare(lane);
			const page = await lane.openTab(user);
			await journey.open({ lane, user, page });
			lane.order([]);
			await journey.run({ lane, user, page });
			await expect.poll(() => journey.readEnd(lane, user), patience).toEqual(journey.end);
			await expect.poll(() => journey.hasArrived(page), patience).toBe(true);
			// The last may be for what comes after that: the facts about a mentor.
			const made = () => lane.calls().filter(isOwn).map(withoutAction);
			await expect.poll(made, patience).toEqual(journey.calls);
		}),
	);
});

describe.concurrent('with each call going wrong in each way', () => {
	const named = combinations.map((one) => [describeCombination(one), one] as const);

	test.for(named)('%s', ([, combination], { expect }) =>
		inLane(async (lane) => {
			tried += 1;
			await tryCombination(lane, combination, expect);
			right += 1;
		}),
	);
});
