import type { BrowserContext, Page } from 'playwright';
import { beforeEach, expect, test } from 'vitest';
import { readPage } from '../mediawiki/pages.ts';
import { patience } from '../support/patience.ts';
import { expectAccessible } from './accessibility.ts';
import { arriveAsAdministrator, listLeaveQuestions, openForm } from './configPerson.ts';
import { mentorList, mentorListTitle } from './preparedWiki.ts';
import { openStage, type Prepare } from './stage.ts';
import { facts, freshName, type Visitor } from './visitor.ts';

/** The second part of the form, as a person would name what is in it. */
export function mentorsOn(page: Page) {
	const form = page.getByRole('form', { name: 'Mentors' });
	const mentor = (name: string) => form.getByRole('group', { name });
	const button = (name: string) => form.getByRole('button', { name, exact: true });
	return {
		form,
		mentor,
		introductionOf: (name: string) => mentor(name).getByRole('textbox', { name: 'Introduction' }),
		name: form.getByRole('textbox', { name: 'User name' }),
		add: button('Add mentor'),
		save: button('Save'),
		saved: form.getByText(/^Saved\./),
		keepMine: button('Keep mine'),
		takeTheirs: button('Use the saved ones'),
		conflict: form.getByText('Not saved yet: the list has changed in the meantime.'),
	};
}

/**
 * What administrators go through with the list of mentors on a wiki without GrowthExperiments.
 *
 * @param arrange Makes of the wiki one without the extension, for a browser, where it is none.
 */
export function describeMentorsForm(
	prepare: Prepare,
	arrange: (context: BrowserContext) => Promise<void> = async () => undefined,
): void {
	const stage = openStage(prepare);
	let visitor: Visitor;
	let page: Page;
	const readList = async () => JSON.parse((await readPage(stage.wiki, mentorListTitle)) ?? '');

	beforeEach(async () => {
		visitor = await arriveAsAdministrator(stage);
		await arrange(visitor.context);
		page = await openForm(visitor);
		await mentorsOn(page).mentor('Mentor1').waitFor();
	});

	test('a mentor is added by name, and the wiki has the id that nobody typed', async () => {
		const name = freshName('Fresh mentor');
		await stage.wiki.setPerson({ name, ...facts(900, 900) });
		const { name: field, introductionOf, save, saved } = mentorsOn(page);
		await field.fill(name);
		await page.keyboard.press('Enter');
		await introductionOf(name).waitFor();
		// The cursor is where the next thing is typed.
		await page.keyboard.type('Ask me about maps.');
		await expectAccessible(page, '.mentorship-settings');
		await save.click();
		await saved.waitFor();
		const answer = await visitor.session.get({ action: 'query', list: 'users', ususers: name });
		const { userid } = Object(answer).query.users[0];
		expect((await readList()).Mentors[String(userid)]).toEqual({
			username: name,
			message: 'Ask me about maps.',
			weight: 2,
		});
	});

	test.each([
		['is unknown', 'Nobody of this name', false, 'There is no account with this name.'],
		['is blocked', freshName('Blocked'), true, 'This account is blocked.'],
		['is on the list already', 'Mentor2', false, 'This account is already on the list.'],
	])(
		'an account that %s is not added, and the form says so',
		async (_what, name, blocked, words) => {
			if (blocked) {
				await stage.wiki.setPerson({ name, ...facts(900, 900), blocked });
			}
			const { form, name: field, add } = mentorsOn(page);
			await field.fill(name);
			await add.click();
			await form.getByText(words).waitFor();
			expect(await form.getByRole('group').count()).toBe(3);
		},
	);

	/** A second administrator has changed a key of their own and a mentor in the meantime. */
	async function clash(): Promise<void> {
		const theirs = JSON.parse(mentorList(stage.prepared.mentors));
		theirs.Mentors[String(stage.mentor('Mentor2').id)].message = 'Theirs';
		const { introductionOf, save, conflict } = mentorsOn(page);
		await introductionOf('Mentor1').fill('Mine');
		await stage.wiki.savePage(mentorListTitle, JSON.stringify({ foreign: [1], ...theirs }));
		await save.click();
		await conflict.waitFor();
	}
	const messages = async () => {
		const mentors: Array<{ message: string | null }> = Object.values((await readList()).Mentors);
		return mentors.map(({ message }) => message);
	};

	test('two administrators in conflict: “Keep mine” saves mine, and keeps what the other one changed', async () => {
		await clash();
		// Codex's own colour of a button below the mouse has too little contrast.
		await page.mouse.move(0, 0);
		await expectAccessible(page, '.mentorship-settings');
		await mentorsOn(page).keepMine.click();
		await mentorsOn(page).saved.waitFor();
		expect(await messages()).toEqual(['Mine', 'Theirs', null]);
		expect((await readList()).foreign).toEqual([1]);
	});

	test('two administrators in conflict: “Use the saved ones” shows the other one’s, and saves nothing', async () => {
		await clash();
		const { takeTheirs, introductionOf, conflict } = mentorsOn(page);
		await takeTheirs.click();
		await expect.poll(() => introductionOf('Mentor1').inputValue(), patience).toBe('');
		expect(await conflict.count()).toBe(0);
		expect(await introductionOf('Mentor2').inputValue()).toBe('Theirs');
		expect(await messages()).toEqual([null, 'Theirs', null]);
	});

	test('asks before unsaved mentors are lost', async () => {
		const asked = listLeaveQuestions(page);
		const { mentor, introductionOf } = mentorsOn(page);
		await mentor('Mentor3').getByRole('button', { name: 'Remove' }).click();
		expect(await introductionOf('Mentor3').count()).toBe(0);
		await page.reload();
		await introductionOf('Mentor3').waitFor();
		await page.reload();
		expect(asked).toEqual(['beforeunload']);
	});
}
