import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { arriveAsAdministrator } from './configPerson.ts';
import type { PreparedWiki } from './preparedWiki.ts';
import { listTextRequests } from './textRequests.ts';
import { configuration, configurationTitle, facts, freshName, on, visit } from './visitor.ts';

/** The texts of a language, as they are in the source. */
export function textsIn(language: string): Record<string, string> {
	return JSON.parse(readFileSync(`gadget/i18n/${language}.json`, 'utf8'));
}

/**
 * In which language a person sees the card, on whichever wiki.
 *
 * @param prepare Starts a wiki in English that has the gadget.
 */
export function describeLanguages(prepare: () => Promise<PreparedWiki>): void {
	const getKey = 'card-opted-out-get';
	const changedPages = [
		`MediaWiki:Gadget-mentorship-${getKey}`,
		`MediaWiki:Gadget-mentorship-${getKey}/de`,
		'MediaWiki:Gadget-mentorship-card-mentor-edits/ar',
	];
	let wiki: WikiUnderTest;
	let browser: Browser;

	beforeAll(async () => {
		[{ wiki }, browser] = await Promise.all([prepare(), launchChromium()]);
		await wiki.savePage(configurationTitle, configuration(on));
	});
	afterEach(async () => {
		for (const title of changedPages) {
			await wiki.deletePage(title);
		}
	});
	afterAll(async () => {
		await Promise.all([wiki?.stop(), browser?.close()]);
	});

	/** A person whom the rule opts out, on the newcomers' page. */
	async function arrive() {
		const person = { name: freshName('Reader'), ...facts(1234, 400) };
		const { context } = await visit(wiki, browser, person);
		return {
			async open(language: string) {
				const page = await context.newPage();
				const requests = listTextRequests(page);
				await page.goto(`${wiki.origin}/index.php?title=Project:Newcomers&uselang=${language}`);
				const button = page.locator('.mentorship-card .cdx-button');
				await button.waitFor();
				const label = await button.innerText();
				await settle(page);
				return { page, label, requests, button };
			},
		};
	}

	test.each([
		['de', 'de'],
		['ar', 'ar'],
		['ja', 'ja'],
		['de-at', 'de'],
		['pt-br', 'pt'],
		['zh-cn', 'zh-hans'],
		['zh', 'zh-hans'],
		['sk', 'cs'],
		['sv', 'en'],
	])(
		'in %s, the first card is in %s, for one request, and the next for none',
		async (language, shown) => {
			const reader = await arrive();
			const first = await reader.open(language);
			expect(first.label).toBe(textsIn(shown)[getKey]);
			expect(first.requests).toHaveLength(1);
			const second = await reader.open(language);
			expect(second.label).toBe(first.label);
			expect(second.requests).toEqual([]);
		},
	);

	test.each([
		['en', changedPages[0]],
		['de', changedPages[1]],
		['de-at', changedPages[1]],
	])('in %s, a community’s own words on %s show', async (language, title = '') => {
		await wiki.savePage(title, 'Our own words');
		const reader = await arrive();
		const first = await reader.open(language);
		await expect.poll(() => first.button.innerText()).toBe('Our own words');
		const second = await reader.open(language);
		expect(second.label).toBe('Our own words');
		expect(second.requests).toEqual([]);
	});

	test('a text that looks up itself, for ever, is none: not on its page, nor in what a browser keeps of it', async () => {
		const [, title = ''] = changedPages;
		await wiki.savePage(title, `{{int:gadget-mentorship-${getKey}}}`);
		const reader = await arrive();
		const { [getKey]: english } = textsIn('en');
		expect((await reader.open('de')).label).toBe(english);
		await wiki.deletePage(title);
		const second = await reader.open('de');
		expect([second.label, second.requests]).toEqual([english, []]);
		const kept = await second.page.evaluate(() => JSON.stringify({ ...localStorage }));
		expect(kept).toContain('{{int:');
	});

	test('numbers take the forms that the language has for them', async () => {
		const reader = await arrive();
		const { page } = await reader.open('ar');
		const read = (edits: number) =>
			page.evaluate(
				([count]) =>
					mw.message('gadget-mentorship-card-mentor-edits', `${count}`, `${count}`).text(),
				[edits],
			);
		const shown = await Promise.all([0, 1, 2, 3, 11, 100].map(read));
		expect(shown).toEqual([
			'لا تعديلات',
			'تعديل واحد',
			'تعديلان',
			'3 تعديلات',
			'11 تعديلًا',
			'100 تعديل',
		]);
	});

	test.each(['ja', 'ar'])(
		'the form is in %s, for one request, and the next for none',
		async (language) => {
			const texts = textsIn(language);
			const { context } = await arriveAsAdministrator(wiki, browser);
			for (const requested of [1, 0]) {
				const page = await context.newPage();
				const requests = listTextRequests(page);
				await page.goto(`${wiki.origin}/index.php?title=${configurationTitle}&uselang=${language}`);
				await page.getByRole('textbox', { name: texts['form-minEditcount'] ?? '' }).waitFor();
				await settle(page);
				expect(requests).toHaveLength(requested);
				const shown = await page.locator('.mentorship-settings').innerText();
				expect(shown).toContain(texts['form-title']);
				// Names are the same in every language: of mentors, and of the gadget with its commit.
				const own = /JSON|Mentor\d+|^Mentorship Gadget .*$/gm;
				expect(shown.replace(own, '')).not.toMatch(/[A-Za-z]{3}/);
			}
		},
	);
}
