import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { type Fault, faults, outwaitTheGadget } from './faults.ts';
import { askForMentor, homepage, moduleOn } from './growthHomepage.ts';
import { hasNamedMentor, namedMentor, setStatus, stageGrowth } from './growthStage.ts';
import { breakStep, type Step } from './growthSteps.ts';
import type { Prepare } from './stage.ts';
import { openAs, pageAddress, people, type Visitor } from './visitor.ts';

type Card = 'drawn a moment ago' | 'that the server drew';

/**
 * The requests that `test/deep/faultMatrix` has not tried: those from a card drawn a moment ago, and
 * the one for the mentor's card, which is a page of the wiki.
 */
const fragile: ReadonlyArray<readonly [Card, Step]> = [
	['drawn a moment ago', 'state'],
	['drawn a moment ago', 'mentor'],
	['that the server drew', 'mentor card'],
];

/** On Special:Homepage, a person gets their mentor back though a request goes wrong. */
export function describeGrowthFaults(prepare: Prepare): void {
	const stage = stageGrowth(prepare);

	/** An experienced editor's Homepage with the opted-out card. */
	async function openOptedOut(card: Card, fault: Fault): Promise<{ visitor: Visitor; page: Page }> {
		const visitor = await stage.enroll(people.experienced);
		if (card === 'that the server drew') {
			await setStatus(visitor, 'optout');
			const graduatedAt = new Date().toISOString();
			await visitor.writeMemory({ version: 1, mentor: { name: namedMentor }, graduatedAt });
		}
		const page = await visitor.open(homepage, {}, (tab) =>
			fault === 'hang' ? tab.clock.install() : undefined,
		);
		await moduleOn(page).optedOut.waitFor();
		// A press before the gadget is there is the extension's.
		await settle(page);
		const isOptedOut = async () => {
			const { graduatedAt, pending } = Object(await visitor.readMemory());
			return graduatedAt !== undefined && pending === undefined;
		};
		await expect.poll(isOptedOut, patience).toBe(true);
		return { visitor, page };
	}

	const hasArrived = async (page: Page) =>
		(await moduleOn(page).either.locator('bdi').allInnerTexts()).includes(namedMentor);

	async function expectEnd(visitor: Visitor, page: Page): Promise<void> {
		await expect.poll(() => stage.standingOf(visitor), patience).toMatchObject(hasNamedMentor);
		await expect.poll(() => hasArrived(page), patience).toBe(true);
		await expect.poll(() => visitor.readMemory(), patience).not.toHaveProperty('pending');
		// The first is from when they were enrolled.
		expect(await stage.logOf(visitor)).toHaveLength(2);
	}

	const cases = fragile.flatMap(([card, step]) => faults.map((fault) => ({ card, step, fault })));

	test.each(cases)(
		'a mentor comes back by a card $card, though at: $step there is: $fault',
		async ({ card, step, fault }) => {
			const { visitor, page } = await openOptedOut(card, fault);
			const broken = await breakStep(page, step, fault);
			await askForMentor(page);
			await expect.poll(broken.happened, patience).toBe(true);
			if (fault === 'hang') {
				await outwaitTheGadget(page);
			}
			if (step !== 'mentor card') {
				// The name is there already, so the card is not waited for.
				const { alert } = moduleOn(page);
				await alert.waitFor();
				expect(await alert.innerText()).toMatch(/^The wiki .*[Tt]ry again/);
				await askForMentor(page);
			}
			await expectEnd(visitor, page);
			expect(await moduleOn(page).alert.count()).toBe(0);
			await visitor.context.close();

			const elsewhere = await openAs(stage.wiki, stage.browser, visitor.name);
			const later = await elsewhere.context.newPage();
			await later.goto(pageAddress(stage.wiki, homepage));
			await expectEnd(visitor, later);
			await elsewhere.context.close();
		},
	);
}
