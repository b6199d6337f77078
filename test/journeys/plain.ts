import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import arabic from '../../gadget/i18n/ar.json' with { type: 'json' };
import { settle } from '../support/settle.ts';
import { expectAccessible } from './accessibility.ts';
import { askOnCard, cardOn, mentorOnCard, optOutOnCard } from './card.ts';
import { listRequests } from './requests.ts';
import { openStage, type Prepare } from './stage.ts';
import {
	configuration,
	configurationTitle,
	type Experience,
	off,
	on,
	people,
	type Visitor,
} from './visitor.ts';

/** What people go through on the `plain` host; `first/plain.ts` has the shortest way through it. */
export function describePlainJourneys(prepare: Prepare, skin: string): void {
	const stage = openStage(prepare);
	const open = (visitor: Visitor, parameters = {}) =>
		visitor.open(undefined, { useskin: skin, ...parameters });
	const openAs = async (who: Experience) => open(await stage.arrive(who));
	const experiencedWithMentor = () =>
		stage.arrive(people.experienced, { memory: { mentor: stage.mentor('Mentor3') } });

	test('the mentor card says how much they edit, and links to them and to a new question', async () => {
		const page = await openAs(people.newcomer);
		const { module } = cardOn(page);
		const name = await mentorOnCard(page);
		await expect.poll(() => module.innerText()).toContain('5,000 edits');
		const links = module.getByRole('link');
		expect(await links.nth(0).getAttribute('href')).toBe(`/index.php/User:${name}`);
		const ask = module.getByRole('link', { name: 'Ask your mentor a question' });
		expect(await ask.getAttribute('href')).toMatch(
			new RegExp(`User_talk:${name}.*action=edit.*section=new`),
		);
		await ask.click();
		await page.waitForURL(/action=edit/);
		expect(await page.locator('[name=wpSummary]').count()).toBe(1);
	});

	test.each<[string, Experience, 'optedOut' | 'mentor']>([
		['500 edits and 31 days', [500, 31], 'optedOut'],
		['499 edits and 31 days', [499, 31], 'mentor'],
		['500 edits and 29 days', [500, 29], 'mentor'],
		['900 edits and an unknown registration', [900, null], 'optedOut'],
		['499 edits and an unknown registration', [499, null], 'mentor'],
	])('an editor with %s sees the right card', async (_what, who, expected) => {
		const card = cardOn(await openAs(who));
		await card[expected].waitFor();
		expect(await card.optedOut.count()).toBe(expected === 'optedOut' ? 1 : 0);
	});

	test('an experienced editor gets their mentor back in place, focused and announced', async () => {
		const page = await open(await experiencedWithMentor());
		await page.evaluate(() => Object.assign(window, { sameDocument: true }));
		await askOnCard(page);
		expect(await mentorOnCard(page)).toBe('Mentor3');
		expect(await focusedText(page)).toBe('Your mentor');
		expect(await cardOn(page).status.innerText()).toContain('Mentor3');
		expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
	});

	test('an experienced editor who never had a mentor is given none until they ask', async () => {
		const visitor = await stage.arrive(people.experienced);
		const page = await open(visitor);
		await cardOn(page).optedOut.waitFor();
		expect(await visitor.hasMemory()).toBe(false);
		await askOnCard(page);
		await mentorOnCard(page);
		expect((await visitor.readMemory())?.mentor?.name).toMatch(/^Mentor[12]$/);
	});

	test('an editor who asked keeps their mentor when the thresholds are lowered to 0', async () => {
		const visitor = await experiencedWithMentor();
		const page = await open(visitor);
		await askOnCard(page);
		await mentorOnCard(page);
		const none = { enabled: true, minEditcount: 0, minTenureInDays: 0 };
		await stage.setRule(none);
		await cardOn(await open(visitor)).mentor.waitFor();
		await cardOn(await openAs([0, 1])).optedOut.waitFor();
	});

	test('opting out by hand leads to the same card, to the pixel, and back by choice', async () => {
		const pageByRule = await openAs(people.experienced);
		await cardOn(pageByRule).optedOut.waitFor();
		const visitor = await stage.arrive(people.newcomer);
		const pageByHand = await open(visitor);
		const name = await mentorOnCard(pageByHand);
		await optOutOnCard(pageByHand);
		expect(await visitor.readMemory()).toMatchObject({ state: 'optedOut' });

		const page = await open(visitor);
		const { optedOut, getMentor, dialog, confirm } = cardOn(page);
		await optedOut.waitFor();
		expect((await picture(page)).equals(await picture(pageByRule))).toBe(true);

		await getMentor.click();
		expect(await dialog.getByRole('radio', { name }).isChecked()).toBe(true);
		await dialog.getByRole('radio', { name: 'Another mentor' }).check();
		await confirm.click();
		expect(await mentorOnCard(page)).toBe(name === 'Mentor1' ? 'Mentor2' : 'Mentor1');
	});

	test.each([
		['the rule is off', configuration(off)],
		['a value is of the wrong type', configuration({ ...on, minEditcount: '500' })],
		['a key is missing', configuration({ enabled: true, minEditcount: 500 })],
		['the block is missing', '{}'],
		['the page is missing', null],
	])('the rule opts nobody out where %s', async (_what, text) => {
		await (text === null
			? stage.wiki.deletePage(configurationTitle)
			: stage.wiki.savePage(configurationTitle, text));
		expect(await mentorOnCard(await open(await experiencedWithMentor()))).toBe('Mentor3');
	});

	test('on an article, not a byte of the gadget is asked for', async () => {
		await stage.wiki.savePage('An article', 'Text.\n\n<div class="mentorship-module"></div>');
		const visitor = await stage.arrive(people.newcomer);
		let asked: readonly string[] = [];
		const page = await visitor.open('An article', { useskin: skin }, (tab) => {
			asked = listRequests(tab, (_request, { href }) => decodeURIComponent(href));
		});
		await settle(page);
		expect(asked.filter((url) => url.includes('gadget.mentorship'))).toEqual([]);
		expect(await cardOn(page).module.innerHTML()).toBe('');
	});

	test('the keyboard alone is enough, there and back', async () => {
		const page = await open(await experiencedWithMentor());
		const card = cardOn(page);
		const press = async (...keys: string[]) => {
			for (const key of keys) {
				await page.keyboard.press(key);
			}
		};
		await card.getMentor.focus();
		await press('Enter');
		await card.dialog.waitFor();
		await press('Escape');
		await card.dialog.waitFor({ state: 'detached' });
		expect(await focusedText(page)).toBe('Get a mentor');
		await press('Enter', 'Enter');
		await card.mentor.waitFor();
		await press('Tab', 'Enter', 'ArrowDown');
		expect(await focusedText(page)).toBe('Opt out of mentorship');
		await press('Enter', 'Enter');
		await card.optedOut.waitFor();
		expect(await focusedText(page)).toBe('Mentorship');
	});

	describe.each([
		{ device: 'desktop', width: 1280, parameters: {}, texts: undefined },
		{ device: 'phone', width: 390, parameters: {}, texts: undefined },
		{ device: 'right to left', width: 390, parameters: { uselang: 'ar' }, texts: arabic },
	])('on $device', ({ width, parameters, texts }) => {
		test('every card and dialog fits, and axe finds nothing', async () => {
			const page = await open(await experiencedWithMentor(), parameters);
			await page.setViewportSize({ width, height: 800 });
			const { getMentor, confirm, mentor, menu } = cardOn(page, texts);
			await getMentor.waitFor();
			await expectAccessible(page, '.mentorship-module');
			await getMentor.click();
			await expectAccessible(page, '.mentorship-dialog');
			await confirm.click();
			await mentor.waitFor();
			await menu.click();
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
