import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { arriveAtHomepage, moduleOn } from '../journeys/growthHomepage.ts';
import { describeLanguages, textsIn } from '../journeys/languages.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { isForTexts, listTextRequests } from '../journeys/textRequests.ts';
import { facts, freshName, visit } from '../journeys/visitor.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

describe('on the demo wiki', () => {
	describeLanguages(async () => prepareWiki(await startDemoWiki()));
});

describe('languages', () => {
	const demo = openDemo();

	async function openCard(language: string, prepare: (page: Page) => Promise<unknown>) {
		const person = { name: freshName('Reader'), ...facts(1234, 400) };
		const { context } = await visit(demo.wiki, demo.browser, person);
		const page = await context.newPage();
		const warnings: string[] = [];
		page.on('console', (line) => {
			if (line.type() === 'warning') {
				warnings.push(line.text());
			}
		});
		await prepare(page);
		await page.goto(`${demo.wiki.origin}/index.php?title=Project:Newcomers&uselang=${language}`);
		const button = page.locator('.mentorship-card .cdx-button');
		await button.waitFor();
		return { page, button, warnings };
	}

	test('an English card waits for no request', async () => {
		const { button } = await openCard('en', (page) =>
			page.route('**/api.php*', () => new Promise(() => undefined)),
		);
		expect(await button.innerText()).toBe('Get a mentor');
	});

	test('where the wiki does not answer, the card comes in English', async () => {
		const { button } = await openCard('de', (page) =>
			page.route('**/api.php*', () => new Promise(() => undefined)),
		);
		expect(await button.innerText()).toBe('Get a mentor');
	});

	test('where the wiki cannot be reached, the card is English and works; one line says why', async () => {
		const { page, button, warnings } = await openCard('de', (page) =>
			page.route('**/api.php*', (route) =>
				isForTexts(route.request()) ? route.abort() : route.continue(),
			),
		);
		expect(await button.innerText()).toBe('Get a mentor');
		await button.click();
		await page.locator('.mentorship-dialog .cdx-button--weight-primary').click();
		await page.getByRole('heading', { name: 'Your mentor' }).waitFor();
		expect(warnings.filter((line) => line.includes('Mentorship:'))).toHaveLength(1);
	});

	test('the Homepage takes the wiki’s texts and ours with one request', async () => {
		const german = textsIn('de');
		const visitor = await arriveAtHomepage(demo.wiki, demo.browser, 'desktop', [600, 400]);
		await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
		await visitor.writeMemory({
			version: 1,
			mentor: { name: 'Mentor3' },
			askedAt: new Date().toISOString(),
		});
		const page = await visitor.context.newPage();
		const requests = listTextRequests(page);
		await page.goto(`${demo.wiki.origin}/index.php?title=Special:Homepage&uselang=de`);
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
