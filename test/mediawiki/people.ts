import type { TestPerson } from '../support/wikiUnderTest.ts';

/** Of every account on every test wiki: they are on loopback, and hold nothing. */
export const password = 'mentorship-test';

/** Sysop, interface administrator and bureaucrat. */
export const administrator = 'Admin';

/** A mentor's lottery tickets: 0 none, 1 low, 2 normal, 4 high. */
export interface DemoMentor extends TestPerson {
	readonly weight: 0 | 1 | 2 | 4;
}

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Newcomers and experienced editors on either side of the default thresholds (500 edits, 30 days).
 * @param now what their registration dates are counted back from
 */
export function demoMentees(now: Date): TestPerson[] {
	const registered = (days: number) => new Date(now.getTime() - days * oneDay);
	return [
		{ name: 'Newcomer', editCount: 3, registration: registered(1) },
		{ name: 'Almost by edits', editCount: 499, registration: registered(31) },
		{ name: 'Almost by age', editCount: 500, registration: registered(29) },
		{ name: 'Veteran', editCount: 500, registration: registered(31) },
		{ name: 'Unknown registration', editCount: 900, registration: null },
	];
}

/**
 * Three mentors, of whom the third takes no mentees by lot.
 * @param now what their registration dates are counted back from
 */
export function demoMentors(now: Date): DemoMentor[] {
	const facts = { editCount: 5000, registration: new Date(now.getTime() - 1000 * oneDay) };
	return [
		{ name: 'Mentor1', weight: 2, ...facts },
		{ name: 'Mentor2', weight: 4, ...facts },
		{ name: 'Mentor3', weight: 0, ...facts },
	];
}
