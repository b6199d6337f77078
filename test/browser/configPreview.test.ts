import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gridColumns, gridRows, placeOf } from '../../gadget/settings/preview/plot.ts';
import { createRandom } from '../../server-mock/people/population.ts';
import { expectAccessible } from '../journeys/accessibility.ts';
import { formOn, previewOn } from '../journeys/configPerson.ts';
import { isForTexts } from '../journeys/textRequests.ts';
import { configurationTitle, pageAddress } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { type CrowdedDemo, startCrowdedDemo } from './crowdedDemo.ts';

let demo: CrowdedDemo;
let browser: Browser;
let context: BrowserContext;
let refused: string[];

beforeAll(async () => {
	[demo, browser] = await Promise.all([startCrowdedDemo(), launchChromium()]);
});
afterAll(async () => {
	await Promise.all([demo?.stop(), browser?.close()]);
});
beforeEach(() => {
	refused = [];
});
afterEach(async () => {
	await context.close();
	expect(refused).toEqual([]);
});

async function open(person: string | null, width = 1280): Promise<Page> {
	const { wiki } = demo;
	context = await browser.newContext({ viewport: { width, height: 900 } });
	const { cookies } = await wiki.logIn(person);
	await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: wiki.origin })));
	return openAgain();
}

async function openAgain(): Promise<Page> {
	const page = await context.newPage();
	page.on('console', (message) => {
		if (message.text().includes('Content Security Policy')) {
			refused.push(message.text());
		}
	});
	await page.goto(pageAddress(demo.wiki, configurationTitle, {}));
	await formOn(page).edits.waitFor();
	return page;
}

const administrator = 'Ada Administrator';

async function scan(page: Page): Promise<void> {
	await previewOn(page).begin.click();
	await previewOn(page).sentence.waitFor();
}

/** What was asked of the API, from now on: the parameter that says whom it was about. */
function watchRequests(page: Page): string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		const { searchParams } = new URL(request.url());
		const about = searchParams.get('ususerids') ?? searchParams.get('gemmmentor');
		if (about !== null) {
			asked.push(about);
		}
	});
	return asked;
}

/** Lets the wiki take its time for each answer about mentees, in milliseconds. */
async function slowDown(page: Page, delay: number): Promise<void> {
	await page.route(/list=(growthmentormentee|users)/, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, delay));
		// A page that is left needs no answer any more.
		await route.continue().catch(() => undefined);
	});
}

describe('a scan of 5,000', () => {
	test.each([
		['while mentors are listed', /Mentors: 1\d of 38/],
		['while accounts are looked up', /Accounts: 1,\d\d\d of/],
	])('goes on where it was after a reload %s', async (_when, progress) => {
		const page = await open('Nora Newcomer');
		await slowDown(page, 50);
		const asked = watchRequests(page);
		await previewOn(page).begin.click();
		await page.getByText(progress).waitFor();
		await page.reload();
		await previewOn(page).sentence.waitFor();
		const ids = asked
			.filter((about) => /^[\d|]+$/.test(about))
			.flatMap((about) => about.split('|'));
		const mentors = asked.filter((about) => !/^[\d|]+$/.test(about));
		// What was under way when the page was left is asked again, nothing else.
		expect(new Set(mentors).size).toBe(38);
		expect(mentors.length).toBeLessThanOrEqual(39);
		expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(50);
		expect(await countShown(page)).toBe(demo.everybody().length);
	});

	test('asks for one thing at a time, and says who is asking', async () => {
		const page = await open(null);
		let underWay = 0;
		let most = 0;
		const agents = new Set<string | undefined>();
		const patience = new Set<string | null>();
		const isOfScan = (request: Request) => request.url().includes('list=') && !isForTexts(request);
		page.on('request', (request) => {
			if (isOfScan(request)) {
				underWay += 1;
				most = Math.max(most, underWay);
				agents.add(request.headers()['api-user-agent']);
				patience.add(new URL(request.url()).searchParams.get('maxlag'));
			}
		});
		page.on('requestfinished', (request) => {
			underWay -= Number(isOfScan(request));
		});
		await scan(page);
		expect(most).toBe(1);
		expect([...agents]).toEqual([expect.stringMatching(/^MentorshipGadget \(http/)]);
		expect([...patience]).toEqual(['5']);
	});

	test('can be paused, goes on, and can be cancelled', async () => {
		const page = await open('Nora Newcomer');
		await slowDown(page, 50);
		const { begin, pause, resume, cancel, refresh, progress, sentence } = previewOn(page);
		await begin.click();
		await page.getByText(/Accounts: [1-9].* left$/).waitFor();
		expect(await pause.evaluate((button) => button === document.activeElement)).toBe(true);
		await expectAccessible(page, '.mentorship-settings');
		await pause.click();
		await page.getByText(/^Paused/).waitFor();
		const asked = watchRequests(page);
		await page.reload();
		await page.getByText(/^Paused/).waitFor();
		expect(asked).toEqual([]);
		await resume.click();
		await progress.waitFor();
		await cancel.click();
		await begin.waitFor();
		await scan(page);
		const before = await sentence.innerText();
		await refresh.click();
		await cancel.click();
		await refresh.waitFor();
		expect(await sentence.innerText()).toBe(before);
	});

	test('waits as long as a busy wiki says', async () => {
		const page = await open(administrator);
		let refusals = 0;
		await page.route(/list=users/, async (route) => {
			refusals += 1;
			await (refusals > 2
				? route.continue()
				: route.fulfill({
						headers: { 'Retry-After': '1', 'Content-Type': 'application/json' },
						body: JSON.stringify({ errors: [{ code: 'maxlag', text: 'Waiting.' }] }),
					}));
		});
		await previewOn(page).begin.click();
		await page.getByText('The wiki is busy. Counting continues in 1 second.').waitFor();
		await previewOn(page).sentence.waitFor();
		expect(await countShown(page)).toBe(demo.everybody().length);
	});

	test('is left to the tab that does it, and shown in both', async () => {
		const first = await open('Nora Newcomer');
		await slowDown(first, 50);
		await previewOn(first).begin.click();
		await previewOn(first).pause.waitFor();
		const second = await openAgain();
		const asked = watchRequests(second);
		await second.getByText('Counting continues in another tab.').waitFor();
		await previewOn(second).sentence.waitFor();
		expect(asked).toEqual([]);
	});

	test('is there the next time, with its age', async () => {
		const page = await open(administrator);
		await scan(page);
		const later = await openAgain();
		const asked = watchRequests(later);
		await previewOn(later).sentence.waitFor();
		await later.getByText(/^Counted (just now|\d+ minutes? ago)\.$/).waitFor();
		expect(asked).toEqual([]);
	});
});

/** How many mentees the sentence speaks of. */
async function countShown(page: Page): Promise<number> {
	const [, all = ''] = /of ([\d,]+) mentees/.exec(await previewOn(page).sentence.innerText()) ?? [];
	return numberOf(all);
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));
const sum = (numbers: readonly number[]): number =>
	numbers.reduce((total, next) => total + next, 0);

/** Everything that shows how many are opted out. */
async function readEffect(page: Page) {
	const sentence = await previewOn(page).sentence.innerText();
	const numbers = (selector: string) =>
		page
			.locator(selector)
			.evaluateAll((cells) => cells.map(({ textContent }) => textContent ?? ''))
			.then((texts) => texts.map(numberOf));
	return {
		sentence: numberOf(/^[\d,]+/.exec(sentence)?.[0] ?? ''),
		picture: await numbers('.mentorship-plot__counts text'),
		table: sum(await numbers('.mentorship-settings__out [aria-hidden]')),
		freed: sum(await numbers('[aria-labelledby=mentorship-preview-mentors] tbody td:nth-child(3)')),
	};
}

/**
 * Names of those who have no dot in the picture, or whose dot is on the wrong side of a line by more
 * than the half square that it may be off.
 *
 * @param optedOut Whose dots belong into the shaded part.
 */
async function findMisplaced(page: Page, optedOut: readonly string[]): Promise<string[]> {
	const [left = 0, bottom = 0] = await page
		.locator('.mentorship-plot__out')
		.evaluate((rect) =>
			['x', 'height'].map((name) => Number.parseFloat(rect.getAttribute(name) ?? '') / 100),
		);
	const paths = await page
		.locator('.mentorship-plot path')
		.evaluateAll((found) => found.map((path) => path.getAttribute('d') ?? '').join(''));
	const dots = new Set([...paths.matchAll(/M(\d+ \d+)h0/g)].map(([, dot]) => dot));
	const inside = new Set(optedOut);
	const everybody = demo.everybody();
	const ages = everybody.map(({ registration }) => (Date.now() - (registration ?? 0)) / 86_400_000);
	const range = {
		edits: 1.5 * Math.max(...everybody.map(({ edit_count }) => edit_count)),
		days: 1.5 * Math.max(...ages.filter((_days, index) => everybody[index]?.registration)),
	};
	return everybody
		.filter(({ name, edit_count, registration }, index) => {
			const x = registration === null ? 1 : placeOf(ages[index] ?? 0, range.days);
			const column = Math.round(x * gridColumns);
			const row = Math.round((1 - placeOf(edit_count, range.edits)) * gridRows);
			const right = column - left * gridColumns;
			const above = bottom * gridRows - row;
			const isRight = inside.has(name) ? right > -0.6 && above > -0.6 : right < 0.6 || above < 0.6;
			// Ages are some seconds older here than on the page.
			const isDrawn = [column, column - 1].some((drawn) => dots.has(`${drawn} ${row}`));
			return !isRight || !isDrawn;
		})
		.map(({ name }) => name);
}

describe('the effect', () => {
	test('is what a count by SQL says: sentence, picture, table, mentors and file', async () => {
		const page = await open(administrator);
		await scan(page);
		const { enabled, edits, age } = formOn(page);
		if (!(await enabled.isChecked())) {
			await enabled.check();
		}
		const random = createRandom(Date.now());
		const upTo = (most: number) => Math.floor(Math.expm1(random() * Math.log1p(most)));
		for (let pair = 0; pair < 10; pair++) {
			const [minEditcount, minTenureInDays] = [upTo(5000), upTo(700)];
			await edits.fill(String(minEditcount));
			await age.fill(String(minTenureInDays));
			const names = demo.optedOut(minEditcount, minTenureInDays);
			const effect = await readEffect(page);
			const label = `${minEditcount} edits, ${minTenureInDays} days`;
			expect([label, effect.sentence]).toEqual([label, names.length]);
			expect([label, effect.table, effect.freed]).toEqual([label, names.length, names.length]);
			expect([label, await downloadNames(page)]).toEqual([label, names.sort()]);
			if (effect.picture.length === 4) {
				expect(effect.picture[3]).toBe(names.length);
				expect(sum(effect.picture)).toBe(demo.everybody().length);
			}
			expect([label, await findMisplaced(page, names)]).toEqual([label, []]);
		}
	});

	test('follows a line that is dragged or moved by keys, without a request', async () => {
		const page = await open(administrator);
		await scan(page);
		const { edits, age } = formOn(page);
		const { editsLine, ageLine } = previewOn(page);
		const requests: string[] = [];
		page.on('request', (request) => {
			if (request.url().includes('/api.php')) {
				requests.push(request.url());
			}
		});
		await ageLine.locator('circle').scrollIntoViewIfNeeded();
		const grip = await ageLine.locator('circle').boundingBox();
		const { x, y, width, height } = grip ?? { x: 0, y: 0, width: 0, height: 0 };
		await page.mouse.move(x + width / 2, y + height / 2);
		await page.mouse.down();
		await page.mouse.move(x + width / 2 + 120, y + height / 2, { steps: 5 });
		await page.mouse.up();
		const days = Number(await age.inputValue());
		expect(days).toBeGreaterThan(60);
		expect(numberOf((await ageLine.getAttribute('aria-valuenow')) ?? '')).toBe(days);
		await editsLine.focus();
		await page.keyboard.press('PageUp');
		await page.keyboard.press('ArrowDown');
		expect(await edits.inputValue()).toBe('999');
		expect((await readEffect(page)).sentence).toBe(demo.optedOut(999, days).length);
		expect(requests).toEqual([]);
	});

	test.each([1280, 390])('is accessible, all of it shown, at %i px', async (width) => {
		const page = await open(administrator, width);
		await scan(page);
		for (const summary of await page.locator('.mentorship-settings summary').all()) {
			await summary.click();
		}
		await expectAccessible(page, '.mentorship-settings');
	});

	test('can be looked at by a person who may not change anything', async () => {
		const page = await open('Nora Newcomer');
		await scan(page);
		await previewOn(page).editsLine.focus();
		await page.keyboard.press('Home');
		await previewOn(page).ageLine.focus();
		await page.keyboard.press('Home');
		expect((await readEffect(page)).sentence).toBe(demo.everybody().length);
	});
});

async function downloadNames(page: Page): Promise<string[]> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		previewOn(page).download.click(),
	]);
	const text = await readFile(await download.path(), 'utf8');
	const [heading, ...lines] = text.replace('\ufeff', '').trimEnd().split('\r\n');
	expect(heading).toBe('"name","mentor","editcount","registration","userpage"');
	return lines.map((line) => line.split(',')[0]?.replaceAll('"', '') ?? '').sort();
}
