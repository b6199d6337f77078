import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { mentorOnCard } from '../journeys/card.ts';
import { watchPolicy } from '../journeys/strictPolicy.ts';
import { configuration, configurationTitle, on } from '../journeys/visitor.ts';
import { hostileTexts } from '../support/hostileTexts.ts';
import { useLane } from '../support/openDemo.ts';
import { places } from './hostile/places.ts';
import { listMentor, openCard } from './hostile/stage.ts';

const phone = { width: 390, height: 844 };

const lane = useLane();
let violations: () => readonly string[];
const slips: string[] = [];
let shown = 0;
const seen = { ran: 0, wide: 0 };

beforeAll(async () => {
	const page = await lane().openTab(lane().enroll('Nobody', false));
	await page.setViewportSize(phone);
	page.on('pageerror', (error) => slips.push(String(error)));
	page.on('dialog', (dialog) => slips.push(dialog.message()));
	violations = await watchPolicy(page.context());
});
afterAll(() => {
	console.log(
		`Hostile, in a browser: the worst text in each of ${places.length} places, ${shown} shown; ` +
			`scripts run: ${seen.ran}, layout overflow at 390 px: ${seen.wide}`,
	);
});

/* The worst for each place; `test/hostile` draws every text in every place. */
describe.each(places)('$name', ({ name, show, worst: what = 'everything at once' }) => {
	test(what, async () => {
		listMentor(lane(), 'Mentor', 'Hello');
		lane().put(configurationTitle, configuration(on));
		slips.length = 0;
		const page = await show(lane(), hostileTexts[what]);
		shown += 1;
		const { ran, added, width } = await page.evaluate(() => ({
			ran: Number(Object(window).ran ?? 0),
			added: document.querySelectorAll(
				':is(.mentorship-module, .mentorship-settings, [data-module-name]) :is(script, img, iframe, svg[onload], [onerror], [onmouseover], [href^="javascript"])',
			).length,
			width: document.documentElement.scrollWidth,
		}));
		seen.ran += ran;
		seen.wide += Number(width > phone.width);
		expect({ name, what, ran, added, width }).toEqual({
			name,
			what,
			ran: 0,
			added: 0,
			width: phone.width,
		});
		expect(slips).toEqual([]);
		expect(violations()).toEqual([]);
	});
});

const block = configuration({ ...on, minEditcount: 0, minTenureInDays: 0 });

test.each([
	['inherits the block', `{"__proto__": ${block}}`],
	['has a block that inherits', `{"${thresholdsKey}": {"__proto__": ${JSON.stringify(on)}}}`],
	['is JavaScript', `(${block})`],
	['says it twice, off last', `${block.slice(0, -1)},"${thresholdsKey}":{"enabled":false}}`],
])('a configuration page that %s opts nobody out', async (_what, text) => {
	lane().put(configurationTitle, text);
	await mentorOnCard(await openCard(lane(), lane().enroll('Experienced', true)));
});
