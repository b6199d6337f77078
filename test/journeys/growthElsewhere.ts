import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { moduleOn } from './growthHomepage.ts';
import { elsewhere, homepage, namedMentor, people, stageGrowth } from './growthStage.ts';
import type { PreparedWiki } from './preparedWiki.ts';
import { configuration, configurationTitle, facts, on } from './visitor.ts';

/** Whoever never opens their Homepage: what other pages that have the loader do, and do not do. */
export function describeGrowthElsewhere(prepare: () => Promise<PreparedWiki>): void {
	const stage = stageGrowth(prepare);

	test.each([elsewhere, 'Project:Some_page', 'User:Nobody_at_all'])(
		'an experienced editor who only opens %s is opted out, and their mentor remembered',
		async (title) => {
			const visitor = await stage.enroll(people.experienced);
			const { traffic } = await stage.open(visitor, title);
			await expect
				.poll(() => stage.standingOf(visitor), patience)
				.toEqual({ status: 'optout', mentor: null, state: 2 });
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
		expect(traffic).toEqual({ reads: [], writes: [], gadgets: [] });
		expect(await page.evaluate(() => mw.loader.getState('ext.gadget.mentorship'))).toBe(
			'registered',
		);
		expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
	});

	test('nothing on that page changes', async () => {
		const visitor = await stage.enroll(people.newcomer);
		// On the first visit of a watchlist MediaWiki's own scripts change how it looks on the next.
		await stage.open(visitor, elsewhere);
		await stage.wiki.setPerson({ name: visitor.name, ...facts(...people.experienced) });
		const { page } = await stage.open(visitor, elsewhere);
		await expect
			.poll(() => stage.standingOf(visitor), patience)
			.toMatchObject({ status: 'optout' });
		const { page: again } = await stage.open(visitor, elsewhere);
		expect(await readBody(page)).toBe(await readBody(again));
	});

	test('opted out there, they find the opted-out card on their Homepage, and the same mentor by it', async () => {
		const visitor = await stage.enroll(people.experienced);
		await stage.open(visitor, elsewhere);
		const { page } = await stage.open(visitor, homepage);
		const { getMentor, confirm, mentorName } = moduleOn(page);
		await getMentor.click();
		await confirm.click();
		await mentorName.waitFor();
		expect(await mentorName.innerText()).toBe(namedMentor);
	});

	test('the next page asks and writes nothing any more', async () => {
		const visitor = await stage.enroll(people.experienced);
		await stage.open(visitor, elsewhere);
		const { traffic } = await stage.open(visitor, elsewhere);
		expect(traffic).toMatchObject({ reads: [], writes: [] });
	});

	test.each([
		['a newcomer', people.newcomer],
		['somebody with 9 edits', [9, 400]],
		['somebody of half a day', [600, 0.5]],
	] as const)('%s costs no request there, and loads the loader only', async (_name, who) => {
		const visitor = await stage.enroll(who);
		const { traffic } = await stage.open(visitor, elsewhere);
		expect(traffic).toEqual({ reads: [], writes: [], gadgets: [] });
		expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
	});

	test.each([
		['the rule is off', configuration({ ...on, enabled: false })],
		['the configuration page is wrong', '{"GEMentorshipStartOptedOutThresholds": 5}'],
	])('where %s, nobody is opted out there', async (_what, text) => {
		await stage.wiki.savePage(configurationTitle, text);
		const visitor = await stage.enroll(people.experienced);
		const { traffic } = await stage.open(visitor, elsewhere);
		expect(traffic.writes).toEqual([]);
		expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
	});

	test('whoever asked once stays in mentorship there', async () => {
		const visitor = await stage.enroll(people.experienced);
		await visitor.writeMemory({ version: 1, askedAt: '2020-01-01T00:00:00Z' });
		await stage.open(visitor, elsewhere);
		expect(await stage.standingOf(visitor)).toMatchObject({
			status: 'enabled',
			mentor: namedMentor,
		});
	});

	test('whoever is opted out by hand is left alone', async () => {
		const visitor = await stage.enroll(people.experienced);
		await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
		const { traffic } = await stage.open(visitor, elsewhere);
		expect(traffic.writes).toEqual([]);
		expect(await visitor.hasMemory()).toBe(false);
	});

	test('whoever has no mentor is asked about once, and stays as they are', async () => {
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
			['somebody’s user page', 'User:Look alike', {}],
			['a project page', 'Project:Look alike', {}],
			[
				'a link to Special:ExpandTemplates',
				'Special:ExpandTemplates',
				{ wpInput: lookAlike, input: lookAlike },
			],
		];

		test.each(places)('on %s is left alone for a newcomer', async (_what, title, parameters) => {
			if (!title.startsWith('Special:')) {
				await stage.wiki.savePage(title, lookAlike);
			}
			const visitor = await stage.enroll(people.newcomer);
			const { traffic } = await stage.open(visitor, title, parameters);
			expect(traffic.writes).toEqual([]);
			expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
		});

		test.each(places)('on %s makes nobody’s mentor forgotten', async (_what, title, parameters) => {
			if (!title.startsWith('Special:')) {
				await stage.wiki.savePage(title, lookAlike);
			}
			const visitor = await stage.enroll(people.experienced);
			const { page } = await stage.open(visitor, title, parameters);
			await expect
				.poll(() => stage.standingOf(visitor), patience)
				.toMatchObject({ status: 'optout' });
			expect(await visitor.readMemory()).toMatchObject({ mentor: { name: namedMentor } });
			const { page: again } = await stage.open(visitor, title, parameters);
			expect(await readBody(page)).toBe(await readBody(again));
			await expectNoButtonIsOurs(again);
		});
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
