import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { askOnCard, cardOn, mentorOnCard } from '../journeys/card.ts';
import { formOn } from '../journeys/configPerson.ts';
import { getMentor, homepage, moduleOn } from '../journeys/growthHomepage.ts';
import { injectUserscript } from '../journeys/injected.ts';
import {
	administrators,
	configurationTitle,
	newcomersPage,
	openAs,
	pageAddress,
} from '../journeys/visitor.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { useLane } from '../support/openDemo.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';

const lane = useLane();

/** As a live preview or a reply tool does: the content is the server's again, and scripts are told. */
async function drawAnew(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const text = await (await fetch(location.href)).text();
		const fresh = new DOMParser().parseFromString(text, 'text/html');
		const content = document.querySelector('#mw-content-text');
		content?.replaceChildren(...(fresh.querySelector('#mw-content-text')?.childNodes ?? []));
		mw.hook('wikipage.content').fire($('#mw-content-text'));
	});
	await settle(page);
}

/** As any script does that has changed something on the page. */
async function tellScripts(page: Page): Promise<void> {
	await page.evaluate(() => mw.hook('wikipage.content').fire($('#mw-content-text')));
	await settle(page);
}

/** A Homepage from which a person has been opted out. */
async function openOptedOut(): Promise<Page> {
	const user = lane().enrollMentee();
	const page = await lane().open(user, homepage);
	await moduleOn(page).optedOut.waitFor();
	await expect.poll(() => lane().memoryOf(user).pending, patience).toBeUndefined();
	await settle(page);
	return page;
}

test('on growth, the opted-out card stays as it is when scripts are told of the content again', async () => {
	const page = await openOptedOut();
	const before = await page.locator('#mw-content-text').innerHTML();
	lane().order([]);
	await tellScripts(page);
	expect(await page.locator('#mw-content-text').innerHTML()).toBe(before);
	expect(lane().calls()).toEqual([]);
	await getMentor(page);
	await tellScripts(page);
	expect(await page.locator('[data-module-name^=mentorship]:visible').count()).toBe(1);
});

test('on growth, a Homepage drawn anew shows one opted-out card', async () => {
	const page = await openOptedOut();
	await drawAnew(page);
	expect(await page.locator('[data-module-name=mentorship-optin]:visible').count()).toBe(1);
	expect(await page.locator('[data-module-name=mentorship]:visible').count()).toBe(0);
});

/** The card is there again after the page was drawn anew, and does what it is for. */
async function expectCardAgain(page: Page): Promise<void> {
	await cardOn(page).getMentor.waitFor();
	await drawAnew(page);
	await askOnCard(page);
	await mentorOnCard(page);
}

test('on MediaWiki alone, a page drawn anew has the card again', async () => {
	await expectCardAgain(await lane().open(lane().enroll('Experienced', true), newcomersPage));
});

test('the userscript’s card is there again on a page drawn anew', async () => {
	const wiki = await startDemoWiki();
	const { context } = await openAs(wiki, lane().browser, 'Edgar Experienced');
	const page = await context.newPage();
	await page.goto(pageAddress(wiki, newcomersPage));
	await injectUserscript(page);
	await expectCardAgain(page);
	await context.close();
	await wiki.stop();
});

test('the form is there again where its page is drawn anew, with what was typed', async () => {
	const admin = lane().enroll('Administrator', true, administrators);
	const page = await lane().open(admin, configurationTitle);
	await formOn(page).edits.fill('77');
	await drawAnew(page);
	expect(await formOn(page).edits.inputValue()).toBe('77');
	expect(await formOn(page).edits.count()).toBe(1);
});
