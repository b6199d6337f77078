import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOn } from '../journeys/configPerson.ts';
import { configurationTitle, pageAddress } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { type CrowdedDemo, startCrowdedDemo } from './crowdedDemo.ts';

/* The demo wiki keeps mentees: a change of the thresholds is carried out, and seen to be. */

let demo: CrowdedDemo;
let browser: Browser;

beforeAll(async () => {
	[demo, browser] = await Promise.all([startCrowdedDemo(), launchChromium()]);
});
afterAll(async () => {
	await Promise.all([demo?.stop(), browser?.close()]);
});

async function openAs(person: string): Promise<Page> {
	const context = await browser.newContext();
	const { cookies } = await demo.wiki.logIn(person);
	await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: demo.wiki.origin })));
	const page = await context.newPage();
	await page.goto(pageAddress(demo.wiki, configurationTitle, {}));
	await formOn(page).edits.waitFor();
	return page;
}

test('whoever saves new thresholds sees how many are graduated, without a reload', async () => {
	const page = await openAs('Ada Administrator');
	const said = await page.evaluateHandle(() => {
		const texts: string[] = [];
		const panel = document.querySelector('#mw-mentee-graduation');
		const note = () => texts.push(panel?.textContent ?? '');
		new MutationObserver(note).observe(panel ?? document, { childList: true });
		return texts;
	});
	const { enabled, edits, save } = formOn(page);
	await enabled.check();
	await edits.fill('400');
	await save.click();
	await page.getByText(/^Graduated [\d,]+ of 5,\d00 mentees \(run 1\)\.$/).waitFor();
	const [last] = (await said.jsonValue()).slice(-1);
	expect(last).toMatch(/^Graduated [1-9]/);
});

test('a sweep under way is followed, and nothing is asked once it has ended', async () => {
	const page = await openAs('Ada Administrator');
	const sweep = { run: 2, graduated: 1200, expected: 3400, mentees: 5000 };
	let state = 'running';
	let asked = 0;
	await page.route(/meta=menteegraduation/, (route) => {
		asked += 1;
		return route.fulfill({ json: { query: { menteegraduation: { ...sweep, state } } } });
	});
	await page.clock.install();
	await page.reload();
	await page.getByText('Graduated 1,200 of about 3,400.').waitFor();
	state = 'finished';
	await page.getByText('Graduated 1,200 of 5,000 mentees (run 2).').waitFor();
	const before = asked;
	await page.clock.runFor('01:00');
	expect(asked).toBe(before);
});

test('nobody else is told', async () => {
	const page = await openAs('Nora Newcomer');
	expect(await page.locator('#mw-mentee-graduation').count()).toBe(0);
});
