import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { mentorList, type PreparedWiki } from './preparedWiki.ts';
import {
	cardOn,
	configuration,
	configurationTitle,
	facts,
	freshName,
	on,
	visit,
} from './visitor.ts';

/** In milliseconds. */
const day = 86_400_000;
const clocks = { 'a year ahead': 365 * day, 'a year behind': -365 * day } as const;
type Clock = keyof typeof clocks;

/** On `plain`, a card may follow the computer's clock; what is written never does. */
export function describePlainClock(prepare: () => Promise<PreparedWiki>): void {
	let prepared: PreparedWiki;
	let browser: Browser;
	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
	});
	afterAll(() => Promise.all([prepared?.wiki.stop(), browser?.close()]));
	beforeEach(async () => {
		await prepared.wiki.savePage(configurationTitle, configuration(on));
		await prepared.wiki.savePage('MediaWiki:GrowthMentors.json', mentorList(prepared.mentors));
	});

	async function arrive(clock: Clock, edits: number, days: number) {
		const person = { name: freshName('Mentee'), ...facts(edits, days) };
		const visitor = await visit(prepared.wiki, browser, person);
		await visitor.context.clock.setFixedTime(Date.now() + clocks[clock]);
		return visitor;
	}

	test('with a clock a year ahead, an editor of 10 days may see another card; nothing is written', async () => {
		const visitor = await arrive('a year ahead', 600, 10);
		const page = await visitor.open();
		await cardOn(page).optedOut.waitFor();
		await settle(page);
		expect(await visitor.hasMemory()).toBe(false);
	});

	test('with a clock a year behind, an editor of 100 days keeps the mentor card until it is right', async () => {
		const visitor = await arrive('a year behind', 600, 100);
		const page = await visitor.open();
		await cardOn(page).mentorName.waitFor();
		expect(await visitor.readMemory()).not.toHaveProperty('state');
		await visitor.context.clock.setFixedTime(Date.now());
		await cardOn(await visitor.open()).optedOut.waitFor();
	});

	test.each(Object.keys(clocks) as Clock[])(
		'with a clock %s, when somebody asked is remembered by the wiki’s time',
		async (clock) => {
			const visitor = await arrive(clock, 600, 900);
			const page = await visitor.open();
			await cardOn(page).getMentor.click();
			await cardOn(page).confirm.click();
			await cardOn(page).mentorName.waitFor();
			await expect.poll(() => visitor.readMemory(), patience).toHaveProperty('askedAt');
			const { askedAt = '' } = (await visitor.readMemory()) ?? {};
			expect(Math.abs(Date.parse(askedAt) - Date.now())).toBeLessThan(day);
		},
	);

	test.each([
		['a year ahead', 30, 'Mentor2'],
		['a year behind', -30, 'Mentor1'],
	] as const)(
		'with a clock %s, a mentor who is away for %i days more is away by the wiki’s time',
		async (clock, days, drawn) => {
			// Whoever else is drawn: nobody, or somebody who is away for long.
			const away = (until: number) => new Date(Date.now() + until * day).toISOString();
			const list = JSON.parse(mentorList(prepared.mentors, { Mentor1: 4, Mentor2: 4, Mentor3: 0 }));
			const entryOf = (name: string) =>
				Object.values<Record<string, unknown>>(list.Mentors).find(
					({ username }) => username === name,
				);
			Object.assign(entryOf('Mentor1') ?? {}, { awayTimestamp: away(days) });
			if (days < 0) {
				Object.assign(entryOf('Mentor2') ?? {}, { awayTimestamp: away(999) });
			}
			await prepared.wiki.savePage('MediaWiki:GrowthMentors.json', JSON.stringify(list));
			const visitor = await arrive(clock, 3, 1);
			const card = cardOn(await visitor.open());
			await card.mentorName.waitFor();
			expect(await card.mentorName.innerText()).toBe(drawn);
		},
	);
}
