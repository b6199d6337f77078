import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import { mentorList, mentorNamed, type PreparedWiki } from './preparedWiki.ts';
import {
	cardOn,
	configuration,
	configurationTitle,
	facts,
	freshName,
	newcomersPage,
	on,
	pageAddress,
	type Visitor,
	visit,
} from './visitor.ts';

const listTitle = 'MediaWiki:GrowthMentors.json';

/** Whom a person gets as their mentor on the `plain` host, and where they can ask otherwise. */
export function describePlainMentors(prepare: () => Promise<PreparedWiki>): void {
	let prepared: PreparedWiki;
	let browser: Browser;
	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(() => Promise.all([prepared?.wiki.stop(), browser?.close()]));

	const arrive = (what: string, edits: number, days: number): Promise<Visitor> =>
		visit(prepared.wiki, browser, { name: freshName(what), ...facts(edits, days) });
	const setBlocked = (name: string, blocked: boolean) =>
		prepared.wiki.setPerson({ name, ...facts(5000, 1000), blocked });

	test('nobody gets a mentor who is blocked, has no account or a wrong entry; the console names that', async () => {
		const { wiki, mentors } = prepared;
		const page = JSON.parse(mentorList(mentors));
		page.Mentors[987_654] = { username: 'Nobody', weight: 4 };
		page.Mentors[mentorNamed(prepared, 'Mentor3').id ?? 0].weight = 'often';
		await wiki.savePage(listTitle, JSON.stringify(page));
		await setBlocked('Mentor2', true);
		try {
			for (let newcomers = 0; newcomers < 4; newcomers++) {
				const visitor = await arrive('Newcomer', 3, 1);
				const tab = await visitor.context.newPage();
				const said: string[] = [];
				tab.on('console', (message) => said.push(message.text()));
				await tab.goto(pageAddress(wiki, newcomersPage, {}));
				const { mentorName } = cardOn(tab);
				await mentorName.waitFor();
				expect(await mentorName.innerText()).toBe('Mentor1');
				expect(said.join('\n')).toContain(`wrong`);
			}
		} finally {
			await setBlocked('Mentor2', false);
			await wiki.savePage(listTitle, mentorList(mentors));
		}
	});

	test('before the first press the dialog says who comes back, unless they are blocked', async () => {
		const visitor = await arrive('Experienced', 600, 400);
		await visitor.writeMemory({ version: 1, mentor: mentorNamed(prepared, 'Mentor3') });
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
		const { wiki, mentors } = prepared;
		const named = {
			'MediaWiki:Gadget-mentorship-card-help-page': 'Help:Mentors & mentees',
			'MediaWiki:Gadget-mentorship-card-help-desk': 'Project:Help desk',
		};
		for (const [title, text] of Object.entries(named)) {
			await wiki.savePage(title, text);
		}
		await wiki.savePage(listTitle, mentorList([]));
		// English is drawn at once; what the community changed is drawn when it comes.
		const experienced = await (await arrive('Experienced', 600, 400)).open();
		const about = cardOn(experienced).module.getByRole('link', { name: 'About mentors' });
		expect(await about.getAttribute('href')).toMatch(/\/Help:Mentors_%26_mentees$/);
		const newcomer = await (await arrive('Newcomer', 3, 1)).open();
		await settle(newcomer);
		const again = cardOn(newcomer);
		await newcomer.reload();
		const helpDesk = again.alert.getByRole('link', { name: 'Ask at the help desk.' });
		expect(await helpDesk.getAttribute('href')).toMatch(/:Help_desk$/);
		for (const title of Object.keys(named)) {
			await wiki.deletePage(title);
		}
		await wiki.savePage(listTitle, mentorList(mentors));
	});
}
