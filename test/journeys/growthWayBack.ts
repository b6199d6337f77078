import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { settle } from '../support/settle.ts';
import { askForMentor, moduleOn } from './growthHomepage.ts';
import { elsewhere, homepage, namedMentor, people, stageGrowth } from './growthStage.ts';
import { mentorList, type PreparedWiki } from './preparedWiki.ts';
import type { Visitor } from './visitor.ts';

/** The quiet way back: disabled, then the mentor by name; nobody is drawn in between. */
export function describeWayBack(prepare: () => Promise<PreparedWiki>): void {
	const stage = stageGrowth(prepare);

	/** Opted out by the rule at an earlier visit; the log has no entry but those of the enrolment. */
	async function graduated(more?: Parameters<typeof stage.enroll>[1]): Promise<Visitor> {
		const visitor = await stage.enroll(people.experienced, more);
		await stage.open(visitor, homepage);
		expect(await stage.standingOf(visitor)).toMatchObject({ status: 'optout', mentor: null });
		return visitor;
	}

	const askAndArrive = async (page: Page, wish?: string): Promise<string> => {
		await askForMentor(page, wish);
		const { mentorName } = moduleOn(page);
		await mentorName.waitFor();
		await settle(page);
		return mentorName.innerText();
	};
	const withoutThem = () => stage.prepared.mentors.filter(({ name }) => name !== namedMentor);

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
			expect(await askAndArrive(page)).toBe(namedMentor);
			expect(await stage.standingOf(visitor)).toMatchObject({
				status: 'enabled',
				mentor: namedMentor,
			});
			const entries = await stage.logOf(visitor);
			expect(entries.slice(0, entries.length - before)).toEqual([
				{ action: expect.stringContaining('no-previous-mentor'), reason: '' },
			]);
			expect(traffic.writes.length - written).toBeLessThanOrEqual(5);
			expect(await visitor.readMemory()).not.toHaveProperty('pending');
		},
	);

	test('whoever asked is not opted out again, there or elsewhere', async () => {
		const visitor = await graduated();
		await askAndArrive((await stage.open(visitor, homepage)).page);
		for (const title of [elsewhere, homepage, elsewhere]) {
			const { traffic } = await stage.open(visitor, title);
			expect(traffic.writes).toEqual([]);
		}
		expect(await stage.standingOf(visitor)).toMatchObject({
			status: 'enabled',
			mentor: namedMentor,
		});
	});

	test.each([homepage, elsewhere])(
		'whoever came back by another way has the mentor of before again, from %s on',
		async (title) => {
			const visitor = await graduated();
			await visitor.session.post({ action: 'growthsetmenteestatus', state: 'enabled' });
			await stage.open(visitor, title);
			await stage.open(visitor, elsewhere);
			// The extension never draws that one.
			expect(await stage.standingOf(visitor)).toMatchObject({
				status: 'enabled',
				mentor: namedMentor,
			});
			expect(await visitor.readMemory()).toHaveProperty('askedAt');
		},
	);

	test('somebody who is blocked is told so, and nothing is written', async () => {
		const visitor = await graduated();
		const memory = await visitor.readMemory();
		const { page, traffic } = await stage.open(visitor, homepage);
		await stage.wiki.setPerson({ ...personOf(visitor), blocked: true });
		await askForMentor(page);
		const { alert } = moduleOn(page);
		await alert.waitFor();
		expect(await alert.innerText()).toMatch(/block/i);
		expect(traffic.writes).toEqual([]);
		expect(await visitor.readMemory()).toEqual(memory);
		await stage.wiki.setPerson(personOf(visitor));
		expect(await askAndArrive((await stage.open(visitor, homepage)).page)).toBe(namedMentor);
	});

	test.each([
		['somebody', []],
		['an administrator', ['sysop']],
	])('where the mentor has left the list, %s gets another', async (_who, groups) => {
		const visitor = await graduated({ person: { groups } });
		await stage.wiki.savePage('MediaWiki:GrowthMentors.json', mentorList(withoutThem()));
		const { page } = await stage.open(visitor, homepage);
		const name = await askAndArrive(page);
		expect(['Mentor1', 'Mentor2']).toContain(name);
		expect(await stage.standingOf(visitor)).toMatchObject({ status: 'enabled', mentor: name });
		expect(await visitor.readMemory()).toMatchObject({ mentor: { name } });
	});

	test('whoever was opted out by hand, with nobody remembered, gets a mentor drawn', async () => {
		const visitor = await stage.enroll(people.experienced);
		await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
		const { page } = await stage.open(visitor, homepage);
		await askForMentor(page);
		const { mentor } = moduleOn(page);
		await mentor.waitFor();
		await settle(page);
		expect(await stage.standingOf(visitor)).toMatchObject({
			status: 'enabled',
			mentor: expect.stringMatching(/^Mentor[12]$/),
		});
	});

	test('where Homepage and help panel are off for somebody by then, they get their mentor all the same', async () => {
		const visitor = await graduated();
		const { page } = await stage.open(visitor, homepage);
		await visitor.session.post({
			action: 'options',
			change: 'growthexperiments-homepage-enable=0|growthexperiments-help-panel-tog-help-panel=0',
		});
		await askForMentor(page);
		await expect
			.poll(() => stage.standingOf(visitor), { timeout: 15_000 })
			.toMatchObject({ status: 'enabled', mentor: namedMentor });
	});

	describe('another mentor', () => {
		test('is another than the one before', async () => {
			const visitor = await graduated();
			await askAndArrive((await stage.open(visitor, homepage)).page);
			await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
			const { page } = await stage.open(visitor, homepage);
			const name = await askAndArrive(page, 'Another mentor');
			expect(['Mentor1', 'Mentor2']).toContain(name);
			expect(await stage.standingOf(visitor)).toMatchObject({ status: 'enabled', mentor: name });
		});

		test('is the other one of two, on whomever the lot falls', async () => {
			const visitor = await graduated({ mentor: 'Mentor1' });
			await askAndArrive((await stage.open(visitor, homepage)).page);
			await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
			// Four times in five the extension draws the one before.
			const text = mentorList(stage.prepared.mentors, { Mentor1: 4, Mentor2: 1, Mentor3: 0 });
			await stage.wiki.savePage('MediaWiki:GrowthMentors.json', text);
			const { page } = await stage.open(visitor, homepage);
			expect(await askAndArrive(page, 'Another mentor')).toBe('Mentor2');
		});
	});

	const personOf = ({ name }: Visitor) => ({
		name,
		editCount: people.experienced[0],
		registration: new Date(Date.now() - people.experienced[1] * 86_400_000),
	});
}
