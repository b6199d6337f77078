import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Database from 'libsql';
import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import { mentorListTitle } from '../../gadget/domain/mentors.ts';
import { gadgetPageTitle, type Thresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { openDatabase } from '../../server-mock/store/database.ts';
import { createStore, type Store } from '../../server-mock/store/store.ts';
import type { User, UserFacts } from '../../server-mock/store/users.ts';
import { createMentorship, type Mentorship } from '../../server-mock/wiki/mentorship.ts';
import { mediaWikis, usualVersion } from '../../server-mock/wiki/site.ts';
import { titleOf } from '../../server-mock/wiki/title.ts';

/** 2026-11-22T12:00:00Z */
export const now = Date.UTC(2026, 10, 22, 12);
export const day = 86_400_000;
export const thresholds: Thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };

export interface TestPerson extends Partial<UserFacts> {
	readonly name: string;
	readonly state?: MentorshipState;
	/** A mentor's name. */
	readonly mentor?: string | null;
	readonly memory?: string;
	readonly hidden?: boolean;
}

/** A store of nothing but accounts, the mentor list and the configuration. */
export interface TestStore {
	readonly store: Store;
	readonly database: Database.Database;
	add(person: TestPerson): User;
	user(name: string): User;
	configure(configuration: unknown): void;
	listMentors(...names: string[]): void;
	memoryOf(name: string): unknown;
	/** All that a sweep may change, with names for ids, in an order. */
	dump(): unknown;
}

/** @param file A path, or `:memory:`. */
export function createTestStore(file = ':memory:'): TestStore {
	const database = openDatabase(file);
	const store = createStore(database);
	const user = (name: string): User => {
		const found = store.users.byName(name);
		if (found === null) {
			throw new Error(`There is no account “${name}”.`);
		}
		return found;
	};
	const save = (title: string, content: unknown) =>
		store.pages.save({
			title: titleOf(title),
			contentModel: 'json',
			content: typeof content === 'string' ? content : JSON.stringify(content),
			comment: '',
			user: null,
			timestamp: now,
		});
	return {
		store,
		database,
		user,
		add: ({ state, mentor, memory, hidden, ...facts }) => {
			const added = store.users.put({ ...experienced, ...facts });
			store.mentees.setMentor(added.id, mentor == null ? null : user(mentor).id);
			store.mentees.setState(added.id, state ?? 'enabled');
			if (memory !== undefined) {
				store.userOptions.set(added.id, 'userjs-mentorship', memory);
			}
			if (hidden) {
				database.prepare('update users set hidden = 1 where id = ?').run(added.id);
			}
			return added;
		},
		configure: (configuration) => save(gadgetPageTitle, configuration),
		listMentors: (...names) => {
			const entries = names.map((name) => [user(name).id, { username: name, weight: 2 }]);
			save(mentorListTitle, { Mentors: Object.fromEntries(entries) });
		},
		memoryOf: (name) =>
			JSON.parse(store.userOptions.of(user(name).id)['userjs-mentorship'] ?? 'null'),
		dump: () => dump(database),
	};
}

/** The block as the page has it. */
export function block(changes: Partial<Thresholds> = {}) {
	return { [thresholdsKey]: { ...thresholds, ...changes } };
}

const experienced: Omit<UserFacts, 'name'> = {
	editCount: 600,
	registration: now - 100 * day,
	groups: [],
	gender: 'unknown',
	blocked: false,
	temporary: false,
};

/** Everything about mentorship in a database, for comparisons. */
export function dump(database: Database.Database): unknown {
	const all = (sql: string) => database.prepare(sql).raw().all();
	return {
		mentees: all('select user_id, state, mentor_id from mentees order by user_id'),
		options: all('select user_id, name, value from user_options order by user_id, name'),
		asked: all('select user_id, source from asked order by user_id, source'),
		entries: all(
			`select run_id, user_id, mentor_id, memory_before, undone
			from graduation_entries order by run_id, user_id`,
		),
		runs: all('select * from graduation_runs order by id'),
	};
}

/** A folder that is gone after the test. */
export function createFolder(): { readonly path: string; remove(): void } {
	const folder = mkdtempSync(path.join(tmpdir(), 'graduation-'));
	return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Takes an iterator to its end. */
export function finish<Step, Result>(steps: Generator<Step, Result, void>): Result {
	let step = steps.next();
	while (!step.done) {
		step = steps.next();
	}
	return step.value;
}

/** GrowthExperiments' mentorship on a store, as 1.43 has it; its jobs run at once. */
export function createTestMentorship({
	store,
	now: clock,
	random = () => 0,
}: {
	readonly store: Store;
	readonly now: () => number;
	readonly random?: () => number;
}): Mentorship {
	const mediaWiki = mediaWikis[usualVersion];
	return createMentorship({ store, mediaWiki, now: clock, random, later: (work) => work() });
}
