import { expect, test } from 'vitest';
import { extensionPageTitle, hasOwnRule } from '../../gadget/domain/thresholds.ts';
import { patience } from '../support/patience.ts';
import { moveClock } from './clock.ts';
import { getMentor, homepage } from './growthHomepage.ts';
import {
	elsewhere,
	hasNamedMentor,
	namedMentor,
	optedOut,
	ownConfiguration,
	setStatus,
	stageGrowth,
	untouched,
} from './growthStage.ts';
import { loaderAlone } from './growthTraffic.ts';
import type { Prepare } from './stage.ts';
import { facts, off, on, people, type Visitor } from './visitor.ts';

const millisecondsPerHour = 3_600_000;

/** Beside the rule of the wiki itself, which opts people out after their edit: from MediaWiki 1.45 on. */
export function describeOwnRule(prepare: Prepare, version: string): void {
	if (!hasOwnRule({ version, hasExtension: true })) {
		test.skip('the wiki has no rule of its own before 1.45', () => undefined);
		return;
	}
	const stage = stageGrowth(prepare);

	/** The gadget's page says "off", so what is done is done by the wiki's own. */
	async function turnOn(thresholds: Parameters<typeof ownConfiguration>[0] = on): Promise<void> {
		await stage.setRule(off);
		await stage.wiki.savePage(extensionPageTitle, ownConfiguration(thresholds));
	}

	async function edit({ session, name }: Visitor): Promise<void> {
		const text = `${name}, at ${Date.now()}`;
		const answer = await session.post({ action: 'edit', title: 'Project:Sandbox', text });
		expect(answer).toMatchObject({ edit: { result: 'Success' } });
	}

	/** Near the thresholds at a visit, past them later, and opted out by their next edit. */
	async function optedOutByEdit(): Promise<Visitor> {
		const visitor = await stage.enroll(people.near);
		await stage.open(visitor, elsewhere);
		await stage.wiki.setPerson({ name: visitor.name, ...facts(...people.experienced) });
		await edit(visitor);
		await expect.poll(() => stage.standingOf(visitor), patience).toEqual(optedOut);
		return visitor;
	}

	const keepsMentor = async (visitor: Visitor) =>
		expect
			.poll(() => stage.standingOf(visitor), patience)
			.toEqual({ ...hasNamedMentor, state: 50 });

	test.each([homepage, elsewhere])(
		'an editor who asked under 1.43 stays after the upgrade, from their next visit of %s on: an edit opts them out no more',
		async (title) => {
			await turnOn();
			const memory = { askedAt: '2020-01-01T00:00:00Z' };
			const visitor = await stage.enroll(people.experienced, { memory });
			await stage.open(visitor, title);
			await keepsMentor(visitor);
			await edit(visitor);
			await keepsMentor(visitor);
			const { traffic } = await stage.open(visitor, title);
			expect(traffic.writes).toEqual([]);
		},
	);

	test('an editor opted out by an edit gets the same mentor back, and stays', async () => {
		await turnOn();
		const visitor = await optedOutByEdit();
		const { page } = await stage.open(visitor, homepage);
		expect(await getMentor(page)).toBe(namedMentor);
		await edit(visitor);
		await keepsMentor(visitor);
	});

	test.each([homepage, elsewhere])(
		'an editor who came back through the API with the gadget off has the remembered mentor from their next visit of %s on',
		async (title) => {
			await turnOn();
			const visitor = await optedOutByEdit();
			await setStatus(visitor, 'enabled');
			// The extension never draws the one they had.
			expect(await stage.standingOf(visitor)).not.toMatchObject({ mentor: namedMentor });
			await stage.open(visitor, title);
			await keepsMentor(visitor);
		},
	);

	test.each([
		['a newcomer', people.newcomer],
		['an editor with 9 edits', [9, 400]],
		['an editor of half a day', [600, 0.5]],
	] as const)('%s loads the loader alone on the Homepage, and asks nothing', async (_who, who) => {
		await turnOn();
		const visitor = await stage.enroll(who);
		const { page, traffic } = await stage.open(visitor, homepage);
		expect(traffic).toEqual(loaderAlone);
		const modules = await page.evaluate(() =>
			mw.loader
				.getModuleNames()
				.filter((name) => name.startsWith('ext.gadget.'))
				.filter((name) => mw.loader.getState(name) !== 'registered'),
		);
		expect(modules).toEqual(['ext.gadget.mentorship']);
		expect(await stage.standingOf(visitor)).toMatchObject(untouched);
	});

	test.each([homepage, elsewhere])(
		'on %s, from 10 edits and one day on, the thresholds are asked for once an hour',
		async (title) => {
			await turnOn();
			const visitor = await stage.enroll([10, 1.01]);
			const open = async () => (await stage.open(visitor, title)).traffic;
			expect((await open()).reads).not.toEqual([]);
			expect(await open()).toEqual(loaderAlone);
			await moveClock(visitor, millisecondsPerHour + 60_000);
			const { reads } = await open();
			await expect.poll(() => reads, patience).not.toEqual([]);
			expect(await visitor.hasMemory()).toBe(false);
		},
	);

	test.each([
		['opted out by hand', 2],
		['enabled explicitly', 50],
	])('of an editor %s nothing is asked', async (_what, state) => {
		await turnOn();
		const visitor = await stage.enroll(people.experienced, { state });
		expect((await stage.open(visitor, elsewhere)).traffic).toEqual(loaderAlone);
	});

	test('where the block on the extension’s page is off, the gadget’s page opts nobody out', async () => {
		await stage.wiki.savePage(extensionPageTitle, ownConfiguration(off));
		const visitor = await stage.enroll(people.experienced);
		await stage.open(visitor, homepage);
		expect(await stage.standingOf(visitor)).toMatchObject(untouched);
		expect(await visitor.hasMemory()).toBe(false);
	});

	test('{"enabled": true} alone on the extension’s page is on, with 500 and 30: at a visit, and at an edit', async () => {
		await turnOn({ enabled: true });
		const [visitor, author, almost] = await Promise.all([
			stage.enroll([500, 31]),
			stage.enroll([500, 31]),
			stage.enroll([499, 31]),
		]);
		await stage.open(visitor, elsewhere);
		await stage.open(almost, elsewhere);
		await edit(author);
		for (const one of [visitor, author]) {
			await expect.poll(() => stage.standingOf(one), patience).toEqual(optedOut);
		}
		expect(await stage.standingOf(almost)).toMatchObject(untouched);
	});
}
