import { type Memory, memoryOption } from '../../gadget/domain/memory.ts';
import type { Gender, UserFacts } from '../store/users.ts';

/** Somebody the demo lets its visitor be. */
export interface DemoPerson {
	readonly name: string;
	/** What is special about them: the tooltip of the switch. */
	readonly about: string;
	readonly editCount: number;
	/** Days since registration, from the server's start; `null`: registered before dates were kept. */
	readonly days: number | null;
	readonly groups: readonly string[];
	readonly gender: Gender;
	/** Opted out by their own hand before the demo begins. */
	readonly optedOut: boolean;
	/** The mentor they have, or had. */
	readonly mentor: string | null;
	/** Their own options at the beginning, by name. */
	readonly options: Readonly<Record<string, string>>;
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

const usual = {
	groups: [],
	gender: 'unknown',
	optedOut: false,
	mentor: 'Miriam Mentor',
	options: {},
} as const;

/** What the gadget remembers of somebody on `plain`, where the wiki itself knows no mentors. */
function remember(memory: Memory): Readonly<Record<string, string>> {
	return { [memoryOption]: JSON.stringify(memory) };
}

/** Everybody in the bar at the top of the demo wiki, in that order. */
export const demoPeople: readonly DemoPerson[] = [
	{ ...usual, name: 'Nora Newcomer', about: '3 edits, 1 day', editCount: 3, days: 1 },
	{ ...usual, name: 'Felix Few', about: '499 edits, 31 days', editCount: 499, days: 31 },
	{ ...usual, name: 'Rita Recent', about: '500 edits, 29 days', editCount: 500, days: 29 },
	{
		...usual,
		name: 'Greta Grown',
		about: '500 edits, 31 days: past both thresholds',
		editCount: 500,
		days: 31,
		gender: 'female',
	},
	{
		...usual,
		name: 'Edgar Experienced',
		about: '600 edits, 400 days, had a mentor',
		editCount: 600,
		days: 400,
		gender: 'male',
		mentor: 'Marius Mentor',
		options: remember({ version: 1, mentor: { name: 'Marius Mentor' } }),
	},
	{
		...usual,
		name: 'Olga Optout',
		about: '40 edits, 90 days, opted out by hand',
		editCount: 40,
		days: 90,
		optedOut: true,
		options: remember({ version: 1, state: 'optedOut', mentor: { name: 'Miriam Mentor' } }),
	},
	{
		...usual,
		name: 'Ulf Unknown',
		about: '900 edits, registered before dates were kept',
		editCount: 900,
		days: null,
	},
	{
		...usual,
		name: 'Ada Administrator',
		about: 'administrator and interface administrator',
		editCount: 4200,
		days: 2000,
		groups: ['sysop', 'interface-admin'],
		gender: 'female',
		mentor: null,
	},
	{
		...usual,
		name: 'Miriam Mentor',
		about: 'a mentor',
		editCount: 5321,
		days: 1500,
		gender: 'female',
		mentor: null,
	},
];

/** Everybody on the mentor list; Miriam is in the bar, too. */
export const demoMentors: readonly DemoMentor[] = [
	{
		name: 'Miriam Mentor',
		weight: 2,
		message: 'Hello! I like maps and footnotes. Ask me whatever you like.',
		editCount: 5321,
		gender: 'female',
		daysAway: 0,
	},
	{
		name: 'Marius Mentor',
		weight: 4,
		message: null,
		editCount: 12_040,
		gender: 'male',
		daysAway: 1,
	},
	{
		name: 'Mika Mentor',
		weight: 1,
		message: 'I am here at weekends.',
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

const millisecondsPerDay = 86_400_000;

/**
 * A person's account.
 *
 * @param now Milliseconds since 1970: “29 days” stays 29 days at every start of the server.
 */
export function accountOf(person: DemoPerson, now: number): UserFacts {
	const { name, editCount, days, groups, gender } = person;
	const registration = registrationOf(days, now);
	return { name, editCount, registration, groups, gender, blocked: false, temporary: false };
}

/** The registration date, in milliseconds since 1970, of an account that is so many days old. */
export function registrationOf(days: number | null, now: number): number | null {
	return days === null ? null : now - days * millisecondsPerDay;
}
