import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import { breakRequest, faults, outwaitTheGadget } from './faults.ts';
import { mentorNamed, type PreparedWiki } from './preparedWiki.ts';
import {
	cardOn,
	configuration,
	configurationTitle,
	facts,
	freshName,
	on,
	type Visitor,
	visit,
} from './visitor.ts';

interface Journey {
	readonly name: string;
	/** How many requests to the API an undisturbed run makes. */
	readonly requests: number;
	readonly prepare: (prepared: PreparedWiki, browser: Browser) => Promise<Visitor>;
	/** From the open page to the last click. */
	readonly run: (page: Page) => Promise<void>;
	/** What the person sees at the end, and what they still can do where they do not. */
	readonly arrives: (page: Page) => Promise<boolean>;
}

const patience = { timeout: 10_000 };

const showsMentor = async (page: Page, name?: string): Promise<boolean> => {
	const card = cardOn(page);
	await card.module.getByRole('heading').first().waitFor();
	return (
		(await card.mentorName.count()) === 1 && (!name || (await card.mentorName.innerText()) === name)
	);
};
const askForMentor = async (page: Page): Promise<void> => {
	const card = cardOn(page);
	await card.getMentor.click();
	await card.confirm.click();
};

const journeys: readonly Journey[] = [
	{
		name: 'a newcomer opens the page',
		requests: 3,
		prepare: ({ wiki }, browser) =>
			visit(wiki, browser, { name: freshName('Newcomer'), ...facts(3, 1) }),
		run: async () => undefined,
		arrives: (page) => showsMentor(page),
	},
	{
		name: 'an experienced editor gets their mentor back',
		// The first is the dialog's: who would come back.
		requests: 4,
		prepare: async (prepared, browser) => {
			const visitor = await visit(prepared.wiki, browser, {
				name: freshName('Experienced'),
				...facts(600, 400),
			});
			await visitor.writeMemory({ version: 1, mentor: mentorNamed(prepared, 'Mentor3') });
			return visitor;
		},
		run: askForMentor,
		arrives: (page) => showsMentor(page, 'Mentor3'),
	},
	{
		name: 'a mentee opts out by hand',
		requests: 3,
		prepare: async (prepared, browser) => {
			const visitor = await visit(prepared.wiki, browser, {
				name: freshName('Newcomer'),
				...facts(3, 1),
			});
			await visitor.writeMemory({ version: 1, mentor: mentorNamed(prepared, 'Mentor1') });
			return visitor;
		},
		run: async (page) => {
			const card = cardOn(page);
			await card.menu.click();
			await card.optOut.click();
			await card.confirm.click();
		},
		arrives: async (page) => {
			await cardOn(page).module.getByRole('heading').first().waitFor();
			return (await cardOn(page).optedOut.count()) === 1;
		},
	},
];

/** What people do when something has gone wrong. */
export type Reaction = 'tries again' | 'leaves';

/** Every journey of the `plain` host with each of its requests going wrong in each way. */
export function describePlainFaults(
	prepare: () => Promise<PreparedWiki>,
	reactions: readonly Reaction[],
): void {
	let prepared: PreparedWiki;
	let browser: Browser;

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(async () => {
		await Promise.all([prepared?.wiki.stop(), browser?.close()]);
	});

	describe.each(journeys)('$name', (journey) => {
		test('makes as many requests as the faults below are tried on', async () => {
			const visitor = await journey.prepare(prepared, browser);
			const page = await visitor.context.newPage();
			const api = await breakRequest(page, 0, '500');
			await goThrough(prepared, journey, page);
			await expect.poll(() => journey.arrives(page), patience).toBe(true);
			await expect.poll(api.count, patience).toBe(journey.requests);
			await visitor.context.close();
		});

		const cases = reactions.flatMap((reaction) =>
			faults.flatMap((fault) =>
				Array.from({ length: journey.requests }, (_, index) => ({
					reaction,
					fault,
					position: index + 1,
				})),
			),
		);
		test.each(cases)(
			'is finished though request $position: $fault, and the person $reaction',
			async ({ reaction, fault, position }) => {
				const visitor = await journey.prepare(prepared, browser);
				const page = await visitor.context.newPage();
				await page.clock.install();
				const api = await breakRequest(page, position, fault);
				await goThrough(prepared, journey, page);
				await expect.poll(api.happened, patience).toBe(true);
				if (fault === 'hang') {
					await outwaitTheGadget(page);
				}
				await expectHonesty(page, journey);
				if (reaction === 'tries again') {
					await tryAgain(page, journey);
				}
				await visitor.context.close();
				await finish(prepared, browser, journey, visitor);
			},
		);
	});
}

async function goThrough(prepared: PreparedWiki, journey: Journey, page: Page): Promise<void> {
	await page.goto(`${prepared.wiki.origin}/index.php/Project:Newcomers`);
	await cardOn(page).module.getByRole('heading').first().waitFor();
	await journey.run(page);
}

/** The person either has what they wanted, or is told in a sentence why not. */
async function expectHonesty(page: Page, journey: Journey): Promise<void> {
	const { alert } = cardOn(page);
	await expect
		.poll(async () => (await journey.arrives(page)) || (await alert.count()) === 1, patience)
		.toBe(true);
	if ((await alert.count()) === 1) {
		expect(await alert.innerText()).toMatch(/^The wiki .*[Tt]ry again/);
	}
}

async function tryAgain(page: Page, journey: Journey): Promise<void> {
	const { alert } = cardOn(page);
	if ((await alert.count()) === 1) {
		await page.getByRole('button', { name: 'Try again' }).click();
	}
	await expect.poll(() => journey.arrives(page), patience).toBe(true);
	expect(await alert.count()).toBe(0);
}

/**
 * The next visit, in another browser, either shows the end of an undisturbed run or, where nothing
 * had reached the wiki, leads to it as the first would have.
 */
async function finish(
	prepared: PreparedWiki,
	browser: Browser,
	journey: Journey,
	{ name }: Visitor,
): Promise<void> {
	const session = await prepared.wiki.logIn(name);
	const context = await browser.newContext();
	await context.addCookies(
		session.cookies.map((cookie) => ({ ...cookie, url: prepared.wiki.origin })),
	);
	const page = await context.newPage();
	await page.goto(`${prepared.wiki.origin}/index.php/Project:Newcomers`);
	await settle(page);
	if (!(await journey.arrives(page))) {
		await journey.run(page);
	}
	await expect.poll(() => journey.arrives(page), patience).toBe(true);
	await context.close();
}
