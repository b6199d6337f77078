import { expect, test } from 'vitest';
import { settle } from '../support/settle.ts';
import { cardOn, mentorOnCard } from './card.ts';
import { mentorList, mentorListTitle } from './preparedWiki.ts';
import { listConsole } from './requests.ts';
import { openStage, type Prepare } from './stage.ts';
import { facts, people } from './visitor.ts';

/** Whom a person gets as their mentor on the `plain` host, and where they can ask otherwise. */
export function describePlainMentors(prepare: Prepare): void {
	const stage = openStage(prepare);
	const setBlocked = (name: string, blocked: boolean) =>
		stage.wiki.setPerson({ name, ...facts(5000, 1000), blocked });

	test('nobody gets a mentor who is blocked, has no account or a wrong entry; the console names that', async () => {
		const page = JSON.parse(mentorList(stage.prepared.mentors));
		page.Mentors[987_654] = { username: 'Nobody', weight: 4 };
		page.Mentors[stage.mentor('Mentor3').id ?? 0].weight = 'often';
		await stage.wiki.savePage(mentorListTitle, JSON.stringify(page));
		await setBlocked('Mentor2', true);
		try {
			for (let newcomers = 0; newcomers < 4; newcomers++) {
				const visitor = await stage.arrive(people.newcomer);
				let said: readonly string[] = [];
				const tab = await visitor.open(undefined, {}, (opened) => {
					said = listConsole(opened, () => true);
				});
				expect(await mentorOnCard(tab)).toBe('Mentor1');
				expect(said.join('\n')).toContain('wrong');
			}
		} finally {
			await setBlocked('Mentor2', false);
		}
	});

	test('before the first press the dialog says who comes back, unless they are blocked', async () => {
		const memory = { mentor: stage.mentor('Mentor3') };
		const visitor = await stage.arrive(people.experienced, { memory });
		const dialogText = async () => {
			const page = await visitor.open();
			await cardOn(page).getMentor.click();
			await settle(page);
			return cardOn(page).dialog.innerText();
		};
		expect(await dialogText()).toMatch(/Mentor3.* will be your mentor again\./);
		await setBlocked('Mentor3', true);
		expect(await dialogText()).not.toContain('again');
		await setBlocked('Mentor3', false);
	});

	test('the community’s own pages are linked: about mentorship, and where to ask where nobody is available', async () => {
		const named = {
			'MediaWiki:Gadget-mentorship-card-help-page': 'Help:Mentors & mentees',
			'MediaWiki:Gadget-mentorship-card-help-desk': 'Project:Help desk',
		};
		for (const [title, text] of Object.entries(named)) {
			await stage.wiki.savePage(title, text);
		}
		await stage.setMentors({});
		// English is drawn at once; what the community changed is drawn when it comes.
		const experienced = await (await stage.arrive(people.experienced)).open();
		const about = cardOn(experienced).module.getByRole('link', { name: 'About mentors' });
		expect(await about.getAttribute('href')).toMatch(/\/Help:Mentors_%26_mentees$/);
		const newcomer = await (await stage.arrive(people.newcomer)).open();
		await settle(newcomer);
		await newcomer.reload();
		const helpDesk = cardOn(newcomer).alert.getByRole('link', { name: 'Ask at the help desk.' });
		expect(await helpDesk.getAttribute('href')).toMatch(/:Help_desk$/);
		for (const title of Object.keys(named)) {
			await stage.wiki.deletePage(title);
		}
	});
}
