import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { askOnCard, cardOn } from './card.ts';
import { breakRequest, type Fault, faults, outwaitTheGadget } from './faults.ts';
import { openStage, type Prepare, type Stage } from './stage.ts';
import { newcomersPage, openAs, pageAddress, people, type Visitor } from './visitor.ts';

interface Journey {
	readonly name: string;
	/** How many requests to the API an undisturbed run makes. */
	readonly requests: number;
	arrive(stage: Stage): Promise<Visitor>;
	/** From the open page to the last click. */
	run(page: Page): Promise<void>;
	/** Whether the person sees what they came for. */
	hasArrived(page: Page): Promise<boolean>;
}

const journeys: readonly Journey[] = [
	{
		name: 'a newcomer opens the page',
		requests: 3,
		arrive: (stage) => stage.arrive(people.newcomer),
		run: async () => undefined,
		hasArrived: async (page) => (await cardOn(page).mentorName.count()) === 1,
	},
	{
		name: 'an experienced editor gets their mentor back',
		// The first is the dialog's: who would come back.
		requests: 4,
		arrive: (stage) =>
			stage.arrive(people.experienced, { memory: { mentor: stage.mentor('Mentor3') } }),
		run: (page) => askOnCard(page),
		hasArrived: async (page) =>
			(await cardOn(page).mentorName.allInnerTexts()).join() === 'Mentor3',
	},
	{
		name: 'a mentee opts out by hand',
		requests: 3,
		arrive: (stage) =>
			stage.arrive(people.newcomer, { memory: { mentor: stage.mentor('Mentor1') } }),
		async run(page) {
			const { menu, optOut, confirm } = cardOn(page);
			await menu.click();
			await optOut.click();
			await confirm.click();
		},
		hasArrived: async (page) => (await cardOn(page).optedOut.count()) === 1,
	},
];

/**
 * Every journey of the `plain` host with each of its requests going wrong in each way, and the person
 * leaves. `test/deep/faultMatrix` has every fault, and people who try again, on the demo wiki.
 */
export function describePlainFaults(prepare: Prepare): void {
	const stage = openStage(prepare);

	/** The journey, with one of its requests going wrong. @param position 0: none */
	async function goThrough(journey: Journey, position: number, fault: Fault) {
		const visitor = await journey.arrive(stage);
		const page = await visitor.context.newPage();
		await page.clock.install();
		const api = await breakRequest(page, position, fault);
		await page.goto(pageAddress(stage.wiki, newcomersPage));
		await cardOn(page).anyHeading.waitFor();
		await journey.run(page);
		return { visitor, page, api };
	}

	describe.each(journeys)('$name', (journey) => {
		test('makes as many requests as the faults below are tried on', async () => {
			const { page, api } = await goThrough(journey, 0, '500');
			await expect.poll(() => journey.hasArrived(page), patience).toBe(true);
			await expect.poll(api.count, patience).toBe(journey.requests);
		});

		const cases = faults.flatMap((fault) =>
			Array.from({ length: journey.requests }, (_, index) => ({ fault, position: index + 1 })),
		);
		test.each(cases)(
			'is finished at the next visit though request $position: $fault',
			async ({ fault, position }) => {
				const { visitor, page, api } = await goThrough(journey, position, fault);
				await expect.poll(api.happened, patience).toBe(true);
				if (fault === 'hang') {
					await outwaitTheGadget(page);
				}
				await expectHonesty(page, journey);
				await visitor.context.close();
				await finish(journey, visitor);
			},
		);
	});

	/** The person either has what they wanted, or is told in a sentence why not. */
	async function expectHonesty(page: Page, journey: Journey): Promise<void> {
		const { alert } = cardOn(page);
		const isTold = async () => (await alert.count()) === 1;
		await expect
			.poll(async () => (await journey.hasArrived(page)) || (await isTold()), patience)
			.toBe(true);
		if (await isTold()) {
			expect(await alert.innerText()).toMatch(/^The wiki .*[Tt]ry again/);
		}
	}

	/**
	 * The next visit, in another browser, either shows the end of an undisturbed run or, where nothing
	 * had reached the wiki, leads to it as the first would have.
	 */
	async function finish(journey: Journey, { name }: Visitor): Promise<void> {
		const { context } = await openAs(stage.wiki, stage.browser, name);
		const page = await context.newPage();
		await page.goto(pageAddress(stage.wiki, newcomersPage));
		await settle(page);
		if (!(await journey.hasArrived(page))) {
			await journey.run(page);
		}
		await expect.poll(() => journey.hasArrived(page), patience).toBe(true);
		await context.close();
	}
}
