import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import arabic from '../../gadget/i18n/ar.json' with { type: 'json' };
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import { demoPeople } from '../../server-mock/people/people.ts';
import { askOnCard, cardOn, mentorOnCard } from '../journeys/card.ts';
import { dragLine } from '../journeys/configPerson.ts';
import { homepage, moduleOn } from '../journeys/growthHomepage.ts';
import { newcomersPage, pageAddress } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { settle } from '../support/settle.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

const mentees = new Set(['Nora Newcomer', 'Felix Few', 'Rita Recent']);

describe('on the demo wiki as it is delivered', () => {
	let wiki: WikiUnderTest;
	let browser: Browser;

	beforeAll(async () => {
		[wiki, browser] = await Promise.all([
			startDemoWiki({ gadgetFolder: 'dist/wiki', crowd: { mentees: 300, date: Date.now() } }),
			launchChromium(),
		]);
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});

	/** Switches to a person as a visitor of the demo does, and opens a page. */
	async function openAs(name: string, title: string): Promise<Page> {
		const page = await (await browser.newContext()).newPage();
		await page.goto(wiki.origin);
		await page.getByRole('button', { name }).click();
		await page.goto(pageAddress(wiki, title));
		await settle(page);
		return page;
	}

	test.each(demoPeople.map(({ name }) => name))(
		'%s sees the right card on both hosts',
		async (name) => {
			const isOptedOut = !mentees.has(name);
			const plain = cardOn(await openAs(name, newcomersPage));
			await (isOptedOut ? plain.optedOut : plain.mentor).waitFor();
			const growth = moduleOn(await openAs(name, homepage));
			expect([await growth.optedOut.isVisible(), await growth.mentor.isVisible()]).toEqual([
				isOptedOut,
				!isOptedOut,
			]);
		},
	);

	test('going from one host to the other changes nothing for an experienced editor', async () => {
		const page = await openAs('Edgar Experienced', homepage);
		await page.goto(pageAddress(wiki, newcomersPage));
		await askOnCard(page);
		expect(await mentorOnCard(page)).toBe('Marius Mentor');
	});

	describe.each([
		['English', 1280],
		['English', 390],
		['العربية', 1280],
		['العربية', 390],
	])('in %s at %i px, the Main Page', (language, width) => {
		const texts = language === 'English' ? english : arabic;
		let page: Page;

		beforeAll(async () => {
			page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
			await page.goto(wiki.origin);
			await page.locator('.people-bar summary').click();
			await page.getByRole('button', { name: language, exact: true }).click();
			await page.getByRole('button', { name: 'Start over' }).click();
		});

		/** Does the first half of a step: who to be, and the link to follow. */
		async function begin(name: string, link: string): Promise<void> {
			await page.getByRole('link', { name: 'Main Page' }).click();
			await page.getByRole('button', { name }).click();
			const step = page.getByRole('listitem').filter({ hasText: `Be ${name}` });
			await step.getByRole('link', { name: link }).click();
			expect(await page.getAttribute('html', 'dir')).toBe(language === 'English' ? 'ltr' : 'rtl');
		}

		test('lets one be Edgar, and see his mentor come back', async () => {
			await begin('Edgar', 'newcomers’ page');
			const { getMentor, confirm, mentorName } = cardOn(page, texts);
			await getMentor.click();
			await confirm.click();
			expect(await mentorName.innerText()).toBe('Marius Mentor');
		});

		test('lets one be Ada, and move a line by pointer and by keyboard', async () => {
			await begin('Ada', 'settings');
			await page.getByRole('button', { name: texts['preview-start'] }).click();
			const line = page.getByRole('slider', { name: texts['form-minEditcount'] });
			await dragLine(line, { y: 40 });
			const dragged = Number(await line.getAttribute('aria-valuenow'));
			expect(dragged).toBeLessThan(500);
			await line.press('ArrowUp');
			expect(await line.getAttribute('aria-valuenow')).toBe(String(dragged + 1));
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		});

		test('lets one be Nora, for whom nothing has changed', async () => {
			await begin('Nora', 'newcomers’ page');
			expect(await cardOn(page, texts).mentorName.innerText()).toBe('Miriam Mentor');
		});

		test('keeps the bar in reach: one row of people, and the language beside it', async () => {
			const bar = await page.locator('.people-bar').boundingBox();
			expect(bar?.height).toBeLessThan(width === 1280 ? 50 : 90);
			const summary = await page.locator('.people-bar summary').boundingBox();
			expect((summary?.x ?? width) + (summary?.width ?? 0)).toBeLessThanOrEqual(width);
		});
	});
});
