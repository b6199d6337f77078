import { describe, expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import {
	arriveAtHomepage,
	type Device,
	deviceNames,
	getMentor,
	homepage,
	moduleOn,
	pictureOptedOut,
} from './growthHomepage.ts';
import { hasNamedMentor, optedOut, stageGrowth } from './growthStage.ts';
import type { Prepare } from './stage.ts';
import { configuration, configurationTitle, type Experience, off, on, people } from './visitor.ts';

/** What people go through on Special:Homepage, as each device shows it. */
export function describeGrowthJourneys(prepare: Prepare): void {
	const stage = stageGrowth(prepare);
	const arrive = (device: Device, who: Experience) =>
		arriveAtHomepage(stage.wiki, stage.browser, device, who);

	test.each<[string, Experience, boolean]>([
		['500 edits and 31 days', [500, 31], true],
		['499 edits and 31 days', [499, 31], false],
		['500 edits and 29 days', [500, 29], false],
		['900 edits and an unknown registration', [900, null], true],
	])('an editor with %s sees the right card', async (_what, who, isOptedOut) => {
		const page = await (await arrive('desktop', who)).openHomepage();
		await moduleOn(page)[isOptedOut ? 'optedOut' : 'mentor'].waitFor();
		await settle(page);
		expect(await moduleOn(page).optedOut.count()).toBe(isOptedOut ? 1 : 0);
	});

	describe.each(deviceNames)('on a %s', (device) => {
		test('graduating frees the mentor, and getting one again brings the same back, for good', async () => {
			const visitor = await arrive(device, people.experienced);
			await stage.setRule(off);
			await settle(await visitor.openHomepage());
			const { mentor: before } = await stage.standingOf(visitor);
			expect(before).not.toBeNull();

			await stage.setRule(on);
			const page = await visitor.openHomepage();
			await moduleOn(page).optedOut.waitFor();
			await settle(page);
			expect(await stage.standingOf(visitor)).toEqual(optedOut);
			expect(await visitor.readMemory()).toEqual({
				version: 1,
				mentor: expect.objectContaining({ name: before }),
				graduatedAt: expect.any(String),
			});

			expect(await getMentor(page)).toBe(before);
			expect(await stage.standingOf(visitor)).toMatchObject({ status: 'enabled', mentor: before });
			expect(await visitor.readMemory()).not.toHaveProperty('pending');

			const none = { enabled: true, minEditcount: 0, minTenureInDays: 0 };
			await stage.setRule(none);
			const later = await visitor.openHomepage();
			await settle(later);
			expect(await moduleOn(later).mentorName.innerText()).toBe(before);
		});

		test('our card is the one that the server draws, to the pixel; by that the same mentor comes back in place', async () => {
			const visitor = await arrive(device, people.experienced);
			const ours = await pictureOptedOut(await visitor.openHomepage(), device);
			const remembered = (await visitor.readMemory())?.mentor?.name;
			const page = await visitor.openHomepage();
			expect(ours.equals(await pictureOptedOut(page, device))).toBe(true);
			await page.evaluate(() => Object.assign(window, { sameDocument: true }));
			expect(await getMentor(page)).toBe(remembered);
			expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
			expect(await stage.standingOf(visitor)).toMatchObject({ mentor: remembered });
		});
	});

	test('by keyboard alone one dialog opens, and thinking better of it changes nothing', async () => {
		const visitor = await stage.enroll(people.experienced);
		await stage.open(visitor, homepage);
		const { page } = await stage.open(visitor, homepage);
		const { getMentor: button, dialog, mentor: card } = moduleOn(page);
		const open = async () => {
			await button.focus();
			await page.keyboard.press('Enter');
			await dialog.first().waitFor();
			expect(await dialog.count()).toBe(1);
		};
		await open();
		await page.keyboard.press('Escape');
		await page.locator('.oo-ui-messageDialog-content').first().waitFor({ state: 'hidden' });
		expect(await stage.standingOf(visitor)).toEqual(optedOut);
		await open();
		await page.keyboard.press('Enter');
		await card.waitFor();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('mentor');
		await expect.poll(() => stage.standingOf(visitor), patience).toMatchObject(hasNamedMentor);
	});

	test.each([
		['the rule is off', configuration(off)],
		['the configuration page is missing', null],
	])(
		'the Homepage is byte for byte what it is without the gadget where %s',
		async (_what, text) => {
			await (text === null
				? stage.wiki.deletePage(configurationTitle)
				: stage.wiki.savePage(configurationTitle, text));
			for (const who of [people.newcomer, people.experienced]) {
				const visitor = await arrive('desktop', who);
				const html: string[] = [];
				for (const isBlocked of [true, false]) {
					const page = await visitor.openHomepage({}, (tab) =>
						isBlocked ? tab.route(/load\.php.*gadget/, (route) => route.abort()) : undefined,
					);
					await settle(page);
					html.push(await moduleOn(page).either.evaluate((module) => module.outerHTML));
				}
				expect(html[1]).toBe(html[0]);
			}
		},
	);
}
