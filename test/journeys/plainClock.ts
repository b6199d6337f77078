import { expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { askOnCard, cardOn, mentorOnCard } from './card.ts';
import { type Clock, clocks, moveClock, setClock } from './clock.ts';
import { mentorList, mentorListTitle } from './preparedWiki.ts';
import { openStage, type Prepare } from './stage.ts';
import { type Experience, people } from './visitor.ts';

/** In milliseconds. */
const day = 86_400_000;

/** On `plain`, a card may follow the computer's clock; what is written never does. */
export function describePlainClock(prepare: Prepare): void {
	const stage = openStage(prepare);

	async function arrive(clock: Clock, who: Experience) {
		const visitor = await stage.arrive(who);
		await setClock(visitor, clock);
		return visitor;
	}

	test('with a clock a year ahead, an editor of 10 days may see another card; nothing is written', async () => {
		const visitor = await arrive('a year ahead', [600, 10]);
		const page = await visitor.open();
		await cardOn(page).optedOut.waitFor();
		await settle(page);
		expect(await visitor.hasMemory()).toBe(false);
	});

	test('with a clock a year behind, an editor of 100 days keeps the mentor card until it is right', async () => {
		const visitor = await arrive('a year behind', [600, 100]);
		await mentorOnCard(await visitor.open());
		expect(await visitor.readMemory()).not.toHaveProperty('state');
		await moveClock(visitor, 0);
		await cardOn(await visitor.open()).optedOut.waitFor();
	});

	test.each(clocks)('with a clock %s, when an editor asked is the wiki’s time', async (clock) => {
		const visitor = await arrive(clock, [600, 900]);
		const page = await visitor.open();
		await askOnCard(page);
		await mentorOnCard(page);
		await expect.poll(() => visitor.readMemory(), patience).toHaveProperty('askedAt');
		const { askedAt = '' } = (await visitor.readMemory()) ?? {};
		expect(Math.abs(Date.parse(askedAt) - Date.now())).toBeLessThan(day);
	});

	test.each([
		['a year ahead', 30, 'Mentor2'],
		['a year behind', -30, 'Mentor1'],
	] as const)(
		'with a clock %s, a mentor who is away for %i days more is away by the wiki’s time',
		async (clock, days, drawn) => {
			const until = (inDays: number) => new Date(Date.now() + inDays * day).toISOString();
			const awayUntil: Readonly<Record<string, string>> = {
				Mentor1: until(days),
				// Where the first has come back, nobody else is there.
				...(days < 0 && { Mentor2: until(999) }),
			};
			const weights = { Mentor1: 4, Mentor2: 4, Mentor3: 0 };
			const list = JSON.parse(mentorList(stage.prepared.mentors, weights));
			for (const entry of Object.values<{ username: string }>(list.Mentors)) {
				Object.assign(entry, { awayTimestamp: awayUntil[entry.username] });
			}
			await stage.wiki.savePage(mentorListTitle, JSON.stringify(list));
			const visitor = await arrive(clock, people.newcomer);
			expect(await mentorOnCard(await visitor.open())).toBe(drawn);
		},
	);
}
