import { mentorListTitle } from '../../gadget/domain/mentors.ts';
import {
	defaultThresholds,
	gadgetPageTitle,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import { contentModelOf, storedContent } from '../wiki/content.ts';
import { titleOf } from '../wiki/title.ts';
import { mainPage, newcomersPage } from './demoTexts.ts';
import { accountOf, demoMentors, demoPeople, optionsOf, registrationOf } from './people.ts';

const millisecondsPerDay = 86_400_000;

/**
 * Fills a new store with the demo: people, mentors and pages.
 *
 * @param now Milliseconds since 1970.
 */
export function seedDemo(store: Store, now: number): void {
	store.transaction(() => {
		seedPeople(store, now);
		const administrator = requireUser(store, 'Ada Administrator');
		savePage(store, 'Main Page', mainPage, administrator, now);
		savePage(store, 'Project:Newcomers', newcomersPage, administrator, now);
		savePage(store, mentorListTitle, mentorList(store), administrator, now);
		savePage(store, gadgetPageTitle, configuration, administrator, now);
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
	for (const { name, about } of demoPeople) {
		savePage(
			store,
			`User:${name}`,
			`This is '''${name}''': ${about}.`,
			requireUser(store, name),
			now,
		);
	}
	for (const { name, daysAway } of demoMentors) {
		const time = now - daysAway * millisecondsPerDay;
		const text = `This is '''${name}''', a mentor on this wiki.`;
		savePage(store, `User:${name}`, text, requireUser(store, name), time);
	}
}

function seedMentorship(store: Store): void {
	for (const person of demoPeople) {
		const { name, mentor, optedOut } = person;
		const { id } = requireUser(store, name);
		if (optedOut) {
			store.mentees.setState(id, 'optedOut');
		} else if (mentor !== null) {
			store.mentees.setMentor(id, requireUser(store, mentor).id);
		}
		for (const [option, value] of Object.entries(optionsOf(person))) {
			store.userOptions.set(id, option, value);
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

function savePage(store: Store, title: string, text: string, user: User, timestamp: number): void {
	const parsed = titleOf(title);
	const contentModel = contentModelOf(parsed);
	const content = storedContent(contentModel, text);
	if (store.pages.find(parsed.text)?.latest.content !== content) {
		store.pages.save({ title: parsed, contentModel, content, comment: '', user, timestamp });
	}
}

function requireUser(store: Store, name: string): User {
	const user = store.users.byName(name);
	if (user === null) {
		throw new Error(`There is no account “${name}”.`);
	}
	return user;
}
