import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPeople } from '../../server-mock/people/people.ts';
import { moduleOn } from '../journeys/growthHomepage.ts';
import { cardOn, newcomersPage, pageAddress } from '../journeys/visitor.ts';
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
			startDemoWiki({ gadgetFolder: 'dist/wiki' }),
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
		await page.goto(pageAddress(wiki, title, {}));
		await settle(page);
		return page;
	}

	test.each(demoPeople.map(({ name }) => name))(
		'%s sees the right card on both hosts',
		async (name) => {
			const isOptedOut = !mentees.has(name);
			const plain = cardOn(await openAs(name, newcomersPage));
			await (isOptedOut ? plain.optedOut : plain.mentor).waitFor();
			const growth = moduleOn(await openAs(name, 'Special:Homepage'));
			expect([await growth.optedOut.isVisible(), await growth.mentor.isVisible()]).toEqual([
				isOptedOut,
				!isOptedOut,
			]);
		},
	);

	test('going from one host to the other changes nothing for an experienced editor', async () => {
		const page = await openAs('Edgar Experienced', 'Special:Homepage');
		await page.goto(pageAddress(wiki, newcomersPage, {}));
		await cardOn(page).optedOut.waitFor();
		await cardOn(page).getMentor.click();
		await cardOn(page).confirm.click();
		await cardOn(page).mentor.waitFor();
		expect(await cardOn(page).mentorName.innerText()).toBe('Marius Mentor');
	});
});
