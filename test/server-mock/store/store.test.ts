import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
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

let folder: string;
let file: string;
let store: Store;
let nora: User;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'demo-store-'));
	file = path.join(folder, 'test.sqlite');
	store = createStore(openDatabase(file));
	nora = store.users.put({ ...facts, name: 'Nora' });
});
afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true });
});

function save(title: string, content: string, user: User | null = nora, timestamp = 5000) {
	const save = { title: titleOf(title), content, user, timestamp };
	return store.pages.save({ ...save, contentModel: 'wikitext', comment: '' });
}

describe('a user', () => {
	test('is found by name and by id, with all facts', () => {
		expect(store.users.byName('Nora')).toEqual({ ...facts, id: nora.id, name: 'Nora' });
		expect(store.users.byId(nora.id)).toEqual(nora);
		expect(store.users.byName('nora')).toBeNull();
	});

	test('keeps the id when the facts change', () => {
		const changed = store.users.put({ ...nora, registration: null, editCount: 9 });
		expect(changed).toEqual({ ...nora, registration: null, editCount: 9 });
	});

	test('is listed by name', () => {
		store.users.put({ ...facts, name: 'Anna' });
		store.users.put({ ...facts, name: 'Zoe' });
		expect(store.users.list('B', 5).map(({ name }) => name)).toEqual(['Nora', 'Zoe']);
		expect(store.users.list('', 1).map(({ name }) => name)).toEqual(['Anna']);
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
			isLatest: 1,
		});
		expect(store.pages.revisions(first.id, 10).map(({ content }) => content)).toEqual([
			'two',
			'one',
		]);
		expect(store.pages.revision(first.latest.id)).toMatchObject({
			content: 'one',
			timestamp: 5000,
			isLatest: 0,
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

describe('an option', () => {
	test('is one person’s, and can be unset', () => {
		const anna = store.users.put({ ...facts, name: 'Anna' });
		store.userOptions.set(nora.id, 'userjs-a', '1');
		store.userOptions.set(nora.id, 'userjs-a', '2');
		store.userOptions.set(anna.id, 'userjs-a', '3');
		expect(store.userOptions.of(nora.id)).toEqual({ 'userjs-a': '2' });
		store.userOptions.set(nora.id, 'userjs-a', null);
		expect(store.userOptions.of(nora.id)).toEqual({});
		expect(store.userOptions.of(anna.id)).toEqual({ 'userjs-a': '3' });
	});
});

describe('a session', () => {
	test('is found by its secret until it ends', () => {
		const session = store.sessions.start(nora.id, 1000);
		expect(store.sessions.find(session.id)).toEqual(session);
		store.sessions.end(session.id);
		expect(store.sessions.find(session.id)).toBeNull();
	});

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
	test('is enabled and without a mentor until something else is said', () => {
		expect(store.mentees.stateOf(nora.id)).toBe('enabled');
		expect(store.mentees.mentorOf(nora.id)).toBeNull();
	});

	test('is among the mentor’s mentees', () => {
		const mentor = store.users.put({ ...facts, name: 'Mentor' });
		store.mentees.setMentor(nora.id, mentor.id);
		store.mentees.setState(nora.id, 'optedOut');
		expect(store.mentees.mentorOf(nora.id)).toBe(mentor.id);
		expect(store.mentees.stateOf(nora.id)).toBe('optedOut');
		expect(store.mentees.menteesOf(mentor.id)).toEqual([{ id: nora.id, name: 'Nora' }]);
		store.mentees.setMentor(nora.id, null);
		expect(store.mentees.menteesOf(mentor.id)).toEqual([]);
	});

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
		const database = new Database(file);
		const plan = database.prepare(`explain query plan ${query}`).all() as { detail: string }[];
		database.close();
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

test('everything is there again when the store is opened anew', () => {
	save('A', 'one');
	store.userOptions.set(nora.id, 'userjs-a', '1');
	store.mentees.setState(nora.id, 'optedOut');
	store.log.add({
		timestamp: 1,
		type: 't',
		action: 'a',
		userId: nora.id,
		title: 'User:Nora',
		comment: 'c',
		parameters: { p: 'v' },
	});
	store.close();
	store = createStore(openDatabase(file));
	expect(store.pages.find('A')?.latest.content).toBe('one');
	expect(store.userOptions.of(nora.id)).toEqual({ 'userjs-a': '1' });
	expect(store.mentees.stateOf(nora.id)).toBe('optedOut');
	expect(store.log.list({ title: 'User:Nora' }, 5)).toMatchObject([
		{ userName: 'Nora', parameters: { p: 'v' } },
	]);
	expect(store.log.list({ type: 'other' }, 5)).toEqual([]);
});
