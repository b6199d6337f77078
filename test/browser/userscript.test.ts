import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import { drawnByGadget, openFramed } from '../journeys/framed.ts';
import { injectUserscript } from '../journeys/injected.ts';
import {
	cardOn,
	configurationTitle,
	facts,
	freshName,
	newcomersPage,
	pageAddress,
	visit,
} from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { settle } from '../support/settle.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

describe('the userscript on the demo wiki, which has no gadget', () => {
	let wiki: WikiUnderTest;
	let browser: Browser;

	beforeAll(async () => {
		[wiki, browser] = await Promise.all([startDemoWiki(), launchChromium()]);
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});

	async function open(name: string, title: string): Promise<Page> {
		const { cookies } = await wiki.logIn(name);
		const context = await browser.newContext();
		await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: wiki.origin })));
		const page = await context.newPage();
		await page.goto(pageAddress(wiki, title, {}));
		await injectUserscript(page);
		return page;
	}

	test('opts an experienced editor out on GrowthExperiments’ Homepage', async () => {
		const page = await open('Greta Grown', 'Special:Homepage');
		await page.locator('[data-module-name=mentorship-optin]').waitFor();
		expect(await page.locator('[data-module-name=mentorship]:visible').count()).toBe(0);
		await expect
			.poll(async () => {
				const session = await wiki.logIn('Greta Grown');
				return session.get({ action: 'query', meta: 'growthmenteestatus' });
			})
			.toMatchObject({ growthmenteestatus: { menteestatus: 'optout' } });
	});

	test('leaves a newcomer’s Homepage as the server drew it', async () => {
		const page = await open('Nora Newcomer', 'Special:Homepage');
		await settle(page);
		expect(await page.locator('[data-module-name=mentorship]').count()).toBeGreaterThan(0);
	});

	test('shows an experienced editor the opted-out card on a wiki without the extension', async () => {
		const page = await open('Edgar Experienced', newcomersPage);
		await cardOn(page).getMentor.waitFor();
	});

	test('does nothing in another site’s frame', async () => {
		const person = { name: freshName('Framed'), ...facts(600, 400) };
		const visitor = await visit(wiki, browser, person);
		const address = pageAddress(wiki, 'Special:Homepage', {});
		const { frame, writes } = await openFramed(visitor, address, injectUserscript);
		expect(await frame.locator(drawnByGadget).count()).toBe(0);
		expect(writes).toEqual([]);
		expect(await visitor.hasMemory()).toBe(false);
	});

	test('says in its menu that the wiki has no settings, and shows what one would see, writing nothing', async () => {
		await wiki.deletePage(configurationTitle);
		const { cookies } = await wiki.logIn('Edgar Experienced');
		const context = await browser.newContext();
		await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: wiki.origin })));
		const page = await context.newPage();
		const writes: string[] = [];
		page.on('request', (request) => {
			if (request.method() !== 'GET') {
				writes.push(request.url());
			}
		});
		await page.goto(pageAddress(wiki, 'Special:Homepage', {}));
		const asServed = await page.locator('#mw-content-text').innerHTML();
		await injectUserscript(page);
		await page.getByText(english['userscript-menu-off']).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByText(english['userscript-opted-out']).waitFor();
		await dialog.getByLabel(english['form-minEditcount']).fill('100000');
		await dialog.getByText(english['userscript-enabled']).waitFor();
		await dialog.getByText(english.close).click();
		await dialog.waitFor({ state: 'detached' });
		expect(await page.locator('#mw-content-text').innerHTML()).toBe(asServed);
		expect(writes).toEqual([]);
	});
});
