import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '../../server-mock/store/users.ts';
import { mentorOnCard, optOutOnCard } from '../journeys/card.ts';
import { homepage, moduleOn } from '../journeys/growthHomepage.ts';
import { newcomersPage, on } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Lane, openLane } from '../support/lane.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { type Breakage, breakages, growthBreakages, loaderScript } from './breakages.ts';

let browser: Browser;
let lane: Lane;
/** What the console said, less what the browser itself says of requests. */
let lines: string[];

beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
	lane = await openLane(browser);
	lane.configure(on);
	return () => lane.close();
});

async function openTab(user: User): Promise<Page> {
	const page = await lane.openTab(user);
	lines = [];
	page.on('console', (message) => {
		if (/warning|error/.test(message.type()) && !message.text().startsWith('Failed to load')) {
			lines.push(message.text());
		}
	});
	page.on('pageerror', (error) => lines.push(String(error)));
	return page;
}

/** The content of the page. The loader may have hidden the card for a moment, and shown it again. */
async function readContent(page: Page): Promise<string> {
	const html = await page.locator('#content').innerHTML();
	return html.replaceAll(' style=""', '');
}

async function expectUntouched(
	user: User,
	title: string,
	{ break: breakIt, lines: expected }: Breakage,
): Promise<void> {
	const page = await openTab(user);
	await page.route(loaderScript, (route) => route.abort());
	await page.goto(lane.address(title));
	await settle(page);
	const asServed = await readContent(page);
	await page.unrouteAll();
	lines = [];
	await breakIt(page);
	await page.goto(lane.address(title));
	await settle(page);
	// The loader gives the card so long: then the server's is back.
	await page.clock.fastForward(1500);
	await expect.poll(() => readContent(page), patience).toBe(asServed);
	await expect.poll(() => lines.length, patience).toBe(expected);
}

describe('the page stays as the server made it where', () => {
	test.each(breakages)('$what, on MediaWiki alone', (breakage) =>
		expectUntouched(lane.enroll('Mentee', false), newcomersPage, breakage),
	);

	test.each([...breakages, ...growthBreakages])(
		'$what, on GrowthExperiments’ Homepage',
		(breakage) => expectUntouched(lane.enrollMentee(), homepage, breakage),
	);
});

describe('a browser that keeps nothing has a card all the same, without a word, where', () => {
	const deny = 'throw new DOMException("denied", "SecurityError")';
	test.each([
		[
			'there is no storage',
			`Object.defineProperty(window, 'localStorage', { get() { ${deny} } });` +
				`Object.defineProperty(window, 'sessionStorage', { get() { ${deny} } })`,
		],
		['there is no room', `Storage.prototype.setItem = () => { ${deny} }`],
	])('%s', async (_what, script) => {
		const user = lane.enroll('Mentee', false);
		const page = await openTab(user);
		await page.addInitScript(script);
		await page.goto(lane.address(newcomersPage));
		await mentorOnCard(page);
		await optOutOnCard(page);
		expect(lane.memoryOf(user).state).toBe('optedOut');
		expect(lines).toEqual([]);
	});

	test('on GrowthExperiments’ Homepage there is no storage', async () => {
		const user = lane.enrollMentee();
		const page = await openTab(user);
		await page.addInitScript(
			`Object.defineProperty(window, 'localStorage', { get() { ${deny} } })`,
		);
		await page.goto(lane.address(homepage));
		await moduleOn(page).optedOut.waitFor();
		await expect.poll(() => lane.store.mentees.stateOf(user.id), patience).toBe('optedOut');
		expect(lines).toEqual([]);
	});
});
