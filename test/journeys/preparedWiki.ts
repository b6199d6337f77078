import type { RememberedMentor } from '../../gadget/domain/memory.ts';
import { installGadget } from '../mediawiki/installGadget.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { facts, newcomersPage } from './visitor.ts';

export const mentorListTitle = 'MediaWiki:GrowthMentors.json';

/** A wiki with the gadget as it was built, the newcomers' page, and three mentors. */
export interface PreparedWiki {
	readonly wiki: WikiUnderTest;
	readonly mentors: readonly RememberedMentor[];
}

/** Lottery tickets, by mentor. */
export type Weights = Readonly<Record<string, number>>;
/** The third is never drawn. */
export const usualWeights: Weights = {
	Mentor1: 2,
	Mentor2: 4,
	Mentor3: 0,
};
export const mentorNames = Object.keys(usualWeights);

/**
 * Puts onto a wiki what the journeys need.
 *
 * @param install Puts the built gadget there.
 */
export async function prepareWiki(
	wiki: WikiUnderTest,
	install: (wiki: WikiUnderTest) => Promise<void> = installGadget,
): Promise<PreparedWiki> {
	for (const name of mentorNames) {
		await wiki.setPerson({ name, ...facts(5000, 1000) });
	}
	const mentors = await readIds(wiki, mentorNames);
	await wiki.savePage(mentorListTitle, mentorList(mentors));
	await wiki.savePage(newcomersPage, 'Welcome!\n\n<div class="mentorship-module"></div>');
	await install(wiki);
	return { wiki, mentors };
}

export function mentorNamed({ mentors }: PreparedWiki, name: string): RememberedMentor {
	const mentor = mentors.find((known) => known.name === name);
	if (!mentor) {
		throw new Error(`No mentor "${name}" on the wiki.`);
	}
	return mentor;
}

/** The text of {@link mentorListTitle}: those who have a weight. */
export function mentorList(mentors: readonly RememberedMentor[], weights = usualWeights): string {
	const entries = mentors.flatMap(({ id, name: username }) => {
		const weight = weights[username];
		return weight === undefined ? [] : [[id, { username, message: null, weight }]];
	});
	return JSON.stringify({ Mentors: Object.fromEntries(entries) });
}

async function readIds(wiki: WikiUnderTest, names: readonly string[]): Promise<RememberedMentor[]> {
	const session = await wiki.logIn(null);
	const answer = await session.get({ action: 'query', list: 'users', ususers: names.join('|') });
	const users: Array<{ name: string; userid: number }> = Object(answer).query.users;
	return users.map(({ name, userid: id }) => ({ name, id }));
}
