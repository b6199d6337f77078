import { describe, expect, test } from 'vitest';
import { createTestDemo, form, type TestDemo } from '../testDemo.ts';

async function post(demo: TestDemo, name: string, fields: Record<string, string>) {
	const token = demo.session(name).csrfToken;
	const response = await demo.request('/api.php', name, form({ token, ...fields }));
	return response.json();
}

async function get(demo: TestDemo, name: string | null, query: Record<string, string>) {
	const parameters = new URLSearchParams({ action: 'query', format: 'json', ...query });
	return (await demo.request(`/api.php?${parameters}`, name)).json();
}

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
		const answer = await post(demo, performer, {
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
		const answer = await post(demo, 'Greta Grown', {
			action: 'growthsetmentor',
			mentee: 'Greta Grown',
			mentor: 'Marius Mentor',
		});
		expect(answer).toMatchObject({ error: { code: 'blocked' } });
	});

	test('for a person who has an account', async () => {
		const answer = await post(createTestDemo(), 'Ada Administrator', {
			action: 'growthsetmentor',
			mentee: 'No such user',
			mentor: 'Marius Mentor',
		});
		expect(answer).toMatchObject({ error: { code: 'nosuchusershort' } });
	});
});

test('says that there was no mentor before', async () => {
	const demo = createTestDemo();
	demo.store.mentees.setMentor(demo.user('Greta Grown').id, null);
	const answer = await post(demo, 'Greta Grown', {
		action: 'growthsetmentor',
		mentee: 'Greta Grown',
		mentor: 'Marius Mentor',
	});
	expect(answer).toMatchObject({ growthsetmentor: { oldMentor: false } });
});

test('opting out frees the mentor, and coming back lists the mentee again', async () => {
	const demo = createTestDemo();
	const mentees = async () => {
		const query = { list: 'growthmentormentee', gemmmentor: 'Marius Mentor' };
		const answer = await get(demo, null, query);
		return answer.growthmentormentee.mentees.map(({ name }: { name: string }) => name);
	};
	const set = (state: string) =>
		post(demo, 'Edgar Experienced', { action: 'growthsetmenteestatus', state });
	expect(await mentees()).toContain('Edgar Experienced');
	await set('optout');
	expect(await mentees()).not.toContain('Edgar Experienced');
	await set('enabled');
	await post(demo, 'Edgar Experienced', {
		action: 'growthsetmentor',
		mentee: 'Edgar Experienced',
		mentor: 'Marius Mentor',
	});
	expect(await mentees()).toContain('Edgar Experienced');
	const { query } = await get(demo, null, { list: 'logevents', letitle: 'User:Edgar Experienced' });
	expect(query.logevents).toHaveLength(1);
	expect(query.logevents[0]).toMatchObject({
		type: 'growthexperiments',
		action: 'setmentor',
		user: 'Edgar Experienced',
		params: { 'previous-mentor': 'Miriam Mentor', 'new-mentor': 'Marius Mentor' },
	});
});

test('a person with a temporary account has no state to set', async () => {
	const demo = createTestDemo();
	demo.put({ name: 'Temporary', temporary: true });
	const answer = await post(demo, 'Temporary', {
		action: 'growthsetmenteestatus',
		state: 'optout',
	});
	expect(answer).toMatchObject({ error: { code: 'permissiondenied-generic' } });
});

test('an empty mentor list is a list, as PHP writes it', async () => {
	const demo = createTestDemo();
	demo.store.pages.remove('MediaWiki:GrowthMentors.json');
	expect(await get(demo, null, { list: 'growthmentorlist' })).toEqual({
		batchcomplete: true,
		growthmentorlist: [],
	});
});

test('the state is in the options as GrowthExperiments 1.43 writes it', async () => {
	const demo = createTestDemo();
	const answer = await get(demo, 'Olga Optout', { meta: 'userinfo', uiprop: 'options' });
	const { options } = answer.query.userinfo;
	expect(options['growthexperiments-homepage-mentorship-enabled']).toBe('2');
});

test.each([
	['de', 'Mentor bekommen'],
	['de-at', 'Mentor bekommen'],
	['ar', 'احصل على مرشد'],
	['fr', 'Get a mentor'],
])('texts are there in %s', async (amlang, content) => {
	const ammessages = 'growthexperiments-homepage-mentorship-optin-button';
	const { query } = await get(createTestDemo(), null, { meta: 'allmessages', ammessages, amlang });
	expect(query.allmessages).toEqual([{ name: ammessages, normalizedname: ammessages, content }]);
});
