import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import arabic from '../../gadget/i18n/ar.json' with { type: 'json' };
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { expectAccessible } from './accessibility.ts';
import { mentorNamed, type PreparedWiki } from './preparedWiki.ts';
import {
	cardOn,
	configuration,
	configurationTitle,
	facts,
	freshName,
	on,
	pageAddress,
	type Visitor,
	visit,
} from './visitor.ts';

/**
 * What people go through on the `plain` host, on whichever wiki.
 *
 * @param prepare Starts a wiki that has the gadget, the newcomers' page and the mentors.
 */
export function describePlainJourneys(prepare: () => Promise<PreparedWiki>, skin: string): void {
	let wiki: WikiUnderTest;
	let browser: Browser;
	let prepared: PreparedWiki;

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
		wiki = prepared.wiki;
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});
	beforeEach(async () => {
		await wiki.savePage(configurationTitle, configuration(on));
	});

	const arrive = (what: string, edits: number, days: number | null): Promise<Visitor> =>
		visit(wiki, browser, { name: freshName(what), ...facts(edits, days) });
	const open = (visitor: Visitor, parameters = {}) =>
		visitor.open(undefined, { useskin: skin, ...parameters });
	const experiencedWithMentor = async (): Promise<Visitor> => {
		const visitor = await arrive('Experienced', 600, 400);
		await visitor.writeMemory({ version: 1, mentor: mentorNamed(prepared, 'Mentor3') });
		return visitor;
	};

	test('a newcomer gets a mentor once and keeps them', async () => {
		const newcomer = await arrive('Newcomer', 3, 1);
		const card = cardOn(await open(newcomer));
		await card.mentorName.waitFor();
		const name = await card.mentorName.innerText();
		expect(['Mentor1', 'Mentor2']).toContain(name);
		await expect.poll(() => card.module.innerText()).toContain('5,000 edits');
		for (let visits = 0; visits < 3; visits++) {
			const again = cardOn(await open(newcomer));
			await again.mentorName.waitFor();
			expect(await again.mentorName.innerText()).toBe(name);
		}
		expect((await newcomer.readMemory())?.mentor?.name).toBe(name);
	});

	test('the mentor card links to the mentor and to a new question', async () => {
		const page = await open(await arrive('Newcomer', 3, 1));
		const card = cardOn(page);
		const name = await card.mentorName.innerText();
		const links = card.module.getByRole('link');
		expect(await links.nth(0).getAttribute('href')).toBe(`/index.php/User:${name}`);
		const ask = card.module.getByRole('link', { name: 'Ask your mentor a question' });
		expect(await ask.getAttribute('href')).toMatch(
			new RegExp(`User_talk:${name}.*action=edit.*section=new`),
		);
		await ask.click();
		await page.waitForURL(/action=edit/);
		expect(await page.locator('[name=wpSummary]').count()).toBe(1);
	});

	test.each([
		['500 edits and 31 days', 500, 31, 'optedOut'],
		['499 edits and 31 days', 499, 31, 'mentor'],
		['500 edits and 29 days', 500, 29, 'mentor'],
		['900 edits and an unknown registration', 900, null, 'optedOut'],
		['499 edits and an unknown registration', 499, null, 'mentor'],
	] as const)('somebody with %s sees the right card', async (_what, edits, days, expected) => {
		const card = cardOn(await open(await arrive('Editor', edits, days)));
		await card[expected].waitFor();
		expect(await card.optedOut.count()).toBe(expected === 'optedOut' ? 1 : 0);
	});

	test('an experienced editor gets their mentor back in place, focused and announced', async () => {
		const visitor = await experiencedWithMentor();
		const page = await open(visitor);
		await page.evaluate(() => Object.assign(window, { sameDocument: true }));
		const card = cardOn(page);
		await card.getMentor.click();
		await card.confirm.click();
		await card.mentor.waitFor();
		expect(await card.mentorName.innerText()).toBe('Mentor3');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your mentor');
		expect(await card.status.innerText()).toContain('Mentor3');
		expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
		expect(await cardOn(await open(visitor)).mentorName.innerText()).toBe('Mentor3');
	});

	test('an experienced editor who never had a mentor is given none until they ask', async () => {
		const visitor = await arrive('Experienced', 600, 400);
		const card = cardOn(await open(visitor));
		await card.optedOut.waitFor();
		expect(await visitor.hasMemory()).toBe(false);
		await card.getMentor.click();
		await card.confirm.click();
		await card.mentor.waitFor();
		expect((await visitor.readMemory())?.mentor?.name).toMatch(/^Mentor[12]$/);
	});

	test('whoever asked keeps their mentor when the thresholds are lowered to 0', async () => {
		const visitor = await experiencedWithMentor();
		const card = cardOn(await open(visitor));
		await card.getMentor.click();
		await card.confirm.click();
		await card.mentor.waitFor();
		const none = { enabled: true, minEditcount: 0, minTenureInDays: 0 };
		await wiki.savePage(configurationTitle, configuration(none));
		await cardOn(await open(visitor)).mentor.waitFor();
		await cardOn(await open(await arrive('Newcomer', 0, 1))).optedOut.waitFor();
	});

	test.each([
		['somebody who chose that one is told so', 'optedOut', true],
		['somebody whom the rule opted out is not', undefined, false],
	] as const)(
		'another mentor is given where the previous one has left; %s',
		async (_what, state, isTold) => {
			const visitor = await arrive('Experienced', 600, 400);
			await visitor.writeMemory({ version: 1, state, mentor: { name: 'Left', id: 987_654 } });
			const card = cardOn(await open(visitor));
			await card.getMentor.click();
			expect(await card.dialog.getByRole('radio', { name: 'Left' }).count()).toBe(isTold ? 1 : 0);
			await card.confirm.click();
			await card.mentor.waitFor();
			expect(await card.mentorName.innerText()).toMatch(/^Mentor[12]$/);
			expect((await card.module.innerText()).includes('The mentor you asked for')).toBe(isTold);
		},
	);

	test('opting out by hand leads to the same card, to the pixel, and back by choice', async () => {
		const pageByRule = await open(await arrive('Experienced', 600, 400));
		const byRule = cardOn(pageByRule);
		await byRule.optedOut.waitFor();
		const visitor = await arrive('Newcomer', 3, 1);
		const card = cardOn(await open(visitor));
		const name = await card.mentorName.innerText();
		await card.menu.click();
		await card.optOut.click();
		await card.confirm.click();
		await card.optedOut.waitFor();
		expect(await visitor.readMemory()).toMatchObject({ state: 'optedOut' });

		const page = await open(visitor);
		const next = cardOn(page);
		await next.optedOut.waitFor();
		expect((await picture(page)).equals(await picture(pageByRule))).toBe(true);

		await next.getMentor.click();
		expect(await next.dialog.getByRole('radio', { name }).isChecked()).toBe(true);
		await next.dialog.getByRole('radio', { name: 'Another mentor' }).check();
		await next.confirm.click();
		await next.mentor.waitFor();
		expect(await next.mentorName.innerText()).toBe(name === 'Mentor1' ? 'Mentor2' : 'Mentor1');
	});

	test.each([
		['the rule is off', configuration({ ...on, enabled: false })],
		['a value is of the wrong type', configuration({ ...on, minEditcount: '500' })],
		['a key is missing', configuration({ enabled: true, minEditcount: 500 })],
		['the block is missing', '{}'],
		['the page is missing', null],
	])('nobody is opted out by the rule where %s', async (_what, text) => {
		if (text === null) {
			await wiki.deletePage(configurationTitle);
		} else {
			await wiki.savePage(configurationTitle, text);
		}
		await cardOn(await open(await experiencedWithMentor())).mentor.waitFor();
	});

	test('turning the rule off brings the mentor back at the next visit', async () => {
		const visitor = await experiencedWithMentor();
		await cardOn(await open(visitor)).optedOut.waitFor();
		await wiki.savePage(configurationTitle, configuration({ ...on, enabled: false }));
		const card = cardOn(await open(visitor));
		await card.mentor.waitFor();
		expect(await card.mentorName.innerText()).toBe('Mentor3');
	});

	test('nothing on the page is touched for a person logged out', async () => {
		const page = await open(await visit(wiki, browser, null));
		await gadgetIsReady(page);
		const html = await cardOn(page).module.evaluate((module) => module.outerHTML);
		expect(html).toBe('<div class="mentorship-module"></div>');
	});

	test('on an article, not a byte of the gadget is asked for', async () => {
		await wiki.savePage('An article', 'Text.\n\n<div class="mentorship-module"></div>');
		const visitor = await arrive('Newcomer', 3, 1);
		const page = await visitor.context.newPage();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
		await page.goto(pageAddress(wiki, 'An article', { useskin: skin }));
		await settle(page);
		expect(asked.filter((url) => url.includes('gadget.mentorship'))).toEqual([]);
		expect(await cardOn(page).module.innerHTML()).toBe('');
	});

	test('the keyboard alone is enough, there and back', async () => {
		const page = await open(await experiencedWithMentor());
		const card = cardOn(page);
		await card.getMentor.focus();
		await page.keyboard.press('Enter');
		await card.dialog.waitFor();
		await page.keyboard.press('Escape');
		await card.dialog.waitFor({ state: 'detached' });
		expect(await focusedText(page)).toBe('Get a mentor');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await card.mentor.waitFor();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowDown');
		expect(await focusedText(page)).toBe('Opt out of mentorship');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await card.optedOut.waitFor();
		expect(await focusedText(page)).toBe('Mentorship');
	});

	describe.each([
		{ device: 'desktop', width: 1280, parameters: {}, texts: undefined },
		{ device: 'phone', width: 390, parameters: {}, texts: undefined },
		{ device: 'right to left', width: 390, parameters: { uselang: 'ar' }, texts: arabic },
	])('on $device', ({ width, parameters, texts }) => {
		test('every card and dialog fits, and axe finds nothing', async () => {
			const visitor = await experiencedWithMentor();
			const page = await open(visitor, parameters);
			await page.setViewportSize({ width, height: 800 });
			const card = cardOn(page, texts);
			await card.getMentor.waitFor();
			await expectAccessible(page, '.mentorship-module');
			await card.getMentor.click();
			await expectAccessible(page, '.mentorship-dialog');
			await card.confirm.click();
			await card.mentor.waitFor();
			await card.menu.click();
			await expectAccessible(page, '.mentorship-module');
		});
	});
}

/** The card as it is painted in one go: painting it bit by bit rounds its corners a shade differently. */
async function picture(page: Page): Promise<Buffer> {
	await settle(page);
	await page.setViewportSize({ width: 1000, height: 800 });
	return cardOn(page).module.screenshot();
}

async function focusedText(page: Page): Promise<string | null | undefined> {
	return page.evaluate(() => document.activeElement?.textContent);
}

/** The default gadget has run, whatever it decided. */
async function gadgetIsReady(page: Page): Promise<void> {
	await page.waitForFunction(
		() => window.mw?.loader?.getState('ext.gadget.mentorship') === 'ready',
	);
}
