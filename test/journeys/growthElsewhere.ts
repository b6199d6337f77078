import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { getMentor, homepage } from './growthHomepage.ts';
import {
	type Enrolled,
	elsewhere,
	hasNamedMentor,
	namedMentor,
	optedOut,
	stageGrowth,
	untouched,
} from './growthStage.ts';
import { loaderAlone } from './growthTraffic.ts';
import type { Prepare } from './stage.ts';
import {
	configuration,
	configurationTitle,
	type Experience,
	facts,
	off,
	people,
} from './visitor.ts';

/** Editors who never open their Homepage: what other pages that have the loader do, and do not do. */
export function describeGrowthElsewhere(prepare: Prepare): void {
	const stage = stageGrowth(prepare);

	test.each([elsewhere, 'Project:Some_page', 'User:Nobody_at_all'])(
		'an experienced editor who only opens %s is opted out, and their mentor remembered',
		async (title) => {
			const visitor = await stage.enroll(people.experienced);
			const { traffic } = await stage.open(visitor, title);
			await expect.poll(() => stage.standingOf(visitor), patience).toEqual(optedOut);
			expect(await visitor.readMemory()).toMatchObject({
				mentor: { name: namedMentor },
				graduatedAt: expect.any(String),
			});
			expect(await visitor.readMemory()).not.toHaveProperty('pending');
			expect(traffic.reads.length).toBeLessThanOrEqual(2);
			expect(traffic.writes.length).toBeLessThanOrEqual(3);
		},
	);

	test('on an article not a byte of the gadget is sent, and nobody is opted out', async () => {
		const visitor = await stage.enroll(people.experienced);
		const { page, traffic } = await stage.open(visitor, 'Main Page');
		expect(traffic).toEqual(loaderAlone);
		expect(await page.evaluate(() => mw.loader.getState('ext.gadget.mentorship'))).toBe(
			'registered',
		);
		expect(await stage.standingOf(visitor)).toMatchObject(untouched);
	});

	test('nothing on that page changes', async () => {
		const visitor = await stage.enroll(people.newcomer);
		// On the first visit of a watchlist MediaWiki's own scripts change how it looks on the next.
		await stage.open(visitor, elsewhere);
		await stage.wiki.setPerson({ name: visitor.name, ...facts(...people.experienced) });
		const { page } = await stage.open(visitor, elsewhere);
		await expect.poll(() => stage.standingOf(visitor), patience).toEqual(optedOut);
		const { page: again } = await stage.open(visitor, elsewhere);
		expect(await readBody(page)).toBe(await readBody(again));
	});

	test('opted out there, the next page asks nothing; their Homepage has the opted-out card, and by it the same mentor', async () => {
		const visitor = await stage.enroll(people.experienced);
		await stage.open(visitor, elsewhere);
		const { traffic } = await stage.open(visitor, elsewhere);
		expect(traffic).toMatchObject({ reads: [], writes: [] });
		const { page } = await stage.open(visitor, homepage);
		expect(await getMentor(page)).toBe(namedMentor);
	});

	const wrong = '{"GEMentorshipStartOptedOutThresholds": 5}';

	test.each<[string, Experience, Enrolled, string | null]>([
		['a newcomer costs no request, and loads the loader only', people.newcomer, {}, null],
		['an editor with 9 edits does not, either', [9, 400], {}, null],
		['nor does an editor of half a day', [600, 0.5], {}, null],
		['an editor opted out by hand is left alone', people.experienced, { state: 2 }, null],
		['where the rule is off, nobody is opted out', people.experienced, {}, configuration(off)],
		['nor where the configuration page is wrong', people.experienced, {}, wrong],
	])('there, %s', async (_what, who, more, page) => {
		if (page !== null) {
			await stage.wiki.savePage(configurationTitle, page);
		}
		const visitor = await stage.enroll(who, more);
		const before = await stage.standingOf(visitor);
		const { traffic } = await stage.open(visitor, elsewhere);
		// From 1.45 on, the thresholds may be on the extension's page, which is asked for.
		expect(traffic).toMatchObject(page === null ? loaderAlone : { writes: [] });
		expect(await stage.standingOf(visitor)).toEqual(before);
		expect(await visitor.hasMemory()).toBe(false);
	});

	test('an editor who asked once stays in mentorship there', async () => {
		const visitor = await stage.enroll(people.experienced, {
			memory: { askedAt: '2020-01-01T00:00:00Z' },
		});
		await stage.open(visitor, elsewhere);
		expect(await stage.standingOf(visitor)).toMatchObject(hasNamedMentor);
	});

	test('an editor without a mentor is asked about once, and stays as they are', async () => {
		const visitor = await stage.enroll(people.experienced, { mentor: null });
		const first = await stage.open(visitor, elsewhere);
		const second = await stage.open(visitor, elsewhere);
		expect(first.traffic.reads.length).toBeLessThanOrEqual(2);
		expect(second.traffic.reads).toEqual([]);
		expect([...first.traffic.writes, ...second.traffic.writes]).toEqual([]);
		expect(await stage.standingOf(visitor)).toMatchObject({ status: 'enabled', mentor: null });
	});

	describe('a page that only looks like the Homepage', () => {
		const lookAlike =
			'<div class="growthexperiments-homepage-module" role="region" ' +
			'data-module-name="mentorship" data-mode="desktop" id="mw-ge-homepage-mentorship-optin">' +
			'Not the Homepage. {{PAGENAME}}</div>';

		const places: ReadonlyArray<[string, string, Readonly<Record<string, string>>]> = [
			['a user page', 'User:Look alike', {}],
			['a project page', 'Project:Look alike', {}],
			[
				'a link to Special:ExpandTemplates',
				'Special:ExpandTemplates',
				{ wpInput: lookAlike, input: lookAlike },
			],
		];

		test.each(places)(
			'on %s is left alone for a newcomer, and makes no experienced editor’s mentor forgotten',
			async (_what, title, parameters) => {
				if (!title.startsWith('Special:')) {
					await stage.wiki.savePage(title, lookAlike);
				}
				const newcomer = await stage.enroll(people.newcomer);
				const { traffic } = await stage.open(newcomer, title, parameters);
				expect(traffic.writes).toEqual([]);
				expect(await stage.standingOf(newcomer)).toMatchObject(untouched);

				const visitor = await stage.enroll(people.experienced);
				const { page } = await stage.open(visitor, title, parameters);
				await expect.poll(() => stage.standingOf(visitor), patience).toEqual(optedOut);
				expect(await visitor.readMemory()).toMatchObject({ mentor: { name: namedMentor } });
				const { page: again } = await stage.open(visitor, title, parameters);
				expect(await readBody(page)).toBe(await readBody(again));
				await expectNoButtonIsOurs(again);
			},
		);
	});

	test('the placeholder of a wiki without the extension shows one link to the Homepage, or nothing', async () => {
		const visitor = await stage.enroll(people.newcomer);
		const { page } = await stage.open(visitor, 'Project:Newcomers');
		const placeholder = page.locator('.mentorship-module');
		const links = placeholder.getByRole('link');
		expect(await links.count()).toBeLessThanOrEqual(1);
		for (const link of await links.all()) {
			expect(await link.getAttribute('href')).toContain('Special:Homepage');
		}
		expect(await placeholder.getByRole('button').count()).toBe(0);
		expect(await visitor.hasMemory()).toBe(false);
	});
}

/** What the page holds, but for what is another at each load. */
async function readBody(page: Page): Promise<string> {
	const content = page.locator('#content, #bodyContent').first();
	return (await content.innerHTML()).replace(/\d{2}:\d{2}(:\d{2})?|[0-9a-f]{32,}/g, '');
}

/** A press on what looks like "Get a mentor" does nothing of ours. */
async function expectNoButtonIsOurs(page: Page): Promise<void> {
	await page.locator('#mw-ge-homepage-mentorship-optin').first().click({ force: true });
	await page.evaluate(() => new Promise(requestAnimationFrame));
	expect(await page.locator('.oo-ui-messageDialog-content').count()).toBe(0);
}
