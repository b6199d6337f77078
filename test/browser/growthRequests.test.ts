import type { Page, Route } from 'playwright';
import { describe, expect, test } from 'vitest';
import {
	arriveAtHomepage,
	askForMentor,
	type HomepageVisitor,
	moduleOn,
} from '../journeys/growthHomepage.ts';
import { namedMentor, setStatus } from '../journeys/growthStage.ts';
import { listSteps, type Step, stepOf } from '../journeys/growthSteps.ts';
import { listRequests } from '../journeys/requests.ts';
import { pageAddress, people } from '../journeys/visitor.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

const extensionScript = /load\.php.*Homepage\.Mentorship/;
const cardGadget = /load\.php.*mentorship-growth/;
const writes: readonly Step[] = ['state', 'mentor', 'memory: done'];

const demo = openDemo();

const arrive = () => arriveAtHomepage(demo.wiki, demo.browser, 'desktop', people.experienced);

/** A person opted out at an earlier visit, by the rule. */
async function arriveOptedOut(): Promise<HomepageVisitor> {
	const visitor = await arrive();
	await setStatus(visitor, 'optout');
	const graduatedAt = new Date().toISOString();
	await visitor.writeMemory({ version: 1, mentor: { name: namedMentor }, graduatedAt });
	return visitor;
}

test('where the texts are kept, our card is drawn before the wiki is asked anything', async () => {
	const visitor = await arrive();
	const before = await visitor.openHomepage();
	await moduleOn(before).optedOut.waitFor();
	await settle(before);
	await setStatus(visitor, 'enabled');
	await visitor.writeMemory({ version: 1 });
	let steps: readonly Step[] = [];
	const page = await visitor.openHomepage({}, (tab) => {
		steps = listSteps(tab);
		return tab.route('**/api.php*', async () => undefined);
	});
	await moduleOn(page).optedOut.waitFor();
	expect(steps).not.toContain('texts');
});

test.each([
	['our card', arrive, []],
	['a card that the server drew', arriveOptedOut, ['mentor card']],
] as const)(
	'on %s two writes lead to the mentor’s name, and one comes behind',
	async (_what, come, others) => {
		let documents: readonly string[] = [];
		const page = await (await come()).openHomepage({}, (tab) => {
			documents = listDocuments(tab);
		});
		await moduleOn(page).optedOut.waitFor();
		await settle(page);
		const steps = listSteps(page);
		const behind = await holdStep(page, 'memory: done');
		await askForMentor(page);
		const start = performance.now();
		await page.locator('.growthexperiments-homepage-mentorship-username').first().waitFor();
		console.info(`from "Continue" to the name: ${Math.round(performance.now() - start)} ms`);
		await expect.poll(behind.isHeld).toBe(true);
		const isWrite = (step: Step) => step === 'memory: begun' || writes.includes(step);
		expect(steps.filter(isWrite)).toEqual(writes);
		behind.release();
		await settle(page);
		expect(steps.filter(isWrite)).toEqual(writes);
		expect(steps).toEqual(expect.arrayContaining([...others]));
		expect(documents).toHaveLength(1);
	},
);

describe.each([
	['the extension’s script', extensionScript],
	['our card', cardGadget],
])('where %s comes last', (_what, late) => {
	test.each([
		['our card', arrive],
		['a card that the server drew', arriveOptedOut],
	])('exactly one dialog opens on %s', async (_card, come) => {
		const page = await (await come()).context.newPage();
		const held = await holdRequest(page, late);
		const address = pageAddress(demo.wiki, 'Special:Homepage', { useskin: 'vector-2022' });
		await page.goto(address, { waitUntil: 'commit' });
		await expect.poll(held.isHeld).toBe(true);
		const { getMentor, dialog, confirm, mentorName, optedOut } = moduleOn(page);
		if (late === extensionScript) {
			await optedOut.waitFor();
		} else {
			const module = 'ext.growthExperiments.Homepage.Mentorship';
			const readState = () => page.evaluate((name) => mw.loader.getState(name), module);
			await expect.poll(readState).toBe('ready');
		}
		held.release();
		await optedOut.waitFor();
		await settle(page);
		const documents = listDocuments(page);
		await getMentor.click();
		await dialog.first().waitFor();
		expect(await dialog.count()).toBe(1);
		await confirm.click();
		await mentorName.waitFor();
		expect(documents).toEqual([]);
	});
});

/** The documents that a page loads from now on. */
function listDocuments(page: Page): string[] {
	return listRequests(page, (request) => request.resourceType() === 'document' && request.url());
}

interface Held {
	readonly isHeld: () => boolean;
	readonly release: () => void;
}

/** Keeps requests to an address waiting. */
async function holdRequest(
	page: Page,
	url: RegExp,
	isWanted: (route: Route) => boolean = () => true,
): Promise<Held> {
	let isHeld = false;
	let release = (): void => undefined;
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(url, async (route) => {
		if (isWanted(route)) {
			isHeld = true;
			await released;
		}
		await route.continue();
	});
	return { isHeld: () => isHeld, release };
}

/** Keeps the requests for a step waiting. */
function holdStep(page: Page, step: Step): Promise<Held> {
	return holdRequest(page, /api\.php/, (route) => stepOf(route.request()) === step);
}
