import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { readPage } from '../mediawiki/pages.ts';
import { launchChromium } from '../support/chromium.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { expectAccessible } from './accessibility.ts';
import { arriveAsAdministrator, formOn, openForm } from './configPerson.ts';
import type { PreparedWiki } from './preparedWiki.ts';
import {
	cardOn,
	configurationTitle,
	facts,
	freshName,
	on,
	type Visitor,
	visit,
} from './visitor.ts';

const off = { ...on, enabled: false };
/** Foreign keys, one of which JavaScript would put first, and one of the block's own. */
const pageText = (block: object) =>
	JSON.stringify({ zeta: '<b>&amp;', [thresholdsKey]: block, alpha: { b: [1, {}], a: [] } });

/**
 * What administrators and others go through with the form, on whichever wiki.
 *
 * @param prepare Starts a wiki that has the gadget, the newcomers' page and the mentors.
 */
export function describeConfigForm(prepare: () => Promise<PreparedWiki>): void {
	let wiki: WikiUnderTest;
	let browser: Browser;
	let visitors: Visitor[];

	beforeAll(async () => {
		const [prepared, launched] = await Promise.all([prepare(), launchChromium()]);
		wiki = prepared.wiki;
		browser = launched;
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});
	beforeEach(async () => {
		visitors = [];
		await wiki.savePage(configurationTitle, pageText(off));
	});
	afterEach(async () => {
		await Promise.all(visitors.map(({ context }) => context.close()));
	});

	const arrive = async (): Promise<Visitor> => {
		const visitor = await arriveAsAdministrator(wiki, browser);
		visitors.push(visitor);
		return visitor;
	};
	const arriveAs = async (what: string, edits: number, days: number): Promise<Visitor> => {
		const person = { name: freshName(what), ...facts(edits, days) };
		const visitor = await visit(wiki, browser, person);
		visitors.push(visitor);
		return visitor;
	};

	test('an administrator turns the rule on, and the next visit of an experienced editor follows it', async () => {
		const veteran = await arriveAs('Veteran', 700, 400);
		const before = cardOn(await veteran.open());
		await before.mentorName.waitFor();

		const page = await openForm(await arrive());
		const { enabled, edits, age, save, saved, showChange } = formOn(page);
		expect(await edits.isDisabled()).toBe(false);
		await enabled.check();
		await edits.fill('700');
		await age.fill('31');
		await save.click();
		await saved.waitFor();
		expect(await readPage(wiki, configurationTitle)).toBe(
			await formattedBy(wiki, pageText({ enabled: true, minEditcount: 700, minTenureInDays: 31 })),
		);
		await expect
			.poll(() => page.locator('#mw-content-text .mw-json').first().innerText())
			.toContain('700');
		await showChange.click();
		await page.getByText('minTenureInDays').first().waitFor();

		const after = cardOn(await veteran.open());
		await after.optedOut.waitFor();
		const almost = cardOn(await (await arriveAs('Almost', 699, 400)).open());
		await almost.mentorName.waitFor();
	});

	test('saves with the summary that the person wrote', async () => {
		const visitor = await arrive();
		const { enabled, summary, save, saved } = formOn(await openForm(visitor));
		await enabled.check();
		expect(await summary.inputValue()).toBe(
			'Opt out experienced users from mentorship (500 edits, 30 days)',
		);
		await summary.fill('As <i>discussed</i>');
		await save.click();
		await saved.waitFor();
		expect(await latestRevision(wiki)).toMatchObject({
			user: visitor.name,
			comment: 'As <i>discussed</i>',
		});
	});

	test('two administrators in conflict: “Keep mine” keeps what was typed, and saves it', async () => {
		const page = await openForm(await arrive());
		const { enabled, edits, age, save, saved, conflict, keepMine } = formOn(page);
		await enabled.check();
		await edits.fill('700');
		await wiki.savePage(
			configurationTitle,
			pageText({ enabled: true, minEditcount: 900, minTenureInDays: 90 }).replace('zeta', 'eta'),
		);
		await save.click();
		await conflict.waitFor();
		expect(await page.getByRole('row').allInnerTexts()).toContain('Number of edits\t700\t900');
		expect([await edits.inputValue(), await age.inputValue()]).toEqual(['700', '30']);
		// Codex's own colour of a button below the mouse has too little contrast.
		await page.mouse.move(0, 0);
		await expectAccessible(page, '.mentorship-settings');
		await keepMine.click();
		await saved.waitFor();
		const text = (await readPage(wiki, configurationTitle)) ?? '';
		expect(JSON.parse(text)).toMatchObject({
			eta: '<b>&amp;',
			[thresholdsKey]: { ...on, minEditcount: 700 },
		});
	});

	test('two administrators in conflict: “Use the saved ones” shows those, and leaves nothing to save', async () => {
		const page = await openForm(await arrive());
		const { enabled, edits, age, save, conflict, takeTheirs } = formOn(page);
		await enabled.check();
		await wiki.savePage(
			configurationTitle,
			pageText({ enabled: true, minEditcount: 900, minTenureInDays: 90 }),
		);
		await save.click();
		await conflict.waitFor();
		await takeTheirs.click();
		expect([await edits.inputValue(), await age.inputValue()]).toEqual(['900', '90']);
		expect(await conflict.count()).toBe(0);
		await save.click();
		await page.getByText('Nothing to save').waitFor();
	});

	test('catches what the same person saved in another tab', async () => {
		const visitor = await arrive();
		const first = formOn(await openForm(visitor));
		const second = formOn(await openForm(visitor));
		await second.enabled.check();
		await second.save.click();
		await second.saved.waitFor();
		await first.enabled.check();
		await first.edits.fill('800');
		await first.save.click();
		await first.conflict.waitFor();
		expect(await first.conflict.innerText()).not.toContain(visitor.name);
		await first.keepMine.click();
		await first.saved.waitFor();
	});

	test('shows a person who may not edit the values, and who may', async () => {
		const page = await openForm(await arriveAs('Reader', 10, 10));
		const { form, enabled, edits, save } = formOn(page);
		expect([await enabled.isDisabled(), await edits.isDisabled()]).toEqual([true, true]);
		expect(await edits.inputValue()).toBe('500');
		expect(await save.count()).toBe(0);
		await expect.poll(() => form.innerText()).toMatch(/Administrators/);
		await expectAccessible(page, '.mentorship-settings');
	});

	test('shows the same to a person who is logged out', async () => {
		const visitor = await visit(wiki, browser, null);
		visitors.push(visitor);
		const { edits, save } = formOn(await openForm(visitor));
		expect(await edits.isDisabled()).toBe(true);
		expect(await save.count()).toBe(0);
	});

	test('creates a missing page', async () => {
		await wiki.deletePage(configurationTitle);
		const page = await openForm(await arrive());
		const { create, save, saved, edits, age } = formOn(page);
		expect([await edits.inputValue(), await age.inputValue()]).toEqual(['500', '30']);
		await create.click();
		await saved.waitFor();
		expect(await save.count()).toBe(1);
		const text = (await readPage(wiki, configurationTitle)) ?? '';
		expect(JSON.parse(text)).toEqual({ [thresholdsKey]: off });
	});

	test('says which setting is wrong, and starts from the defaults', async () => {
		await wiki.savePage(configurationTitle, pageText({ ...off, minEditcount: '500' }));
		const page = await openForm(await arrive());
		const { alert, startFromDefaults, save, saved } = formOn(page);
		expect(await alert.innerText()).toMatch(/minEditcount” has to be a whole number.*Line \d+/s);
		await expectAccessible(page, '.mentorship-settings');
		await startFromDefaults.click();
		await save.click();
		await saved.waitFor();
		const text = (await readPage(wiki, configurationTitle)) ?? '';
		expect(JSON.parse(text)).toEqual(JSON.parse(pageText(off)));
	});

	test('an error has the icon of one in Arabic, too, where Codex has another for notices', async () => {
		await wiki.savePage(configurationTitle, pageText({ ...off, minEditcount: '500' }));
		const visitor = await arrive();
		const icons = await Promise.all(
			['en', 'ar'].map(async (uselang) => {
				const { alert } = formOn(await openForm(visitor, { uselang }));
				const icon = alert.locator('.cdx-message__icon');
				return icon.evaluate((element) => getComputedStyle(element).maskImage);
			}),
		);
		expect(icons[0]).toContain('<svg');
		expect(icons[1]).toBe(icons[0]);
	});

	test('sends nothing while a number is wrong, and goes there', async () => {
		const page = await openForm(await arrive());
		const { enabled, edits, age, save } = formOn(page);
		const requests: string[] = [];
		page.on('request', (request) => {
			if (request.url().includes('/api.php')) {
				requests.push(request.url());
			}
		});
		await enabled.check();
		await age.fill('-1');
		await edits.fill('1.5');
		await save.focus();
		await page.keyboard.press('Enter');
		expect(await edits.evaluate((input) => input === document.activeElement)).toBe(true);
		expect(requests).toEqual([]);
		await expectAccessible(page, '.mentorship-settings');
	});

	test('asks before 0 and 0 are saved, and says that there is no preview to tell how many that are', async () => {
		const page = await openForm(await arrive());
		const { enabled, edits, age, save, doubt, saveAnyway, saved } = formOn(page);
		await enabled.check();
		await edits.fill('0');
		await age.fill('0');
		await save.click();
		await doubt.waitFor();
		expect(await doubt.innerText()).toContain('there is no preview yet');
		expect(JSON.parse((await readPage(wiki, configurationTitle)) ?? '')[thresholdsKey]).toEqual(
			off,
		);
		await page.mouse.move(0, 0);
		await expectAccessible(page, '.mentorship-settings');
		await saveAnyway.click();
		await saved.waitFor();
	});

	test('says where nothing had to be saved', async () => {
		const page = await openForm(await arrive());
		await formOn(page).save.click();
		await page.getByText('Nothing to save').waitFor();
	});

	test('asks before something typed is lost', async () => {
		const page = await openForm(await arrive());
		const { enabled } = formOn(page);
		const asked: string[] = [];
		page.on('dialog', (dialog) => {
			asked.push(dialog.type());
			dialog.accept().catch(() => undefined);
		});
		await page.reload();
		await enabled.check();
		await page.reload();
		expect(asked).toEqual(['beforeunload']);
	});

	test('keeps what was typed when the session is lost, and saves after logging in again', async () => {
		const visitor = await arrive();
		const page = await openForm(visitor);
		const { enabled, edits, save, saved, alert } = formOn(page);
		await enabled.check();
		await edits.fill('650');
		const cookies = await visitor.context.cookies();
		await visitor.context.clearCookies();
		await save.click();
		await alert.waitFor();
		expect(await alert.getByRole('link', { name: 'Log in' }).count()).toBe(1);
		expect(await edits.inputValue()).toBe('650');
		await visitor.context.addCookies(cookies);
		await save.click();
		await saved.waitFor();
	});

	test('is loaded on no other page', async () => {
		await wiki.savePage('MediaWiki:Other.json', '{}');
		const visitor = await arrive();
		const { revid } = await latestRevision(wiki);
		const places: Array<[string, Record<string, string>]> = [
			['Main Page', {}],
			['Special:RecentChanges', {}],
			['MediaWiki:Other.json', {}],
			[configurationTitle, { action: 'edit' }],
			[configurationTitle, { action: 'history' }],
			[configurationTitle, { diff: String(revid), oldid: 'prev' }],
		];
		for (const [title, parameters] of places) {
			const page = await visitor.open(title, parameters);
			await page.waitForLoadState('load');
			const state = await page.evaluate(() =>
				(
					window as unknown as { mw: { loader: { getState(name: string): string } } }
				).mw.loader.getState('ext.gadget.mentorship-settings'),
			);
			expect([title, parameters, state]).toEqual([title, parameters, 'registered']);
		}
	});

	describe.each([
		['desktop', 1280, {}],
		['phone', 390, { useskin: 'minerva' }],
	])('on a %s', (_device, width, parameters) => {
		test('is accessible, and can be used by keyboard alone', async () => {
			const visitor = await arriveAsAdministrator(wiki, browser, { width, height: 900 });
			visitors.push(visitor);
			const page = await openForm(visitor, parameters);
			const { enabled, edits, saved } = formOn(page);
			await expectAccessible(page, '.mentorship-settings');
			await enabled.focus();
			await page.keyboard.press('Space');
			await page.keyboard.press('Tab');
			expect(await edits.evaluate((input) => input === document.activeElement)).toBe(true);
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type('42');
			await page.keyboard.press('Enter');
			await saved.waitFor();
			await expectAccessible(page, '.mentorship-settings');
		});
	});
}

/** What the wiki makes of a JSON page's text. */
async function formattedBy(wiki: WikiUnderTest, text: string): Promise<string | undefined> {
	await wiki.savePage('MediaWiki:Formatted.json', text);
	return readPage(wiki, 'MediaWiki:Formatted.json');
}

async function latestRevision(wiki: WikiUnderTest): Promise<{ readonly revid: number }> {
	const session = await wiki.logIn(null);
	const answer = await session.get({
		action: 'query',
		prop: 'revisions',
		titles: configurationTitle,
		rvprop: 'ids|user|comment',
	});
	return Object(answer).query.pages[0].revisions[0];
}
