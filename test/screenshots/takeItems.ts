import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { cardOn } from '../journeys/card.ts';
import { formOn, previewOn, unfoldAll } from '../journeys/configPerson.ts';
import { mentorsOn } from '../journeys/mentorsForm.ts';
import { mentorListTitle } from '../journeys/preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	newcomersPage,
	on,
	openAs,
	pageAddress,
} from '../journeys/visitor.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { hideExtension } from '../support/hideExtension.ts';
import { settle } from '../support/settle.ts';

/*
 * Pictures of form and card, to look at after a change: each notice, a phone, dark, from right to left. They
 * are not kept in the repository.
 */

const folder = 'dist/looks/form';

interface Look {
	readonly person?: string;
	readonly width?: number;
	readonly title?: string;
	readonly parameters?: Readonly<Record<string, string>>;
	readonly isDark?: boolean;
	/** As a wiki without GrowthExperiments. */
	readonly isPlain?: boolean;
}

/** Takes them all, of a demo wiki of its own, as 1.45 and with hardly any mentees. */
export async function takeItems(browser: Browser): Promise<void> {
	await mkdir(folder, { recursive: true });
	const wiki = await startDemoWiki({ version: '1.45', gadgetFolder: 'dist/wiki' });
	const second = { name: 'Bea Second', editCount: 900, registration: null, groups: ['sysop'] };
	await wiki.setPerson(second);

	async function open(look: Look = {}): Promise<Page> {
		const { person = 'Ada Administrator', width = 1280, title = configurationTitle } = look;
		const colorScheme = look.isDark ? 'dark' : 'light';
		const viewport = { width, height: 900 };
		const { context } = await openAs(wiki, browser, person, { viewport, colorScheme });
		if (look.isPlain) {
			await hideExtension(context);
		}
		const page = await context.newPage();
		await page.goto(pageAddress(wiki, title, look.parameters));
		const card = cardOn(page).module.locator('h2');
		const preview = page.locator('.mentorship-settings [id^=mentorship-preview-title]');
		await (title === newcomersPage ? card : preview).waitFor();
		return page;
	}

	async function take(name: string, page: Page, isScanned = false): Promise<void> {
		if (isScanned) {
			await page.locator('[aria-labelledby=mentorship-preview-title] button').first().click();
			await page.locator('.mentorship-plot').waitFor();
			await unfoldAll(page);
		}
		await settle(page);
		const path = `${folder}/${name}.png`;
		await page.screenshot({ path, animations: 'disabled', fullPage: true });
		console.log(path);
	}

	async function chooseEverybody(page: Page): Promise<void> {
		await formOn(page).edits.fill('0');
		await formOn(page).age.fill('0');
		await formOn(page).save.click();
		await formOn(page).doubt.waitFor();
	}

	const community = await open({ title: 'Special:CommunityConfiguration/Mentorship' });
	await community.getByRole('button', { name: 'Move the settings here' }).waitFor();
	await take('1-community-form', community);

	const conflicted = await open();
	await formOn(conflicted).edits.fill('700');
	const session = await wiki.logIn(second.name);
	const text = configuration({ ...on, minEditcount: 900 });
	await session.post({ action: 'edit', title: configurationTitle, text });
	await formOn(conflicted).save.click();
	await formOn(conflicted).keepMine.waitFor();
	await take('2-conflict', conflicted);
	await formOn(conflicted).keepMine.click();
	await formOn(conflicted).saved.waitFor();
	await take('2-kept-mine', conflicted);

	const doubtful = await open();
	await chooseEverybody(doubtful);
	await take('3-no-preview', doubtful);
	await previewOn(doubtful).begin.click();
	await previewOn(doubtful).sentence.waitFor();
	await chooseEverybody(doubtful);
	await take('3-with-preview', doubtful);

	await take('4-plain', await open({ isPlain: true }), true);

	const off = await open();
	await formOn(off).enabled.uncheck();
	await formOn(off).edits.fill('100');
	await take('5-off', off, true);
	await take('5-read-only', await open({ person: 'Nora Newcomer' }));

	await take('6-few', await open(), true);
	await take('6-dark', await open({ isDark: true }), true);
	const phone = { width: 390, parameters: { useskin: 'minerva' } };
	await take('6-phone', await open(phone), true);
	await take('6-right-to-left', await open({ parameters: { uselang: 'ar' } }), true);

	await wiki.savePage(configurationTitle, configuration(on));
	const returning = await open({ person: 'Edgar Experienced', title: newcomersPage });
	await cardOn(returning).getMentor.click();
	await cardOn(returning).dialog.getByText('will be your mentor again').waitFor();
	await take('8-returning', returning);
	await cardOn(returning).confirm.click();
	await cardOn(returning).menu.click();
	await take('10-menu', returning);
	const menuOnPhone = await open({ ...phone, person: 'Nora Newcomer', title: newcomersPage });
	await cardOn(menuOnPhone).menu.click();
	await take('10-menu-phone', menuOnPhone);

	await wiki.savePage(mentorListTitle, '{"Mentors":{}}');
	await wiki.savePage('MediaWiki:Gadget-mentorship-card-help-desk', 'Project:Help desk');
	const newcomer = { name: 'Nina New', editCount: 1, registration: null };
	await wiki.setPerson(newcomer);
	const withoutMentor = await open({ person: newcomer.name, title: newcomersPage });
	await settle(withoutMentor);
	// What the community changed is drawn at the next visit.
	await withoutMentor.reload();
	await take('11-help-desk', withoutMentor);

	const mentors = await open({ isPlain: true });
	await mentorsOn(mentors).name.fill('Nobody of this name');
	await mentorsOn(mentors).add.click();
	await mentorsOn(mentors).form.getByText('There is no account').waitFor();
	await take('12-mentors', mentors);
	await take('12-mentors-phone', await open({ ...phone, isPlain: true }));
	await wiki.stop();
}
