import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../server-mock/people/population.ts';
import { expectAccessible } from '../journeys/accessibility.ts';
import { dragLine, formOn, previewOn, unfoldAll } from '../journeys/configPerson.ts';
import { listApiRequests } from '../journeys/requests.ts';
import { administrator, scan, useCrowdedDemo } from './crowdedDemo.ts';

const crowded = useCrowdedDemo();

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));
const sum = (numbers: readonly number[]): number =>
	numbers.reduce((total, next) => total + next, 0);

/** Everything that shows how many are opted out. */
async function readEffect(page: Page) {
	const sentence = await previewOn(page).sentence.innerText();
	const numbers = (selector: string) =>
		page
			.locator(selector)
			.evaluateAll((cells) => cells.map(({ textContent }) => textContent ?? ''))
			.then((texts) => texts.map(numberOf));
	return {
		sentence: numberOf(/^[\d,]+/.exec(sentence)?.[0] ?? ''),
		picture: await numbers('.mentorship-plot__counts text'),
		table: sum(await numbers('.mentorship-settings__out [aria-hidden]')),
		freed: sum(await numbers('[aria-labelledby=mentorship-preview-mentors] tbody td:nth-child(3)')),
	};
}

describe('the effect', () => {
	test('is what a count by SQL says: sentence, picture, table, mentors and file', async () => {
		const page = await crowded.open(administrator);
		await scan(page);
		const { enabled, edits, age } = formOn(page);
		await enabled.check();
		const random = createRandom(Date.now());
		const upTo = (most: number) => Math.floor(Math.expm1(random() * Math.log1p(most)));
		for (let pair = 0; pair < 10; pair++) {
			const [minEditcount, minTenureInDays] = [upTo(5000), upTo(700)];
			await edits.fill(String(minEditcount));
			await age.fill(String(minTenureInDays));
			const names = crowded.demo.optedOut(minEditcount, minTenureInDays);
			const effect = await readEffect(page);
			const label = `${minEditcount} edits, ${minTenureInDays} days`;
			expect([label, effect.sentence]).toEqual([label, names.length]);
			expect([label, effect.table, effect.freed]).toEqual([label, names.length, names.length]);
			expect([label, await downloadNames(page)]).toEqual([label, names.sort()]);
			if (effect.picture.length === 4) {
				expect(effect.picture[3]).toBe(names.length);
				expect(sum(effect.picture)).toBe(crowded.demo.everybody().length);
			}
		}
	});

	test('follows a line that is dragged or moved by keys, without a request', async () => {
		const page = await crowded.open(administrator);
		await scan(page);
		const { edits, age } = formOn(page);
		const { editsLine, ageLine } = previewOn(page);
		const requests = listApiRequests(page);
		await dragLine(ageLine, { x: 120 });
		const days = Number(await age.inputValue());
		expect(days).toBeGreaterThan(60);
		expect(numberOf((await ageLine.getAttribute('aria-valuenow')) ?? '')).toBe(days);
		await editsLine.focus();
		await page.keyboard.press('PageUp');
		await page.keyboard.press('ArrowDown');
		expect(await edits.inputValue()).toBe('999');
		expect((await readEffect(page)).sentence).toBe(crowded.demo.optedOut(999, days).length);
		expect(requests).toEqual([]);
	});

	test.each([1280, 390])('is accessible, all of it shown, at %i px', async (width) => {
		const page = await crowded.open(administrator, width);
		await scan(page);
		await unfoldAll(page);
		await expectAccessible(page, '.mentorship-settings');
	});

	test('can be looked at by a person who may not change anything', async () => {
		const page = await crowded.open('Nora Newcomer');
		await scan(page);
		await previewOn(page).editsLine.focus();
		await page.keyboard.press('Home');
		await previewOn(page).ageLine.focus();
		await page.keyboard.press('Home');
		expect((await readEffect(page)).sentence).toBe(crowded.demo.everybody().length);
	});
});

async function downloadNames(page: Page): Promise<string[]> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		previewOn(page).download.click(),
	]);
	const text = await readFile(await download.path(), 'utf8');
	const [heading, ...lines] = text.replace('\ufeff', '').trimEnd().split('\r\n');
	expect(heading).toBe('"name","mentor","editcount","registration","userpage"');
	return lines.map((line) => line.split(',')[0]?.replaceAll('"', '') ?? '').sort();
}
