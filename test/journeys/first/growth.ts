import { expect } from 'vitest';
import { patience } from '../../support/patience.ts';
import { mentorOf, statusOf } from '../growthHomepage.ts';
import type { PersonsJourney, Stage } from './journey.ts';
import type { Part } from './part.ts';
import type { Person, PersonsPage } from './person.ts';

export const optedOut: Part = { kind: 'heading', within: '[data-module-name=mentorship-optin]' };
export const getMentor: Part = { kind: 'button', within: '#mw-ge-homepage-mentorship-optin' };
const confirm: Part = {
	kind: 'button',
	name: 'Continue',
	within: '.oo-ui-messageDialog-content.oo-ui-window-content-ready',
};
const state = 'growthexperiments-homepage-mentorship-enabled';
const suggestedEdits = 'growthexperiments-homepage-suggestededits-activated';
const mentorsName = '[data-module-name=mentorship] .growthexperiments-homepage-mentorship-username';

/**
 * An experienced person who has a mentor, the one who is never drawn. They come with the rule on: as it
 * is turned on, the demo wiki itself opts out whoever qualifies, and the gadget would have nothing to do.
 */
export async function arriveWithMentor(
	stage: Stage,
	width = 1280,
): Promise<{ person: Person; mentor: string }> {
	const person = await stage.arrive({ what: 'Mentee', edits: 600, days: 400, width });
	const mentor = 'Mentor3';
	await person.session.post({ action: 'growthsetmentor', mentee: person.name, mentor });
	// Choosing a mentor is asking for one, from 1.45 on: they were given theirs.
	// Until a person has begun with suggested edits, the extension holds Tab in that module for good.
	await person.session.post({ action: 'options', change: `${state}=1|${suggestedEdits}=1` });
	return { person, mentor };
}

/** Opens the Homepage, where the rule opts them out. */
export async function graduate(
	{ prepared }: Stage,
	person: Person,
	parameters?: Readonly<Record<string, string>>,
): Promise<PersonsPage> {
	const page = await person.open('Special:Homepage', parameters);
	await page.sees(optedOut);
	await expect.poll(() => statusOf(person.session), patience).toBe('optout');
	const left = () => mentorOf(person.session, person.name, prepared.mentors);
	await expect.poll(left, patience).toBeNull();
	return page;
}

/** Asks for a mentor, and sees whose mentee they are again. */
export async function getBack(
	page: PersonsPage,
	mentor: string,
	button = getMentor,
): Promise<void> {
	await page.press(button);
	await page.press(confirm);
	expect(await page.textOf(mentorsName)).toBe(mentor);
}

export const growthGraduates: PersonsJourney = {
	name: 'growth: an experienced editor is opted out, and their mentor is free',
	async go(stage) {
		const { person, mentor } = await arriveWithMentor(stage);
		await graduate(stage, person);
		expect((await person.memory())?.mentor?.name).toBe(mentor);
		await (await person.open('Special:Homepage')).sees(optedOut);
	},
};

export const growthBack: PersonsJourney = {
	name: 'growth: an editor who was opted out asks, and gets their mentor back for good',
	async go(stage) {
		const { person, mentor } = await arriveWithMentor(stage);
		const page = await graduate(stage, person);
		await getBack(page, mentor);
		const given = () => mentorOf(person.session, person.name, stage.prepared.mentors);
		await expect.poll(given, patience).toBe(mentor);
		await expect.poll(async () => (await person.memory())?.pending, patience).toBeUndefined();
		const again = await person.open('Special:Homepage');
		expect(await again.textOf(mentorsName)).toBe(mentor);
		expect(await statusOf(person.session)).toBe('enabled');
	},
};

export const growthFirst: readonly PersonsJourney[] = [growthGraduates, growthBack];
