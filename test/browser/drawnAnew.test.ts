import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { formOn } from '../journeys/configPerson.ts';
import { moduleOn } from '../journeys/growthHomepage.ts';
import { injectUserscript } from '../journeys/injected.ts';
import { mentorNamed } from '../journeys/preparedWiki.ts';
import { cardOn, configurationTitle, newcomersPage, pageAddress } from '../journeys/visitor.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { useLane } from '../support/openDemo.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';

const homepage = 'Special:Homepage';
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

test('on growth, the opted-out card stays as it is when scripts are told of the content again', async () => {
	const user = lane().enroll('Experienced', true);
	lane().store.mentees.setMentor(user.id, mentorNamed(lane().prepared, 'Mentor3').id ?? 0);
	const page = await lane().openTab(user);
	await page.goto(lane().address(homepage));
	await moduleOn(page).optedOut.waitFor();
	await expect.poll(() => lane().memoryOf(user).pending, patience).toBeUndefined();
	await settle(page);
	const before = await page.locator('#mw-content-text').innerHTML();
	lane().order([]);
	await tellScripts(page);
	expect(await page.locator('#mw-content-text').innerHTML()).toBe(before);
	expect(lane().calls()).toEqual([]);
	await moduleOn(page).getMentor.click();
	await moduleOn(page).confirm.click();
	await moduleOn(page).mentorName.waitFor();
	await tellScripts(page);
	expect(await page.locator('[data-module-name^=mentorship]:visible').count()).toBe(1);
});

test('on growth, a Homepage drawn anew shows one opted-out card', async () => {
	const user = lane().enroll('Experienced', true);
	lane().store.mentees.setMentor(user.id, mentorNamed(lane().prepared, 'Mentor3').id ?? 0);
	const page = await lane().openTab(user);
	await page.goto(lane().address(homepage));
	await moduleOn(page).optedOut.waitFor();
	await expect.poll(() => lane().memoryOf(user).pending, patience).toBeUndefined();
	await settle(page);
	await drawAnew(page);
	expect(await page.locator('[data-module-name=mentorship-optin]:visible').count()).toBe(1);
	expect(await page.locator('[data-module-name=mentorship]:visible').count()).toBe(0);
});

test('on MediaWiki alone, a page drawn anew has the card again', async () => {
	const page = await lane().openTab(lane().enroll('Experienced', true));
	await page.goto(lane().address(newcomersPage));
	await cardOn(page).getMentor.waitFor();
	await drawAnew(page);
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
	await cardOn(page).mentorName.waitFor();
});

test('the userscript’s card is there again on a page drawn anew', async () => {
	const wiki = await startDemoWiki();
	const page = await (await lane().openTab(lane().enroll('Experienced', true))).context().newPage();
	const { cookies } = await wiki.logIn('Edgar Experienced');
	await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url: wiki.origin })));
	await page.goto(pageAddress(wiki, newcomersPage, {}));
	await injectUserscript(page);
	await cardOn(page).getMentor.waitFor();
	await drawAnew(page);
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
	await cardOn(page).mentorName.waitFor();
	await page.close();
	await wiki.stop();
});

test('the form is there again where its page is drawn anew, with what was typed', async () => {
	const admin = lane().enroll('Administrator', true, ['sysop', 'interface-admin']);
	const page = await lane().openTab(admin);
	await page.goto(lane().address(configurationTitle));
	await formOn(page).edits.fill('77');
	await drawAnew(page);
	expect(await formOn(page).edits.inputValue()).toBe('77');
	expect(await formOn(page).edits.count()).toBe(1);
});
