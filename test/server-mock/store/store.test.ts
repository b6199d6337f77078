import type Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../server-mock/store/database.ts';
import { createStore, type Store } from '../../../server-mock/store/store.ts';
import type { User } from '../../../server-mock/store/users.ts';
import { titleOf } from '../../../server-mock/wiki/title.ts';

const facts = {
	editCount: 5,
	registration: 1000,
	groups: ['sysop'],
	gender: 'female',
	blocked: false,
	blockedUntil: null,
	temporary: false,
} as const;

let database: Database.Database;
let store: Store;
let nora: User;

beforeEach(() => {
	database = openDatabase(':memory:');
	store = createStore(database);
	nora = store.users.put({ ...facts, name: 'Nora' });
});
afterEach(() => store.close());

function save(title: string, content: string, user: User | null = nora, timestamp = 5000) {
	const save = { title: titleOf(title), content, user, timestamp };
	return store.pages.save({ ...save, contentModel: 'wikitext', comment: '' });
}

describe('a user', () => {
	test('keeps the id when the facts change', () => {
		const changed = store.users.put({ ...nora, registration: null, editCount: 9 });
		expect(changed).toEqual({ ...nora, registration: null, editCount: 9 });
	});
});

describe('a page', () => {
	test('keeps its revisions, and each counts as an edit', () => {
		const first = save('A', 'one', nora, 5999);
		const second = save('A', 'two', null, 7000);
		expect(second.id).toBe(first.id);
		expect(store.pages.find('A')?.latest).toMatchObject({
			content: 'two',
			parentId: first.latest.id,
			userId: null,
			userName: '127.0.0.1',
		});
		expect(store.pages.revisions(first.id, 10).map(({ content }) => content)).toEqual([
			'two',
			'one',
		]);
		expect(store.pages.revision(first.latest.id)).toMatchObject({
			content: 'one',
			timestamp: 5000,
		});
		expect(store.users.byId(nora.id)?.editCount).toBe(6);
	});

	test('that was removed is gone with its revisions', () => {
		const { latest } = save('A', 'one');
		store.pages.remove('A');
		expect(store.pages.find('A')).toBeNull();
		expect(store.pages.revision(latest.id)).toBeNull();
	});

	test('is among its author’s contributions, newest first', () => {
		save('A', '1', nora, 1000);
		save('B', '2', nora, 2000);
		save('C', '3', nora, 2000);
		save('D', '4', null, 3000);
		const titles = store.pages.contributions(nora.id, 10).map(({ title }) => title);
		expect(titles).toEqual(['C', 'B', 'A']);
		expect(store.pages.countContributionsSince(nora.id, 2000)).toBe(2);
	});
});

describe('a session', () => {
	test('shares no secret with another', () => {
		const sessions = [store.sessions.start(nora.id, 0), store.sessions.start(nora.id, 0)];
		const secrets = sessions.flatMap(({ id, csrfToken, loginToken }) => [
			id,
			csrfToken,
			loginToken,
		]);
		expect(new Set(secrets).size).toBe(6);
	});

	test('ends when it is old', () => {
		const old = store.sessions.start(null, 1000);
		const young = store.sessions.start(null, 2000);
		store.sessions.endOlderThan(2000);
		expect(store.sessions.find(old.id)).toBeNull();
		expect(store.sessions.find(young.id)).not.toBeNull();
	});
});

describe('a mentee', () => {
	test.each([
		[
			'by mentor',
			'select user_id from mentees where mentor_id = 1 order by user_id',
			'mentees_by_mentor',
		],
		[
			'in order',
			'select * from mentees where user_id > 1 order by user_id limit 500',
			'INTEGER PRIMARY KEY',
		],
	])('is found %s without reading the whole table or sorting', (_case, query, index) => {
		const plan = database.prepare(`explain query plan ${query}`).all() as { detail: string }[];
		const details = plan.map(({ detail }) => detail).join('; ');
		expect(details).toContain(index);
		expect(details).not.toMatch(/SCAN|TEMP B-TREE/);
	});
});

test('a transaction that fails leaves nothing behind', () => {
	expect(() =>
		store.transaction(() => {
			save('A', 'one');
			throw new Error('no');
		}),
	).toThrow('no');
	expect(store.pages.find('A')).toBeNull();
	expect(store.users.byId(nora.id)?.editCount).toBe(5);
});
