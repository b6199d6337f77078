import { describe, expect, test } from 'vitest';
import { createTestDemo } from '../testDemo.ts';

describe('who may set a mentor', () => {
	test.each([
		['the mentee, to a person on the list', 'Greta Grown', 'Marius Mentor', 'ok'],
		['the mentee, to a mentor whom nobody draws', 'Greta Grown', 'Mona Mentor', 'ok'],
		['the mentee, to a person not on the list', 'Greta Grown', 'Nora Newcomer', 'permissiondenied'],
		['the mentor, to themselves', 'Marius Mentor', 'Marius Mentor', 'ok'],
		['another mentor', 'Mika Mentor', 'Marius Mentor', 'permissiondenied'],
		['someone else', 'Nora Newcomer', 'Marius Mentor', 'permissiondenied'],
		['an administrator', 'Ada Administrator', 'Marius Mentor', 'ok'],
		['an administrator, to a person not on the list', 'Ada Administrator', 'Nora Newcomer', 'ok'],
	])('%s', async (_case, performer, mentor, outcome) => {
		const demo = createTestDemo();
		const answer = await demo.post(performer, {
			action: 'growthsetmentor',
			mentee: 'Greta Grown',
			mentor,
		});
		expect(answer.growthsetmentor?.status ?? answer.error.code).toBe(outcome);
		const expected = outcome === 'ok' ? mentor : 'Miriam Mentor';
		expect(demo.mentorship.mentorOf(demo.user('Greta Grown'))?.name).toBe(expected);
	});

	test('nobody who is blocked', async () => {
		const demo = createTestDemo();
		demo.put({ name: 'Greta Grown', blocked: true });
		const answer = await demo.post('Greta Grown', {
			action: 'growthsetmentor',
			mentee: 'Greta Grown',
			mentor: 'Marius Mentor',
		});
		expect(answer).toMatchObject({ error: { code: 'blocked' } });
	});

	test('for a person who has an account', async () => {
		const answer = await createTestDemo().post('Ada Administrator', {
			action: 'growthsetmentor',
			mentee: 'No such user',
			mentor: 'Marius Mentor',
		});
		expect(answer).toMatchObject({ error: { code: 'nosuchusershort' } });
	});
});

test('a person with a temporary account has no state to set', async () => {
	const demo = createTestDemo();
	demo.put({ name: 'Temporary', temporary: true });
	const answer = await demo.post('Temporary', {
		action: 'growthsetmenteestatus',
		state: 'optout',
	});
	expect(answer).toMatchObject({ error: { code: 'permissiondenied-generic' } });
});

test('an empty mentor list is a list, as PHP writes it', async () => {
	const demo = createTestDemo();
	demo.store.pages.remove('MediaWiki:GrowthMentors.json');
	expect(await demo.get(null, { list: 'growthmentorlist' })).toEqual({
		batchcomplete: true,
		growthmentorlist: [],
	});
});

test.each([
	['de', 'Mentor bekommen'],
	['de-at', 'Mentor bekommen'],
	['ar', 'احصل على مرشد'],
	['fr', 'Get a mentor'],
])('texts are there in %s', async (amlang, content) => {
	const ammessages = 'growthexperiments-homepage-mentorship-optin-button';
	const { query } = await createTestDemo().get(null, { meta: 'allmessages', ammessages, amlang });
	expect(query.allmessages).toEqual([{ name: ammessages, normalizedname: ammessages, content }]);
});
