import { describe, expect, test } from 'vitest';
import { createTestDemo, day, now } from '../testDemo.ts';

const title = 'MediaWiki:Gadget-mentorship.json';

describe('what a person may do with a page', () => {
	const question = { prop: 'info', intestactions: 'edit', intestactionsdetail: 'full' };

	test.each([
		['Ada Administrator', []],
		['Nora Newcomer', ['protectednamespace-interface', 'sitejsonprotected']],
		[null, ['protectednamespace-interface', 'sitejsonprotected']],
	])('is said with reasons: %s', async (name, codes) => {
		const query = { ...question, titles: `${title}|Missing.json` };
		const answer = await createTestDemo().get(name, query);
		const page = answer.query.pages.find((found: { title: string }) => found.title === title);
		expect(page.actions.edit.map(({ code }: { code: string }) => code)).toEqual(codes);
	});

	test('is not said where nobody asks', async () => {
		const answer = await createTestDemo().get(null, { prop: 'info', titles: title });
		expect(answer.query.pages[0]).not.toHaveProperty('actions');
	});
});

describe('the site', () => {
	test('names the groups, what they may do, and what they are called', async () => {
		const answer = await createTestDemo().get(null, {
			meta: 'siteinfo|allmessages',
			siprop: 'usergroups',
			amprefix: 'group-',
			amlang: 'de',
		});
		const sysop = answer.query.usergroups.find(({ name }: { name: string }) => name === 'sysop');
		expect(sysop.rights).toEqual(expect.arrayContaining(['editinterface', 'editsitejson']));
		expect(answer.query.allmessages).toContainEqual(
			expect.objectContaining({ name: 'group-sysop', content: 'Administratoren' }),
		);
		const names = answer.query.allmessages.map(({ name }: { name: string }) => name);
		expect(names.every((name: string) => name.startsWith('group-'))).toBe(true);
	});

	test('counts who has edited in the last 30 days', async () => {
		const demo = createTestDemo();
		const { query } = await demo.get(null, { meta: 'siteinfo', siprop: 'statistics' });
		const active = await demo.get(null, { list: 'allusers', auactiveusers: '1', aulimit: 'max' });
		expect(query.statistics.activeusers).toBe(active.query.allusers.length);
	});
});

describe('a list of accounts', () => {
	test('leaves out groups and temporary accounts, and says who is blocked', async () => {
		const demo = createTestDemo();
		const registration = now - day;
		demo.put({ name: 'Zoe Bot', groups: ['bot'], registration });
		demo.put({ name: 'Zoe Temporary', temporary: true, registration });
		demo.put({ name: 'Zoe Usual', blocked: true, registration });
		const answer = await demo.get(null, {
			list: 'allusers',
			aufrom: 'Zoe',
			auprop: 'blockinfo',
			auexcludegroup: 'bot',
			auexcludetemp: '1',
		});
		expect(answer.query.allusers).toMatchObject([
			{ name: 'Zoe Usual', blockexpiry: 'infinite', blockpartial: false },
		]);
		expect(answer).not.toHaveProperty('warnings');
	});
});

test('a mentor’s mentees are named accounts', async () => {
	const demo = createTestDemo();
	const { id } = demo.put({ name: 'Zoe Temporary', temporary: true });
	demo.store.mentees.setMentor(id, demo.user('Miriam Mentor').id);
	const answer = await demo.get(null, {
		list: 'growthmentormentee',
		gemmmentor: 'Miriam Mentor',
	});
	const names = answer.growthmentormentee.mentees.map(({ name }: { name: string }) => name);
	expect(names).toContain('Greta Grown');
	expect(names).not.toContain('Zoe Temporary');
});

describe('Special:CommunityConfiguration', () => {
	test('has the place where the extension draws its form', async () => {
		const text = await createTestDemo().page(
			'/index.php/Special:CommunityConfiguration/Mentorship',
		);
		expect(text).toContain('id="ext-communityConfiguration-app-root"');
		expect(text).toContain('"wgCanonicalSpecialPageName":"CommunityConfiguration"');
	});

	test('leads there', async () => {
		const text = await createTestDemo().page('/index.php/Special:CommunityConfiguration');
		expect(text).toContain('href="/index.php/Special:CommunityConfiguration/Mentorship"');
	});
});
