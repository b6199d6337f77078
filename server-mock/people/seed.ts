import { memoryOption } from '../../gadget/domain/memory.ts';
import { mentorListTitle } from '../../gadget/domain/mentors.ts';
import {
	defaultThresholds,
	gadgetPageTitle,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import { writePage } from '../wiki/writePage.ts';
import { mainPage, newcomersPage } from './demoTexts.ts';
import { accountOf, demoMentors, demoPeople, registrationOf } from './people.ts';

const millisecondsPerDay = 86_400_000;

/**
 * Fills a new store with the demo: people, mentors and pages.
 *
 * @param now Milliseconds since 1970.
 */
export function seedDemo(store: Store, now: number): void {
	store.transaction(() => {
		seedPeople(store, now);
		const user = requireUser(store, 'Ada Administrator');
		const edit = { comment: '', user, timestamp: now };
		writePage(store, 'Main Page', mainPage, edit);
		writePage(store, 'Project:Newcomers', newcomersPage, edit);
		writePage(store, mentorListTitle, mentorList(store), edit);
		writePage(store, gadgetPageTitle, configuration, edit);
		seedUserPages(store, now);
		// Seeding counted edits of people who are to have an exact number of them.
		seedPeople(store, now);
		seedMentorship(store);
	});
}

/**
 * At every start: the demo people's accounts are as old as they are said to be. Their edits, state
 * and options stay.
 *
 * @param now Milliseconds since 1970.
 */
export function refreshRegistrations(store: Store, now: number): void {
	store.transaction(() => {
		for (const { name, days } of demoPeople) {
			const user = store.users.byName(name);
			if (user !== null) {
				store.users.put({ ...user, registration: registrationOf(days, now) });
			}
		}
	});
}

const configuration = JSON.stringify({ [thresholdsKey]: { ...defaultThresholds, enabled: true } });

function seedPeople(store: Store, now: number): void {
	for (const person of [...demoMentors, ...demoPeople]) {
		store.users.put(accountOf(person, now));
	}
}

/** One page each: a person who has a page has edited, and is known to have been here lately. */
function seedUserPages(store: Store, now: number): void {
	const write = (name: string, text: string, timestamp: number) => {
		const edit = { comment: '', user: requireUser(store, name), timestamp };
		writePage(store, `User:${name}`, `This is '''${name}'''${text}.`, edit);
	};
	for (const { name, about } of demoPeople) {
		write(name, about === undefined ? '' : `: ${about}`, now);
	}
	for (const { name, daysAway } of demoMentors) {
		write(name, ', a mentor on this wiki', now - daysAway * millisecondsPerDay);
	}
}

function seedMentorship(store: Store): void {
	for (const { name, mentor, optedOut, memory } of demoPeople) {
		const { id } = requireUser(store, name);
		if (optedOut) {
			store.mentees.setState(id, 'optedOut');
		} else if (mentor !== null) {
			store.mentees.setMentor(id, requireUser(store, mentor).id);
		}
		if (memory !== undefined) {
			store.userOptions.set(id, memoryOption, JSON.stringify(memory));
		}
	}
}

function mentorList(store: Store): string {
	const entries = demoMentors.map(({ name, message, weight }) => [
		requireUser(store, name).id,
		{ username: name, message, weight },
	]);
	return JSON.stringify({ Mentors: Object.fromEntries(entries) });
}

function requireUser(store: Store, name: string): User {
	const user = store.users.byName(name);
	if (user === null) {
		throw new Error(`There is no account “${name}”.`);
	}
	return user;
}
