import { z } from 'zod';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { savePageIfMissing } from './pages.ts';
import { type DemoMentor, demoMentees, demoMentors } from './people.ts';

const usersAnswer = z.object({
	query: z.object({ users: z.array(z.object({ name: z.string(), userid: z.number() })) }),
});

/**
 * Gives a wiki the demo people, the list of mentors, and the page for newcomers with the placeholder
 * that shows where a wiki without the extension wants the mentor. People get their facts back at each
 * call; pages that exist are left alone.
 * @param now what registration dates are counted back from
 */
export async function seedWiki(wiki: WikiUnderTest, now: Date): Promise<void> {
	const mentors = demoMentors(now);
	for (const person of [...demoMentees(now), ...mentors]) {
		await wiki.setPerson(person);
	}
	await savePageIfMissing(wiki, 'MediaWiki:GrowthMentors.json', await mentorList(wiki, mentors));
	await savePageIfMissing(
		wiki,
		'Project:Newcomers',
		'Welcome! This page is for those who are new here.\n\n<div class="mentorship-module"></div>',
	);
}

/**
 * The text of `MediaWiki:GrowthMentors.json` for people who have accounts on the wiki.
 */
export async function mentorList(
	wiki: WikiUnderTest,
	mentors: readonly DemoMentor[],
): Promise<string> {
	const session = await wiki.logIn(null);
	const answer = await session.get({
		action: 'query',
		list: 'users',
		ususers: mentors.map(({ name }) => name).join('|'),
	});
	const ids = new Map(
		usersAnswer.parse(answer).query.users.map(({ name, userid }) => [name, userid]),
	);
	const entries = mentors.map(({ name, weight }) => [
		String(ids.get(name)),
		{ username: name, message: null, weight },
	]);
	return JSON.stringify({ Mentors: Object.fromEntries(entries) }, null, '\t');
}
