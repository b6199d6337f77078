import type { TestPerson } from '../support/wikiUnderTest.ts';

/** Of every account on every test wiki: they are on loopback, and hold nothing. */
export const password = 'mentorship-test';

/** Sysop, interface administrator and bureaucrat. */
export const administrator = 'Admin';

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
