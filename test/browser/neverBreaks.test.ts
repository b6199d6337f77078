import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '../../server-mock/store/users.ts';
import { moduleOn } from '../journeys/growthHomepage.ts';
import { mentorNamed } from '../journeys/preparedWiki.ts';
import { cardOn, newcomersPage, on } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Lane, openLane } from '../support/lane.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';

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

const loader = /load\.php.*gadget\.mentorship(%2C|,|&|$|\|)/;
const card = /load\.php.*gadget\.mentorship-(card|growth)/;

/** Changes what ResourceLoader sends: `code` runs before the gadget, in its own scope. */
async function putBefore(page: Page, address: RegExp, code: string): Promise<void> {
	await page.route(address, async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		const opening = 'function(require,module,exports){';
		expect(text).toContain(opening);
		return route.fulfill({ response, body: text.replace(opening, opening + code) });
	});
}

interface Breakage {
	readonly what: string;
	readonly break: (page: Page) => Promise<unknown>;
	/**
	 * One, of the gadget. None where only the browser can say it, of the request; of a card's script
	 * that cannot run, the browser or ResourceLoader says a line of its own before.
	 */
	readonly lines: 0 | 1 | 2;
}

const mwWithout = (part: string) => `var mw=Object.assign({},window.mw,{${part}:undefined});`;

const breakages: readonly Breakage[] = [
	{
		what: 'it is blocked',
		break: (page) => page.route(loader, (route) => route.abort()),
		lines: 0,
	},
	{
		what: 'its card is blocked',
		break: (page) => page.route(card, (route) => route.abort()),
		lines: 1,
	},
	{
		what: 'another text comes in the place of its card',
		break: (page) => page.route(card, (route) => route.fulfill({ body: '<h1>Log in</h1>' })),
		lines: 2,
	},
	{
		what: 'it throws as it begins',
		break: (page) => putBefore(page, loader, 'throw new TypeError("broken");'),
		lines: 1,
	},
	{
		what: 'its card throws as it begins',
		break: (page) => putBefore(page, card, 'throw new TypeError("broken");'),
		lines: 2,
	},
	{
		what: 'a module that its card needs is not on the wiki',
		break: (page) =>
			page.route(/index\.php/, async (route) => {
				const response = await route.fetch();
				const html = await response.text();
				// In the list of all modules, which every page brings along.
				const body = html.replaceAll('"mediawiki.util"', '"mediawiki.gone"');
				expect(body).not.toBe(html);
				return route.fulfill({ response, body });
			}),
		lines: 1,
	},
	{
		what: 'there is no mw.user',
		break: (page) => putBefore(page, loader, mwWithout('user')),
		lines: 1,
	},
	{
		what: 'there is no mw.loader',
		break: (page) => putBefore(page, loader, mwWithout('loader')),
		lines: 1,
	},
	{
		what: 'there is no mw.Api',
		break: (page) => putBefore(page, card, mwWithout('Api')),
		lines: 1,
	},
];

/**
 * Only `growth` has to wait for the wiki before it draws anything: for its texts and for what the rule
 * is decided by, side by side, so that each of them says a line.
 */
const growthBreakages: readonly Breakage[] = [
	{
		what: 'the wiki’s API answers with errors',
		break: (page) => page.route(/api\.php/, (route) => route.fulfill({ status: 500 })),
		lines: 2,
	},
	{
		what: 'the wiki’s API does not answer',
		async break(page) {
			await page.route(/api\.php/, async () => {
				await page.clock.fastForward(20_000);
			});
		},
		lines: 2,
	},
	{
		what: 'a text of the wiki is missing',
		break: (page) => page.route(/api\.php/, (route) => route.fulfill({ json: { query: {} } })),
		lines: 2,
	},
];

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
	await page.route(loader, (route) => route.abort());
	await page.goto(lane.address(title));
	await settle(page);
	const asServed = await readContent(page);
	await page.unrouteAll();
	lines = [];
	await breakIt(page);
	await page.goto(lane.address(title));
	await settle(page);
	// The loader gives the card so long.
	await page.clock.fastForward(2000);
	await expect.poll(() => readContent(page), patience).toBe(asServed);
	await expect.poll(() => lines.length, patience).toBe(expected);
}

describe('the page stays as the server made it where', () => {
	test.each(breakages)('$what, on MediaWiki alone', (breakage) => {
		return expectUntouched(lane.enroll('Mentee', false), newcomersPage, breakage);
	});

	test.each([...breakages, ...growthBreakages])(
		'$what, on GrowthExperiments’ Homepage',
		(breakage) => {
			const user = lane.enroll('Experienced', true);
			lane.store.mentees.setMentor(user.id, mentorNamed(lane.prepared, 'Mentor3').id ?? 0);
			return expectUntouched(user, 'Special:Homepage', breakage);
		},
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
		await cardOn(page).mentorName.waitFor();
		await cardOn(page).menu.click();
		await cardOn(page).optOut.click();
		await cardOn(page).confirm.click();
		await cardOn(page).optedOut.waitFor();
		expect(lane.memoryOf(user).state).toBe('optedOut');
		expect(lines).toEqual([]);
	});

	test('on GrowthExperiments’ Homepage there is no storage', async () => {
		const user = lane.enroll('Experienced', true);
		lane.store.mentees.setMentor(user.id, mentorNamed(lane.prepared, 'Mentor3').id ?? 0);
		const page = await openTab(user);
		await page.addInitScript(
			`Object.defineProperty(window, 'localStorage', { get() { ${deny} } })`,
		);
		await page.goto(lane.address('Special:Homepage'));
		await moduleOn(page).optedOut.waitFor();
		await expect.poll(() => lane.store.mentees.stateOf(user.id), patience).toBe('optedOut');
		expect(lines).toEqual([]);
	});
});
