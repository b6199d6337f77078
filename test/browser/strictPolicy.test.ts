import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchPolicy } from '../journeys/strictPolicy.ts';
import { launchChromium } from '../support/chromium.ts';
import { configJourneys } from './faultMatrix/configJourneys.ts';
import { growthJourneys } from './faultMatrix/growthJourneys.ts';
import { patience } from './faultMatrix/journey.ts';
import { type Lane, openLane } from './faultMatrix/lane.ts';
import { plainJourneys } from './faultMatrix/plainJourneys.ts';

let browser: Browser;
let lane: Lane;
let violations: () => readonly string[];

beforeAll(async () => {
	browser = await launchChromium();
	lane = await openLane(browser);
	const page = await lane.openTab(lane.enroll('Nobody', false));
	violations = await watchPolicy(page.context());
});
afterAll(async () => {
	await lane?.close();
	await browser?.close();
});

const journeys = [...plainJourneys, ...growthJourneys, ...configJourneys];

test.each(journeys)(
	'$name, under a strict Content-Security-Policy and Trusted Types, without a violation',
	async (journey) => {
		lane.configure(journey.thresholds);
		const user = journey.prepare(lane);
		const page = await lane.openTab(user);
		await journey.open({ lane, user, page });
		await journey.run({ lane, user, page });
		await expect.poll(() => journey.readEnd(lane, user), patience).toEqual(journey.end);
		await expect.poll(() => journey.hasArrived(page), patience).toBe(true);
		expect(violations()).toEqual([]);
	},
);

test('a violation by the gadget would be seen', async () => {
	const page = await lane.openTab(lane.enroll('Mentee', false));
	await page.route(/load\.php.*gadget\.mentorship(&|$)/, async (route) => {
		const response = await route.fetch();
		const opening = 'function(require,module,exports){';
		const body = (await response.text()).replace(
			opening,
			`${opening}document.createElement("p").innerHTML="<b>x</b>";`,
		);
		return route.fulfill({ response, body });
	});
	await page.goto(lane.address('Project:Newcomers'));
	await expect.poll(() => violations().length, patience).toBeGreaterThan(0);
});
