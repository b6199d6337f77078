import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import type { WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';
import {
	arriveAtHomepage,
	type Device,
	devices,
	mentorOf,
	moduleOn,
	statusOf,
} from './growthHomepage.ts';
import { mentorList, type PreparedWiki } from './preparedWiki.ts';
import { configuration, configurationTitle, on } from './visitor.ts';

const experienced = [600, 400] as const;
const newcomer = [3, 1] as const;

/** What people go through on the `growth` host, on whichever wiki has Special:Homepage. */
export function describeGrowthJourneys(prepare: () => Promise<PreparedWiki>): void {
	let prepared: PreparedWiki;
	let wiki: WikiUnderTest;
	let browser: Browser;
	let loggedOut: WikiSession;

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
		wiki = prepared.wiki;
		loggedOut = await wiki.logIn(null);
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});
	beforeEach(async () => {
		await wiki.savePage(configurationTitle, configuration(on));
		await wiki.savePage('MediaWiki:GrowthMentors.json', mentorList(prepared.mentors));
	});

	const arrive = (device: Device, who: readonly [number, number | null]) =>
		arriveAtHomepage(wiki, browser, device, who);
	const mentor = (name: string) => mentorOf(loggedOut, name, prepared.mentors);
	const getMentor = async (page: Page): Promise<void> => {
		const { getMentor: button, confirm } = moduleOn(page);
		await button.click();
		await confirm.click();
	};

	test.each([
		['500 edits and 31 days', 500, 31, true],
		['499 edits and 31 days', 499, 31, false],
		['500 edits and 29 days', 500, 29, false],
		['900 edits and an unknown registration', 900, null, true],
	] as const)('somebody with %s sees the right card', async (_what, edits, days, isOptedOut) => {
		const page = await (await arrive('desktop', [edits, days])).openHomepage();
		await moduleOn(page)[isOptedOut ? 'optedOut' : 'mentor'].waitFor();
		await settle(page);
		expect(await moduleOn(page).optedOut.count()).toBe(isOptedOut ? 1 : 0);
	});

	describe.each(Object.keys(devices) as Device[])('on a %s', (device) => {
		test('graduating frees the mentor, and getting one again brings the same back', async () => {
			const visitor = await arrive(device, experienced);
			await wiki.savePage(configurationTitle, configuration({ ...on, enabled: false }));
			await settle(await visitor.openHomepage());
			const before = await mentor(visitor.name);
			expect(before).not.toBeNull();

			await wiki.savePage(configurationTitle, configuration(on));
			const page = await visitor.openHomepage();
			await moduleOn(page).optedOut.waitFor();
			await settle(page);
			expect([await mentor(visitor.name), await statusOf(visitor.session)]).toEqual([
				null,
				'optout',
			]);
			expect(await visitor.readMemory()).toEqual({
				version: 1,
				mentor: expect.objectContaining({ name: before }),
				graduatedAt: expect.any(String),
			});

			await getMentor(page);
			await moduleOn(page).mentor.waitFor();
			expect(await moduleOn(page).mentorName.innerText()).toBe(before);
			await settle(page);
			expect([await mentor(visitor.name), await statusOf(visitor.session)]).toEqual([
				before,
				'enabled',
			]);
			expect(await visitor.readMemory()).not.toHaveProperty('pending');

			await wiki.savePage(
				configurationTitle,
				configuration({ enabled: true, minEditcount: 0, minTenureInDays: 0 }),
			);
			const later = await visitor.openHomepage();
			await settle(later);
			expect(await moduleOn(later).mentorName.innerText()).toBe(before);
		});

		test('on a card that the server drew, the same mentor comes back in place', async () => {
			const visitor = await arrive(device, experienced);
			await settle(await visitor.openHomepage());
			const remembered = (await visitor.readMemory())?.mentor?.name;
			const page = await visitor.openHomepage();
			await settle(page);
			await page.evaluate(() => Object.assign(window, { sameDocument: true }));
			await getMentor(page);
			await moduleOn(page).mentor.waitFor();
			expect(await moduleOn(page).mentorName.innerText()).toBe(remembered);
			expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
			await settle(page);
			expect(await mentor(visitor.name)).toBe(remembered);
		});

		test('our card is the card that the server draws, to the pixel', async () => {
			const visitor = await arrive(device, experienced);
			const ours = await visitor.openHomepage();
			await moduleOn(ours).optedOut.waitFor();
			await settle(ours);
			const servers = await visitor.openHomepage();
			await settle(servers);
			const pictures: Buffer[] = [];
			for (const page of [ours, servers]) {
				// Painted in one go: painting bit by bit rounds the corners a shade differently.
				await page.setViewportSize({ width: devices[device].width - 10, height: 1500 });
				pictures.push(await moduleOn(page).optedOut.screenshot());
			}
			expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(true);
		});
	});

	test('another mentor is given, and named, where the remembered one has left the list', async () => {
		const visitor = await arrive('desktop', experienced);
		await settle(await visitor.openHomepage());
		const left = (await visitor.readMemory())?.mentor?.name;
		const others = prepared.mentors.filter(({ name }) => name !== left);
		await wiki.savePage('MediaWiki:GrowthMentors.json', mentorList(others));
		const page = await visitor.openHomepage();
		await settle(page);
		await getMentor(page);
		await moduleOn(page).mentor.waitFor();
		const name = await moduleOn(page).mentorName.innerText();
		await settle(page);
		expect(name).not.toBe(left);
		// They asked for a mentor, not for the one who has left.
		await expect
			.poll(() => page.getByRole('status').allInnerTexts())
			.toContain(`\u2068${name}\u2069 is your mentor now.`);
		expect(await mentor(visitor.name)).toBe(name);
		expect(await visitor.readMemory()).toMatchObject({ mentor: { name } });
	});

	test('a person who came back by another way keeps a mentor: the same one', async () => {
		const visitor = await arrive('desktop', experienced);
		await settle(await visitor.openHomepage());
		const remembered = (await visitor.readMemory())?.mentor?.name;
		await visitor.session.post({ action: 'growthsetmenteestatus', state: 'enabled' });
		const page = await visitor.openHomepage();
		await moduleOn(page).mentor.waitFor();
		await settle(page);
		expect(await mentor(visitor.name)).toBe(remembered);
		const later = await visitor.openHomepage();
		await moduleOn(later).mentor.waitFor();
		await settle(later);
		expect(await statusOf(visitor.session)).toBe('enabled');
	});

	test('one who opted out by hand after asking may choose another mentor', async () => {
		const visitor = await arrive('desktop', experienced);
		const page = await visitor.openHomepage();
		await moduleOn(page).optedOut.waitFor();
		await settle(page);
		await getMentor(page);
		await moduleOn(page).mentor.waitFor();
		await settle(page);
		const before = await mentor(visitor.name);
		await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
		const later = await visitor.openHomepage();
		await settle(later);
		await moduleOn(later).getMentor.click();
		await moduleOn(later).dialog.getByRole('radio', { name: 'Another mentor' }).check();
		await moduleOn(later).confirm.click();
		await moduleOn(later).mentor.waitFor();
		await settle(later);
		expect(await mentor(visitor.name)).not.toBe(before);
		expect(await mentor(visitor.name)).not.toBeNull();
	});

	test('the keyboard alone is enough, one dialog opens, and thinking better of it changes nothing', async () => {
		const visitor = await arrive('desktop', experienced);
		await settle(await visitor.openHomepage());
		const page = await visitor.openHomepage();
		await settle(page);
		const { getMentor: button, dialog, mentor: card } = moduleOn(page);
		await button.focus();
		await page.keyboard.press('Enter');
		await dialog.first().waitFor();
		expect(await dialog.count()).toBe(1);
		await page.keyboard.press('Escape');
		await page.locator('.oo-ui-messageDialog-content').first().waitFor({ state: 'hidden' });
		expect(await statusOf(visitor.session)).toBe('optout');
		await button.focus();
		await page.keyboard.press('Enter');
		await dialog.first().waitFor();
		await page.keyboard.press('Enter');
		await card.waitFor();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('mentor');
	});

	test.each([
		['the rule is off', configuration({ ...on, enabled: false })],
		['the configuration page is missing', null],
	])(
		'the Homepage is byte for byte what it is without the gadget where %s',
		async (_what, text) => {
			if (text === null) {
				await wiki.deletePage(configurationTitle);
			} else {
				await wiki.savePage(configurationTitle, text);
			}
			for (const who of [newcomer, experienced]) {
				const visitor = await arrive('desktop', who);
				const html: string[] = [];
				for (const isGadgetBlocked of [true, false]) {
					const page = await visitor.context.newPage();
					if (isGadgetBlocked) {
						await page.route(/load\.php.*gadget/, (route) => route.abort());
					}
					await page.goto(`${wiki.origin}/index.php?title=Special:Homepage&useskin=vector-2022`);
					await settle(page);
					html.push(await moduleOn(page).either.evaluate((module) => module.outerHTML));
				}
				expect(html[1]).toBe(html[0]);
			}
		},
	);
}
