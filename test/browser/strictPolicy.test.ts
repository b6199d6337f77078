import { beforeAll, expect, test } from 'vitest';
import { configJourneys } from '../deep/faultMatrix/configJourneys.ts';
import { growthJourneys } from '../deep/faultMatrix/growthJourneys.ts';
import { plainJourneys } from '../deep/faultMatrix/plainJourneys.ts';
import { watchPolicy } from '../journeys/strictPolicy.ts';
import { useLane } from '../support/openDemo.ts';
import { patience } from '../support/patience.ts';

const lane = useLane();
let violations: () => readonly string[];

beforeAll(async () => {
	const page = await lane().openTab(lane().enroll('Nobody', false));
	violations = await watchPolicy(page.context());
});

const journeys = [...plainJourneys, ...growthJourneys, ...configJourneys];

test.each(journeys)(
	'$name, under a strict Content-Security-Policy and Trusted Types, without a violation',
	async (journey) => {
		const here = lane();
		here.configure(journey.thresholds);
		const user = journey.prepare(here);
		const page = await here.openTab(user);
		await journey.open({ lane: here, user, page });
		await journey.run({ lane: here, user, page });
		await expect.poll(() => journey.readEnd(here, user), patience).toEqual(journey.end);
		await expect.poll(() => journey.hasArrived(page), patience).toBe(true);
		expect(violations()).toEqual([]);
	},
);

test('a violation by the gadget would be seen', async () => {
	const page = await lane().openTab(lane().enroll('Mentee', false));
	await page.route(/load\.php.*gadget\.mentorship(&|$)/, async (route) => {
		const response = await route.fetch();
		const opening = 'function(require,module,exports){';
		const body = (await response.text()).replace(
			opening,
			`${opening}document.createElement("p").innerHTML="<b>x</b>";`,
		);
		return route.fulfill({ response, body });
	});
	await page.goto(lane().address('Project:Newcomers'));
	await expect.poll(() => violations().length, patience).toBeGreaterThan(0);
});
