import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { settle } from '../support/settle.ts';
import { arriveAsAdministrator } from './configPerson.ts';
import { listTextRequests } from './requests.ts';
import { openStage, type Prepare } from './stage.ts';
import { configurationTitle } from './visitor.ts';

/** The texts of a language, as they are in the source. */
export function textsIn(language: string): Record<string, string> {
	return JSON.parse(readFileSync(`gadget/i18n/${language}.json`, 'utf8'));
}

/** In which language a person sees card and form, on a wiki in English. */
export function describeLanguages(prepare: Prepare): void {
	const stage = openStage(prepare);
	const getKey = 'card-opted-out-get';
	const changedPages = [
		`MediaWiki:Gadget-mentorship-${getKey}`,
		`MediaWiki:Gadget-mentorship-${getKey}/de`,
	];
	afterEach(async () => {
		for (const title of changedPages) {
			await stage.wiki.deletePage(title);
		}
	});

	/** A person whom the rule opts out, on the newcomers' page. */
	async function arrive() {
		const visitor = await stage.arrive([1234, 400]);
		return {
			async open(uselang: string) {
				let requests: readonly string[] = [];
				const page = await visitor.open(undefined, { uselang }, (tab) => {
					requests = listTextRequests(tab);
				});
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
		await stage.wiki.savePage(title, 'Our own words');
		const reader = await arrive();
		const first = await reader.open(language);
		await expect.poll(() => first.button.innerText()).toBe('Our own words');
		const second = await reader.open(language);
		expect(second.label).toBe('Our own words');
		expect(second.requests).toEqual([]);
	});

	test('a text that looks up itself, for ever, is none: not on its page, nor in what a browser keeps of it', async () => {
		const [, title = ''] = changedPages;
		await stage.wiki.savePage(title, `{{int:gadget-mentorship-${getKey}}}`);
		const reader = await arrive();
		const { [getKey]: english } = textsIn('en');
		expect((await reader.open('de')).label).toBe(english);
		await stage.wiki.deletePage(title);
		const second = await reader.open('de');
		expect([second.label, second.requests]).toEqual([english, []]);
		const kept = await second.page.evaluate(() => JSON.stringify({ ...localStorage }));
		expect(kept).toContain('{{int:');
	});

	test('numbers take the forms that the language has for them', async () => {
		const { page } = await (await arrive()).open('ar');
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
		async (uselang) => {
			const texts = textsIn(uselang);
			const administrator = await arriveAsAdministrator(stage);
			for (const requested of [1, 0]) {
				let requests: readonly string[] = [];
				const page = await administrator.open(configurationTitle, { uselang }, (tab) => {
					requests = listTextRequests(tab);
				});
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
