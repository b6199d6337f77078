import { describe, expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { askForMentor, getMentor, homepage, moduleOn } from './growthHomepage.ts';
import {
	type Enrolled,
	elsewhere,
	hasNamedMentor,
	namedMentor,
	optedOut,
	setStatus,
	stageGrowth,
} from './growthStage.ts';
import { usualWeights } from './preparedWiki.ts';
import type { Prepare } from './stage.ts';
import { facts, people, type Visitor } from './visitor.ts';

/** The quiet way back: disabled, then the mentor by name; nobody is drawn in between. */
export function describeWayBack(prepare: Prepare): void {
	const stage = stageGrowth(prepare);

	/** Opted out by the rule at an earlier visit; the log has no entry but those of the enrolment. */
	async function graduated(more?: Enrolled): Promise<Visitor> {
		const visitor = await stage.enroll(people.experienced, more);
		await stage.open(visitor, homepage);
		expect(await stage.standingOf(visitor)).toEqual(optedOut);
		return visitor;
	}

	/** Asks on the Homepage, in a new tab. @returns Who is on the card. */
	const comeBack = async (visitor: Visitor, wish?: string): Promise<string> =>
		getMentor((await stage.open(visitor, homepage)).page, wish);

	test.each(['our card', 'the server’s card'])(
		'the same mentor comes back on %s, with one line in the log that says nothing of them',
		async (card) => {
			const visitor = await stage.enroll(people.experienced);
			if (card === 'the server’s card') {
				await stage.open(visitor, homepage);
			}
			const before = (await stage.logOf(visitor)).length;
			const { page, traffic } = await stage.open(visitor, homepage);
			const written = traffic.writes.length;
			expect(await getMentor(page)).toBe(namedMentor);
			expect(await stage.standingOf(visitor)).toMatchObject(hasNamedMentor);
			const entries = await stage.logOf(visitor);
			expect(entries.slice(0, entries.length - before)).toEqual([
				{ action: expect.stringContaining('no-previous-mentor'), reason: '' },
			]);
			expect(traffic.writes.length - written).toBeLessThanOrEqual(5);
			expect(await visitor.readMemory()).not.toHaveProperty('pending');
		},
	);

	test('an editor who asked is not opted out again, there or elsewhere', async () => {
		const visitor = await graduated();
		await comeBack(visitor);
		for (const title of [elsewhere, homepage, elsewhere]) {
			const { traffic } = await stage.open(visitor, title);
			expect(traffic.writes).toEqual([]);
		}
		expect(await stage.standingOf(visitor)).toMatchObject(hasNamedMentor);
	});

	test.each([homepage, elsewhere])(
		'an editor who came back by another way has the mentor of before again, from %s on',
		async (title) => {
			const visitor = await graduated();
			await setStatus(visitor, 'enabled');
			await stage.open(visitor, title);
			await stage.open(visitor, elsewhere);
			// The extension never draws that one.
			expect(await stage.standingOf(visitor)).toMatchObject(hasNamedMentor);
			expect(await visitor.readMemory()).toHaveProperty('askedAt');
		},
	);

	test('an editor who is blocked is told so, and nothing is written', async () => {
		const visitor = await graduated();
		const memory = await visitor.readMemory();
		const person = { name: visitor.name, ...facts(...people.experienced) };
		const { page, traffic } = await stage.open(visitor, homepage);
		await stage.wiki.setPerson({ ...person, blocked: true });
		await askForMentor(page);
		const { alert } = moduleOn(page);
		await alert.waitFor();
		expect(await alert.innerText()).toMatch(/block/i);
		expect(traffic.writes).toEqual([]);
		expect(await visitor.readMemory()).toEqual(memory);
		await stage.wiki.setPerson(person);
		expect(await comeBack(visitor)).toBe(namedMentor);
	});

	test.each([
		['an editor', []],
		['an administrator', ['sysop']],
	])(
		'where the mentor has left the list, %s gets another, who is named and remembered',
		async (_who, groups) => {
			const visitor = await graduated({ groups });
			await stage.setMentors({ Mentor1: 2, Mentor2: 4 });
			const { page } = await stage.open(visitor, homepage);
			const name = await getMentor(page);
			expect(['Mentor1', 'Mentor2']).toContain(name);
			// They asked for a mentor, not for the one who has left.
			await expect
				.poll(() => page.getByRole('status').allInnerTexts(), patience)
				.toContain(`\u2068${name}\u2069 is your mentor now.`);
			expect(await stage.standingOf(visitor)).toMatchObject({ status: 'enabled', mentor: name });
			expect(await visitor.readMemory()).toMatchObject({ mentor: { name } });
		},
	);

	test('an editor opted out by hand, with nobody remembered, gets a mentor drawn', async () => {
		const visitor = await stage.enroll(people.experienced);
		await setStatus(visitor, 'optout');
		const name = await comeBack(visitor);
		expect(name).toMatch(/^Mentor[12]$/);
		expect(await stage.standingOf(visitor)).toMatchObject({ status: 'enabled', mentor: name });
	});

	test('where Homepage and help panel are off for an editor by then, they get their mentor all the same', async () => {
		const visitor = await graduated();
		const { page } = await stage.open(visitor, homepage);
		await visitor.session.post({
			action: 'options',
			change: 'growthexperiments-homepage-enable=0|growthexperiments-help-panel-tog-help-panel=0',
		});
		await askForMentor(page);
		await expect.poll(() => stage.standingOf(visitor), patience).toMatchObject(hasNamedMentor);
	});

	describe('another mentor', () => {
		test.each([
			['is another than the one before', namedMentor, usualWeights, /^Mentor[12]$/],
			// Four times in five the extension draws the one before.
			[
				'is the other one of two, whoever is drawn',
				'Mentor1',
				{ Mentor1: 4, Mentor2: 1, Mentor3: 0 },
				/^Mentor2$/,
			],
		])('%s', async (_what, mentor, weights, expected) => {
			const visitor = await graduated({ mentor });
			await comeBack(visitor);
			await setStatus(visitor, 'optout');
			await stage.setMentors(weights);
			const name = await comeBack(visitor, 'Another mentor');
			expect(name).toMatch(expected);
			expect(await stage.standingOf(visitor)).toMatchObject({ status: 'enabled', mentor: name });
		});
	});
}
