import { beforeEach, expect, test } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { readPage } from '../mediawiki/pages.ts';
import { expectAccessible } from './accessibility.ts';
import { cardOn, mentorOnCard } from './card.ts';
import {
	arriveAsAdministrator,
	formOn,
	latestRevision,
	listLeaveQuestions,
	openForm,
} from './configPerson.ts';
import { openStage, type Prepare } from './stage.ts';
import { configurationTitle, off, on, visit } from './visitor.ts';

const settings = '.mentorship-settings';

/** Foreign keys, one of which JavaScript would put first, and one of the block's own. */
const pageText = (block: object) =>
	JSON.stringify({ zeta: '<b>&amp;', [thresholdsKey]: block, alpha: { b: [1, {}], a: [] } });

/** What administrators and others do with the form. `test/settings` has what each part of it says. */
export function describeConfigForm(prepare: Prepare): void {
	const stage = openStage(prepare);
	beforeEach(() => stage.wiki.savePage(configurationTitle, pageText(off)));

	const openAsAdministrator = async () => openForm(await arriveAsAdministrator(stage));
	const readText = async () => (await readPage(stage.wiki, configurationTitle)) ?? '';
	/** What the wiki makes of a JSON page's text. */
	const formattedByWiki = async (text: string) => {
		await stage.wiki.savePage('MediaWiki:Formatted.json', text);
		return readPage(stage.wiki, 'MediaWiki:Formatted.json');
	};

	test('an administrator turns the rule on, and the next visit of an experienced editor follows it', async () => {
		const veteran = await stage.arrive([700, 400]);
		await mentorOnCard(await veteran.open());

		const visitor = await arriveAsAdministrator(stage);
		const page = await openForm(visitor);
		const { enabled, edits, age, summary, save, saved, showChange } = formOn(page);
		expect(await edits.isDisabled()).toBe(false);
		await enabled.check();
		expect(await summary.inputValue()).toBe(
			'Opt out experienced users from mentorship (500 edits, 30 days)',
		);
		await edits.fill('700');
		await age.fill('31');
		await summary.fill('As <i>discussed</i>');
		await save.click();
		await saved.waitFor();
		expect(await readText()).toBe(
			await formattedByWiki(pageText({ enabled: true, minEditcount: 700, minTenureInDays: 31 })),
		);
		expect(await latestRevision(visitor.session, configurationTitle)).toMatchObject({
			user: visitor.name,
			comment: 'As <i>discussed</i>',
		});
		await expect
			.poll(() => page.locator('#mw-content-text .mw-json').first().innerText())
			.toContain('700');
		await showChange.click();
		await page.getByText('minTenureInDays').first().waitFor();

		await cardOn(await veteran.open()).optedOut.waitFor();
		await mentorOnCard(await (await stage.arrive([699, 400])).open());
	});

	test.each([
		['another administrator', 'Admin'],
		['the same person in another tab', 'oneself'],
	])('what %s saved meanwhile is shown; “Keep mine” saves mine', async (_who, who) => {
		const visitor = await arriveAsAdministrator(stage);
		const page = await openForm(visitor);
		const { enabled, edits, age, save, saved, conflict, keepMine } = formOn(page);
		await enabled.check();
		await edits.fill('700');
		const theirs = { enabled: true, minEditcount: 900, minTenureInDays: 90 };
		const text = pageText(theirs).replace('zeta', 'eta');
		await (who === 'oneself'
			? visitor.session.post({ action: 'edit', title: configurationTitle, text })
			: stage.wiki.savePage(configurationTitle, text));
		await save.click();
		await conflict.waitFor();
		expect(await conflict.innerText()).not.toContain(visitor.name);
		expect(await page.getByRole('row').allInnerTexts()).toContain('Number of edits\t700\t900');
		expect([await edits.inputValue(), await age.inputValue()]).toEqual(['700', '30']);
		// Codex's own colour of a button below the mouse has too little contrast.
		await page.mouse.move(0, 0);
		await expectAccessible(page, settings);
		await keepMine.click();
		await saved.waitFor();
		expect(JSON.parse(await readText())).toMatchObject({
			eta: '<b>&amp;',
			[thresholdsKey]: { ...on, minEditcount: 700 },
		});
	});

	test.each([
		['is not an administrator', () => stage.arrive([10, 10])],
		['is logged out', () => visit(stage.wiki, stage.browser, null)],
	])('a person who %s sees the values, and who may edit them', async (_who, arrive) => {
		const visitor = await arrive();
		const page = await openForm(visitor);
		const { form, enabled, edits, save } = formOn(page);
		expect([await enabled.isDisabled(), await edits.isDisabled()]).toEqual([true, true]);
		expect(await edits.inputValue()).toBe('500');
		expect(await save.count()).toBe(0);
		await expect.poll(() => form.innerText()).toMatch(/Administrators/);
		await expectAccessible(page, settings);
		await visitor.context.close();
	});

	test('asks before something typed is lost', async () => {
		const page = await openAsAdministrator();
		const asked = listLeaveQuestions(page);
		await page.reload();
		await formOn(page).enabled.check();
		await page.reload();
		expect(asked).toEqual(['beforeunload']);
	});

	test('keeps what was typed when the session is lost, and saves after logging in again', async () => {
		const visitor = await arriveAsAdministrator(stage);
		const { enabled, edits, save, saved, alert } = formOn(await openForm(visitor));
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
		await stage.wiki.savePage('MediaWiki:Other.json', '{}');
		const visitor = await arriveAsAdministrator(stage);
		const { revid } = await latestRevision(visitor.session, configurationTitle);
		const places: Array<[string, Record<string, string>]> = [
			['Special:RecentChanges', {}],
			['MediaWiki:Other.json', {}],
			[configurationTitle, { action: 'edit' }],
			[configurationTitle, { action: 'history' }],
			[configurationTitle, { diff: String(revid), oldid: 'prev' }],
		];
		for (const place of places) {
			const page = await visitor.open(...place);
			await page.waitForLoadState('load');
			const form = 'ext.gadget.mentorship-settings';
			const state = await page.evaluate((name) => mw.loader.getState(name), form);
			expect([...place, state]).toEqual([...place, 'registered']);
		}
	});
}
