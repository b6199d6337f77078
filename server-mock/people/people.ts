import type { Memory } from '../../gadget/domain/memory.ts';
import type { Gender, UserFacts } from '../store/users.ts';

/** A person the demo lets its visitor be. */
export interface DemoPerson {
	readonly name: string;
	/** What is special about them, besides edits and account age. */
	readonly about?: string;
	readonly editCount: number;
	/** Days since registration, from the server's start; `null`: registered before dates were kept. */
	readonly days: number | null;
	readonly groups?: readonly string[];
	readonly gender?: Gender;
	/** Opted out by their own hand before the demo begins. */
	readonly optedOut?: boolean;
	/** The mentor they have, or had; `null`: none. */
	readonly mentor: string | null;
	/** What the gadget remembers of them: the same mentor on both hosts. */
	readonly memory?: Memory;
}

/** A mentor of the list `MediaWiki:GrowthMentors.json`. */
export interface DemoMentor {
	readonly name: string;
	readonly weight: 0 | 1 | 2 | 4;
	readonly message: string | null;
	readonly editCount: number;
	readonly gender: Gender;
	/** Since their last edit, when the store is new. */
	readonly daysAway: number;
}

const miriam = 'Miriam Mentor';
const mentored = { mentor: miriam, memory: { version: 1, mentor: { name: miriam } } } as const;

/** The people in the bar at the top of the demo wiki, in that order: first those of the Main Page's steps. */
export const demoPeople: readonly DemoPerson[] = [
	{
		name: 'Edgar Experienced',
		editCount: 600,
		days: 400,
		gender: 'male',
		mentor: 'Marius Mentor',
		memory: { version: 1, mentor: { name: 'Marius Mentor' } },
	},
	{
		name: 'Ada Administrator',
		about: 'administrator',
		editCount: 4200,
		days: 2000,
		groups: ['sysop', 'interface-admin'],
		gender: 'female',
		mentor: null,
	},
	{ ...mentored, name: 'Nora Newcomer', editCount: 3, days: 1 },
	{ ...mentored, name: 'Felix Few', editCount: 499, days: 400 },
	{ ...mentored, name: 'Rita Recent', editCount: 500, days: 29 },
	{
		name: 'Greta Grown',
		editCount: 500,
		days: 31,
		gender: 'female',
		mentor: miriam,
	},
	{
		name: 'Olga Optout',
		about: 'opted out by herself',
		editCount: 40,
		days: 90,
		optedOut: true,
		mentor: miriam,
		memory: { version: 1, state: 'optedOut', mentor: { name: miriam } },
	},
	{
		name: 'Ulf Unknown',
		editCount: 900,
		days: null,
		mentor: miriam,
	},
	{ name: miriam, about: 'mentor', editCount: 5321, days: 1500, gender: 'female', mentor: null },
];

/** The mentors on the list; Miriam is in the bar, too. */
export const demoMentors: readonly DemoMentor[] = [
	{
		name: miriam,
		weight: 2,
		message: 'Hello! I like maps and footnotes. Ask me whatever you like.',
		editCount: 5321,
		gender: 'female',
		daysAway: 0,
	},
	{
		name: 'Marius Mentor',
		weight: 4,
		message: 'I write about railways and bridges. If a source is hard to find, ask me.',
		editCount: 12_040,
		gender: 'male',
		daysAway: 1,
	},
	{
		name: 'Mika Mentor',
		weight: 1,
		message: 'I am here at weekends, mostly for birds and plants.',
		editCount: 877,
		gender: 'unknown',
		daysAway: 5,
	},
	{
		name: 'Mona Mentor',
		weight: 0,
		message: null,
		editCount: 2500,
		gender: 'female',
		daysAway: 40,
	},
];

/** Who a person in the bar is, in a few words: “499 edits, 400 days”. */
export function describePerson({ editCount, days, about }: DemoPerson): string {
	const age = days === 1 ? '1 day' : `${days} days`;
	const facts = [`${editCount} edits`, days === null ? 'registered long ago' : age, about];
	return facts.filter((fact) => fact !== undefined).join(', ');
}

const millisecondsPerDay = 86_400_000;

/**
 * The account of a person or a mentor.
 *
 * @param now Milliseconds since 1970: “29 days” stays 29 days at every start of the server.
 */
export function accountOf(person: DemoPerson | DemoMentor, now: number): UserFacts {
	const { name, editCount, gender = 'unknown' } = person;
	const registration = registrationOf('days' in person ? person.days : 1500, now);
	const groups = ('groups' in person && person.groups) || [];
	return { name, editCount, registration, groups, gender, blocked: false, temporary: false };
}

/** The registration date, in milliseconds since 1970, of an account that is so many days old. */
export function registrationOf(days: number | null, now: number): number | null {
	return days === null ? null : now - days * millisecondsPerDay;
}
