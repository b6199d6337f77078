import { beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { administrator, arriveAsAdministrator, formOn, openForm } from './configPerson.ts';
import { listApiRequests } from './requests.ts';
import { openStage, type Prepare } from './stage.ts';
import { off, people } from './visitor.ts';

const settings = '.mentorship-settings';

/** The form by keyboard alone, on a phone, and as axe sees it in each of its states. */
export function describeConfigAccess(prepare: Prepare): void {
	const stage = openStage(prepare);
	beforeEach(() => stage.setRule(off));

	test('an error is accessible, and has the icon of one in Arabic, too, where Codex has another for notices', async () => {
		await stage.setRule({ ...off, minEditcount: '500' });
		const visitor = await arriveAsAdministrator(stage);
		const icons = await Promise.all(
			['en', 'ar'].map(async (uselang) => {
				const page = await openForm(visitor, { uselang });
				await expectAccessible(page, settings);
				const { alert } = formOn(page);
				expect(await alert.innerText()).toContain('minEditcount');
				const icon = alert.locator('.cdx-message__icon');
				return icon.evaluate((element) => getComputedStyle(element).maskImage);
			}),
		);
		expect(icons[0]).toContain('<svg');
		expect(icons[1]).toBe(icons[0]);
	});

	describe.each([
		['desktop', 1280, {}],
		['phone', 390, { useskin: 'minerva' }],
	])('on a %s', (_device, width, parameters) => {
		test('is accessible by keyboard alone, and sends nothing while a number is wrong', async () => {
			const viewport = { width, height: 900 };
			const visitor = await stage.arrive(people.experienced, { ...administrator, viewport });
			const page = await openForm(visitor, parameters);
			const { enabled, edits, age, save, saved, doubt } = formOn(page);
			const isAtEdits = () => edits.evaluate((input) => input === document.activeElement);
			await expectAccessible(page, settings);
			await enabled.focus();
			await page.keyboard.press('Space');
			await page.keyboard.press('Tab');
			expect(await isAtEdits()).toBe(true);
			const requests = listApiRequests(page);
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type('1.5');
			await age.fill('-1');
			await save.focus();
			await page.keyboard.press('Enter');
			expect(await isAtEdits()).toBe(true);
			expect(requests).toEqual([]);
			await expectAccessible(page, settings);
			await age.fill('30');
			await edits.focus();
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type('42');
			await page.keyboard.press('Enter');
			await saved.waitFor();
			await expectAccessible(page, settings);
			// Everybody would be opted out: it asks first.
			await edits.fill('0');
			await age.fill('0');
			await save.click();
			await doubt.waitFor();
			await page.mouse.move(0, 0);
			await expectAccessible(page, settings);
		});
	});
}
