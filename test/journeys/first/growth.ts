import { expect } from 'vitest';
import { patience } from '../../support/patience.ts';
import { mentorOf, statusOf } from '../growthHomepage.ts';
import { configuration, configurationTitle, on } from '../visitor.ts';
import type { FirstJourney, Stage } from './journey.ts';
import type { Part } from './part.ts';
import type { Person, PersonsPage } from './person.ts';

const optedOut: Part = { kind: 'heading', within: '[data-module-name=mentorship-optin]' };
const getMentor: Part = { kind: 'button', within: '#mw-ge-homepage-mentorship-optin' };
const confirm: Part = {
	kind: 'button',
	name: 'Continue',
	within: '.oo-ui-messageDialog-content.oo-ui-window-content-ready',
};
const mentorsName = '[data-module-name=mentorship] .growthexperiments-homepage-mentorship-username';

/** An experienced person who has a mentor: the rule was off when they came. */
async function arriveWithMentor(stage: Stage): Promise<{ person: Person; mentor: string }> {
	const { wiki, prepared } = stage;
	await wiki.savePage(configurationTitle, configuration({ ...on, enabled: false }));
	const person = await stage.arrive({ what: 'Mentee', edits: 600, days: 400 });
	const page = await person.open('Special:Homepage');
	await page.textOf(mentorsName);
	const mentor = await mentorOf(person.session, person.name, prepared.mentors);
	await wiki.savePage(configurationTitle, configuration(on));
	return { person, mentor: mentor ?? expect.fail('The wiki gave them no mentor.') };
}

/** Opens the Homepage, where the rule opts them out. */
async function graduate({ prepared }: Stage, person: Person): Promise<PersonsPage> {
	const page = await person.open('Special:Homepage');
	await page.sees(optedOut);
	await expect.poll(() => statusOf(person.session), patience).toBe('optout');
	const left = () => mentorOf(person.session, person.name, prepared.mentors);
	await expect.poll(left, patience).toBeNull();
	return page;
}

export const growthGraduates: FirstJourney = {
	name: 'growth: an experienced editor is opted out, and their mentor is free',
	async go(stage) {
		const { person, mentor } = await arriveWithMentor(stage);
		await graduate(stage, person);
		expect((await person.memory())?.mentor?.name).toBe(mentor);
		await (await person.open('Special:Homepage')).sees(optedOut);
	},
};

export const growthBack: FirstJourney = {
	name: 'growth: whoever was opted out asks, and gets their mentor back for good',
	async go(stage) {
		const { person, mentor } = await arriveWithMentor(stage);
		const page = await graduate(stage, person);
		await page.press(getMentor);
		await page.press(confirm);
		expect(await page.textOf(mentorsName)).toBe(mentor);
		const given = () => mentorOf(person.session, person.name, stage.prepared.mentors);
		await expect.poll(given, patience).toBe(mentor);
		await expect.poll(async () => (await person.memory())?.pending, patience).toBeUndefined();
		const again = await person.open('Special:Homepage');
		expect(await again.textOf(mentorsName)).toBe(mentor);
		expect(await statusOf(person.session)).toBe('enabled');
	},
};

export const growthFirst: readonly FirstJourney[] = [growthGraduates, growthBack];
