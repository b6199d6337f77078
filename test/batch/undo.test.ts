import { describe, expect, test } from 'vitest';
import { sweep } from '../../server-mock/batch/sweep.ts';
import { undo } from '../../server-mock/batch/undo.ts';
import { block, createTestMentorship, createTestStore, finish, now } from './testStore.ts';

const options = { cause: 'command', batchSize: 3 } as const;
const clock = () => now;

function prepare() {
	const wiki = createTestStore();
	wiki.add({ name: 'Miriam', editCount: 0 });
	wiki.add({ name: 'Gone', editCount: 0 });
	wiki.listMentors('Miriam');
	wiki.add({ name: 'One', mentor: 'Miriam' });
	wiki.add({ name: 'Two', mentor: 'Gone', memory: '{"version":1,"mentor":{"name":"Before"}}' });
	wiki.add({ name: 'Three', mentor: null });
	wiki.configure(block());
	const { mentees, options: userOptions, asked } = Object(wiki.dump());
	finish(sweep(wiki.database, { ...options, now: clock }));
	const mentorship = createTestMentorship({ store: wiki.store, now: clock });
	return { ...wiki, mentorship, before: { mentees, options: userOptions, asked } };
}

describe('an undo', () => {
	test('restores everybody exactly', () => {
		const { database, dump, before } = prepare();
		expect(finish(undo(database, 1, clock))).toMatchObject({ restored: 3, kept: 0 });
		expect(dump()).toMatchObject(before);
	});

	test.each([
		[
			'asked for a mentor and got one',
			(wiki: ReturnType<typeof prepare>) => wiki.mentorship.setState(wiki.user('One'), 'enabled'),
		],
		[
			'asked for one and opted out again',
			({ mentorship, user }: ReturnType<typeof prepare>) => {
				mentorship.setState(user('One'), 'enabled');
				mentorship.setState(user('One'), 'optedOut');
			},
		],
		[
			'has begun to ask',
			({ store, user }: ReturnType<typeof prepare>) => {
				const memory = '{"version":1,"askedAt":"2026","pending":"sameMentor"}';
				store.userOptions.set(user('One').id, 'userjs-mentorship', memory);
			},
		],
		[
			'disabled mentorship',
			({ mentorship, user }: ReturnType<typeof prepare>) =>
				mentorship.setState(user('One'), 'disabled'),
		],
		[
			'uses a newer gadget',
			({ store, user }: ReturnType<typeof prepare>) =>
				store.userOptions.set(user('One').id, 'userjs-mentorship', '{"version":2}'),
		],
	])('leaves a person alone who %s', (_case, decide) => {
		const wiki = prepare();
		decide(wiki);
		const { id } = wiki.user('One');
		const state = [wiki.store.mentees.stateOf(id), wiki.store.mentees.mentorOf(id)];
		const memory = wiki.store.userOptions.of(id);
		expect(finish(undo(wiki.database, 1, clock))).toMatchObject({ restored: 2, kept: 1 });
		expect([wiki.store.mentees.stateOf(id), wiki.store.mentees.mentorOf(id)]).toEqual(state);
		expect(wiki.store.userOptions.of(id)).toEqual(memory);
	});

	test('does nothing the second time', () => {
		const { database, store, user, mentorship } = prepare();
		finish(undo(database, 1, clock));
		mentorship.setState(user('One'), 'optedOut');
		expect(finish(undo(database, 1, clock))).toMatchObject({ restored: 3, kept: 0 });
		expect(store.mentees.stateOf(user('One').id)).toBe('optedOut');
	});

	test('of an interrupted run ends that run', () => {
		const wiki = createTestStore();
		for (let number = 0; number < 8; number++) {
			wiki.add({ name: `Mentee ${number}` });
		}
		wiki.configure(block());
		const steps = sweep(wiki.database, { ...options, now: clock });
		steps.next();
		steps.next();
		expect(finish(undo(wiki.database, 1, clock))).toMatchObject({ restored: 3 });
		expect(finish(steps)).toMatchObject({ outcome: 'undone', graduated: 3 });
		expect(wiki.store.mentees.stateOf(wiki.user('Mentee 0').id)).toBe('enabled');
	});

	test('that is interrupted is gone on with', () => {
		const wiki = createTestStore();
		for (let number = 0; number < 1200; number++) {
			wiki.add({ name: `Mentee ${number}` });
		}
		wiki.configure(block());
		const { mentees, options: userOptions, asked } = Object(wiki.dump());
		finish(sweep(wiki.database, { ...options, batchSize: 100, now: clock }));
		expect(undo(wiki.database, 1, clock).next().value).toMatchObject({ restored: 500 });
		expect(finish(undo(wiki.database, 1, clock))).toMatchObject({ restored: 1200, kept: 0 });
		expect(wiki.dump()).toMatchObject({ mentees, options: userOptions, asked });
	});

	test('says where there is no such run', () => {
		expect(finish(undo(prepare().database, 7, clock))).toBeNull();
	});
});
