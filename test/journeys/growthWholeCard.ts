import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import { expectAccessible } from './accessibility.ts';
import { arriveAtHomepage, type HomepageVisitor, moduleOn } from './growthHomepage.ts';
import { type PreparedWiki, prepareWiki } from './preparedWiki.ts';
import { configuration, configurationTitle, on } from './visitor.ts';

type Way = 'a moment ago' | 'at an earlier visit';
const ways: readonly Way[] = ['a moment ago', 'at an earlier visit'];

/** Somebody gets their mentor back, and uses the card without loading the page again. */
export function describeWholeCard(start: () => Promise<PreparedWiki['wiki']>): void {
	let prepared: PreparedWiki;
	let browser: Browser;

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([
			start().then((wiki) => prepareWiki(wiki)),
			launchChromium(),
		]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(async () => {
		await Promise.all([prepared?.wiki.stop(), browser?.close()]);
	});

	const arrive = () => arriveAtHomepage(prepared.wiki, browser, 'desktop', [600, 400]);

	describe.each(ways)('of somebody opted out %s', (way) => {
		test('menu and link open by keyboard, nothing is dead, and axe-core finds nothing', async () => {
			const visitor = await arrive();
			const page = await getMentor(visitor, way);
			await page.evaluate(() => Object.assign(window, { sameDocument: true }));
			const menu = page.locator('[data-module-name=mentorship] [aria-haspopup=true]');
			const options = page.locator('.oo-ui-menuOptionWidget:visible');
			const about = page.getByRole('heading', { name: 'About mentors' });
			await menu.focus();
			await page.keyboard.press('Enter');
			await expect.poll(() => options.count()).toBe(2);
			await page.keyboard.press('Escape');
			if (await options.count()) {
				await page.keyboard.press('Enter');
			}
			await page.locator('#growthexperiments-homepage-mentorship-learn-more').focus();
			await page.keyboard.press('Enter');
			await dialogWith(page, 'About mentors').waitFor();
			// What the dialog says of the mentor was put together with the mentor known.
			expect(await dialogWith(page, 'About mentors').innerText()).not.toContain('{{');
			await page.keyboard.press('Escape');
			await about.first().waitFor({ state: 'hidden' });
			await expectAccessible(page, '[data-module-name=mentorship]');
			expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
		});

		test('the heading has the focus, and the mentor is read out', async () => {
			const visitor = await arrive();
			const page = await getMentor(visitor, way);
			const name = await moduleOn(page).mentorName.innerText();
			await page.locator('[role=status]', { hasText: name }).first().waitFor({ state: 'attached' });
			await expect
				.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
				.toBe('Your mentor');
		});
	});

	async function getMentor(visitor: HomepageVisitor, way: Way): Promise<Page> {
		const mentor = prepared.mentors[2];
		if (way === 'at an earlier visit' && mentor) {
			await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
			const graduatedAt = new Date().toISOString();
			await visitor.writeMemory({ version: 1, mentor, graduatedAt });
		}
		const page = await visitor.openHomepage();
		await moduleOn(page).optedOut.waitFor();
		await settle(page);
		await moduleOn(page).getMentor.click();
		await moduleOn(page).confirm.click();
		await page.locator('#mw-ge-homepage-mentorship-cta').waitFor();
		await page.locator('[data-module-name=mentorship] [aria-haspopup=true]').waitFor();
		await page.locator('.oo-ui-messageDialog-content').first().waitFor({ state: 'hidden' });
		await settle(page);
		return page;
	}
}

function dialogWith(page: Page, text: string) {
	return page.locator('dialog[open], .oo-ui-processDialog-content:visible', { hasText: text });
}
