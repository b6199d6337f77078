import { expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { askOnCard, cardOn, mentorOnCard } from './card.ts';
import { getMentor, homepage, mentorOf } from './growthHomepage.ts';
import { stageGrowth } from './growthStage.ts';
import { mentorListTitle } from './preparedWiki.ts';
import { openStage, type Prepare, type Stage } from './stage.ts';
import { facts, people } from './visitor.ts';

/** What addresses, scripts, selectors, texts and wikitext may take for something else. */
const names = [
	'A+B',
	'R&D',
	"O'Brien",
	"Two''quotes",
	'Say "hi"',
	'50% off',
	'Who?',
	'Semi;colon, comma',
	'$1 and $2',
	'(paren) *star',
	'Back\\slash',
	'Dot.json',
	'Constructor',
	'ISBN 0123456789',
	'Ünïcödé',
	'李小龙',
	'משה (מדריך)',
	'🦊 fox',
] as const;

/** Creates a mentor, the only one on the list. @returns Their id. */
async function listMentor({ wiki }: Stage, username: string): Promise<number> {
	await wiki.setPerson({ name: username, ...facts(5000, 1000) });
	const session = await wiki.logIn(username);
	const answer = await session.get({ action: 'query', meta: 'userinfo' });
	const id: number = Object(answer).query.userinfo.id;
	const list = { Mentors: { [id]: { username, message: null, weight: 2 } } };
	await wiki.savePage(mentorListTitle, JSON.stringify(list));
	return id;
}

const title = '%s is opted out, and gets their mentor, named alike, back';

/** A person and their mentor, both with a name out of the ordinary, on the `plain` host. */
export function describeOddNamesOnPlain(prepare: Prepare): void {
	const stage = openStage(prepare);

	test.each(names)(title, async (name) => {
		const mentor = `${name} mentor`;
		const id = await listMentor(stage, mentor);
		const memory = { mentor: { name: mentor, id } };
		const page = await (await stage.arrive(people.experienced, { name, memory })).open();
		await askOnCard(page);
		expect(await mentorOnCard(page)).toBe(mentor);
		const link = cardOn(page).module.getByRole('link').first();
		const href = (await link.getAttribute('href')) ?? '';
		const { pathname, searchParams } = new URL(href, stage.wiki.origin);
		const shown = searchParams.get('title') ?? decodeURIComponent(pathname.slice(11));
		expect(shown.replaceAll('_', ' ')).toBe(`User:${mentor}`);
	});
}

/** The same on Special:Homepage. */
export function describeOddNamesOnGrowth(prepare: Prepare): void {
	const stage = stageGrowth(prepare);

	test.each(names)(title, async (name) => {
		const mentor = `${name} mentor`;
		await listMentor(stage, mentor);
		const visitor = await stage.enroll(people.experienced, { name, mentor });
		const { page } = await stage.open(visitor, homepage);
		await expect
			.poll(() => visitor.readMemory(), patience)
			.toMatchObject({ mentor: { name: mentor } });
		expect(await getMentor(page)).toBe(mentor);
		const loggedOut = await stage.wiki.logIn(null);
		await expect.poll(() => mentorOf(loggedOut, name, [{ name: mentor }]), patience).toBe(mentor);
	});
}
