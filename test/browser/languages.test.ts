import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { homepage, moduleOn } from '../journeys/growthHomepage.ts';
import { setStatus } from '../journeys/growthStage.ts';
import { describeLanguages, textsIn } from '../journeys/languages.ts';
import { isForTexts, listConsole, listTextRequests } from '../journeys/requests.ts';
import { people } from '../journeys/visitor.ts';
import { describeOnDemo, openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

describeOnDemo('languages', describeLanguages);

describe('languages', () => {
	const demo = openDemo();

	async function openCard(uselang: string, prepare: (page: Page) => Promise<unknown>) {
		const visitor = await demo.arrive([1234, 400]);
		const page = await visitor.open(undefined, { uselang }, prepare);
		const button = page.locator('.mentorship-card .cdx-button');
		await button.waitFor();
		return { page, button };
	}
	const leaveUnanswered = (page: Page) =>
		page.route('**/api.php*', () => new Promise(() => undefined));

	test.each([
		['an English card waits for no request', 'en'],
		['where the wiki does not answer, the card comes in English', 'de'],
	])('%s', async (_what, language) => {
		const { button } = await openCard(language, leaveUnanswered);
		expect(await button.innerText()).toBe('Get a mentor');
	});

	test('where the wiki cannot be reached, the card is English and works; one line says why', async () => {
		let warnings: readonly string[] = [];
		const { page, button } = await openCard('de', (tab) => {
			warnings = listConsole(tab, (line) => /Mentorship:/.test(line.text()));
			return tab.route('**/api.php*', (route) =>
				isForTexts(route.request()) ? route.abort() : route.continue(),
			);
		});
		expect(await button.innerText()).toBe('Get a mentor');
		await button.click();
		await page.locator('.mentorship-dialog .cdx-button--weight-primary').click();
		await page.getByRole('heading', { name: 'Your mentor' }).waitFor();
		expect(warnings).toHaveLength(1);
	});

	test('the Homepage takes the wiki’s texts and ours with one request', async () => {
		const german = textsIn('de');
		const memory = { mentor: { name: 'Mentor3' }, askedAt: new Date().toISOString() };
		const visitor = await demo.arrive(people.experienced, { memory });
		await setStatus(visitor, 'optout');
		let requests: readonly string[] = [];
		const page = await visitor.open(homepage, { uselang: 'de' }, (tab) => {
			requests = listTextRequests(tab);
		});
		const { getMentor, dialog } = moduleOn(page);
		await settle(page);
		expect(requests).toEqual([]);
		await getMentor.click();
		await dialog.getByLabel(german['card-get-different'] ?? '').waitFor();
		expect(await dialog.innerText()).toContain('Ein Mentor für dich?');
		expect(requests).toHaveLength(1);
		await page.route('**/api.php*', (route) =>
			route.request().method() === 'POST' ? route.abort() : route.continue(),
		);
		await dialog.getByRole('button', { name: 'Weiter' }).click();
		await page.getByText(german['failure-offline'] ?? '').waitFor();
	});
});
