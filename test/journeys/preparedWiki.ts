import type { RememberedMentor } from '../../gadget/domain/memory.ts';
import { installGadget } from '../mediawiki/installGadget.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { newcomersPage } from './visitor.ts';

/** A wiki with the gadget as it was built, the newcomers' page, and three mentors. */
export interface PreparedWiki {
	readonly wiki: WikiUnderTest;
	readonly mentors: readonly RememberedMentor[];
}

const usualWeights: Readonly<Record<string, number>> = { Mentor1: 2, Mentor2: 4, Mentor3: 0 };

/**
 * Puts onto a wiki what the journeys need; the third mentor is never drawn.
 *
 * @param install Puts the built gadget there.
 */
export async function prepareWiki(
	wiki: WikiUnderTest,
	install: (wiki: WikiUnderTest) => Promise<void> = (target) => installGadget(target, 'dist/wiki'),
): Promise<PreparedWiki> {
	const registration = new Date(Date.now() - 1000 * 86_400_000);
	const names = Object.keys(usualWeights);
	for (const name of names) {
		await wiki.setPerson({ name, editCount: 5000, registration });
	}
	const mentors = await readIds(wiki, names);
	await wiki.savePage('MediaWiki:GrowthMentors.json', mentorList(mentors));
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

/** The text of `MediaWiki:GrowthMentors.json`. */
export function mentorList(mentors: readonly RememberedMentor[], weights = usualWeights): string {
	const entries = mentors.map(({ id, name }) => [
		id,
		{ username: name, message: null, weight: weights[name] ?? 2 },
	]);
	return JSON.stringify({ Mentors: Object.fromEntries(entries) });
}

async function readIds(wiki: WikiUnderTest, names: readonly string[]): Promise<RememberedMentor[]> {
	const session = await wiki.logIn(null);
	const answer = await session.get({ action: 'query', list: 'users', ususers: names.join('|') });
	const users: Array<{ name: string; userid: number }> = Object(answer).query.users;
	return users.map(({ name, userid }) => ({ name, id: userid }));
}
