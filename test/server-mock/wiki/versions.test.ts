import { describe, expect, test } from 'vitest';
import { type MediaWikiVersion, readVersion } from '../../../server-mock/wiki/site.ts';
import { createTestDemo, now, type TestDemo } from '../testDemo.ts';

const versions = ['1.43', '1.45', '1.46'] as const;
const greta = 'Greta Grown';
const stateOption = 'growthexperiments-homepage-mentorship-enabled';

async function stateOf(demo: TestDemo, name = greta) {
	const { query, growthmenteestatus } = await demo.get(name, {
		action: 'query',
		meta: 'userinfo|growthmenteestatus',
		uiprop: 'options',
	});
	return [query.userinfo.options[stateOption], growthmenteestatus.menteestatus];
}

const setState = (demo: TestDemo, state: string) =>
	demo.post(greta, { action: 'growthsetmenteestatus', state });
const setMentor = (demo: TestDemo, mentor: string) =>
	demo.post(greta, { action: 'growthsetmentor', mentee: greta, mentor, reason: '' });
const mentorOf = async (demo: TestDemo, name = greta): Promise<unknown> => {
	const text = `{{#mentor:${name}}}`;
	const answer = await demo.get(greta, { action: 'expandtemplates', prop: 'wikitext', text });
	return answer.expandtemplates.wikitext;
};
const edit = (demo: TestDemo, as: string, title: string, text: string) =>
	demo.post(as, { action: 'edit', title, text });

describe.each(versions)('as MediaWiki %s', (version) => {
	const enabled = version === '1.43' ? 1 : '50';

	test('the version is what gadgets read', async () => {
		const demo = createTestDemo({ version });
		const config = await demo.page('/index.php/Main_Page');
		expect(config).toContain(`"wgVersion":"${version}.`);
		const { query } = await demo.get(greta, { action: 'query', meta: 'siteinfo' });
		expect(query.general.generator).toMatch(`MediaWiki ${version}.`);
	});

	test('the quiet way back draws nobody and says nothing of the past', async () => {
		const demo = createTestDemo({ version, random: () => 0.99 });
		expect(await stateOf(demo)).toEqual([1, 'enabled']);
		await setState(demo, 'optout');
		expect(await stateOf(demo)).toEqual(['2', 'optout']);
		expect(await mentorOf(demo)).toBe('');
		await setState(demo, 'disabled');
		expect(await stateOf(demo)).toEqual([0, 'disabled']);
		expect(await setMentor(demo, 'Marius Mentor')).toMatchObject({
			growthsetmentor: { status: 'ok', newMentor: 'Marius Mentor', oldMentor: false },
		});
		expect(await stateOf(demo)).toEqual([enabled, 'enabled']);
		expect(await mentorOf(demo)).toBe('Marius Mentor');
		expect(demo.store.log.list({}, 10)).toMatchObject([
			{ action: 'setmentor-no-previous-mentor', comment: '' },
		]);
	});

	test('whoever is disabled without having opted out keeps mentor and state', async () => {
		const demo = createTestDemo({ version });
		await setState(demo, 'disabled');
		expect((await setMentor(demo, 'Miriam Mentor')).error.code).toBe(
			'growthexperiments-homepage-claimmentee-already-mentor',
		);
		expect(await stateOf(demo)).toEqual([0, 'disabled']);
		expect(await mentorOf(demo)).toBe('Miriam Mentor');
	});

	test.each([
		['1', [1, 'enabled'], 'Miriam Mentor'],
		['0', [0, 'disabled'], 'Miriam Mentor'],
		['2', ['2', 'optout'], ''],
	])('the option %s is a state, and changes no mentor', async (value, state, mentor) => {
		const demo = createTestDemo({ version });
		await demo.post(greta, {
			action: 'options',
			optionname: stateOption,
			optionvalue: value,
		});
		expect(await stateOf(demo)).toEqual(state);
		expect(await mentorOf(demo)).toBe(mentor);
		await demo.post(greta, { action: 'options', optionname: stateOption });
		// From 1.45 on, whoever looks for the mentor of a person opted out has a job drop them.
		const isDropped = value === '2' && version !== '1.43';
		expect(await mentorOf(demo)).toBe(isDropped ? '' : 'Miriam Mentor');
	});

	test('the option 50 is a state that only later versions know', async () => {
		const demo = createTestDemo({ version });
		const option = { action: 'options', optionname: stateOption, optionvalue: '50' };
		expect(await demo.post(greta, option)).toEqual({ options: 'success' });
		const [, status] = await stateOf(demo);
		expect(status).toBe(version === '1.43' ? 'disabled' : 'enabled');
		expect(await mentorOf(demo)).toBe('Miriam Mentor');
	});

	test('a mentor whom a visit draws is stored by a job, also after an opt-out', async () => {
		const jobs: (() => void)[] = [];
		const demo = createTestDemo({ version, later: (work) => jobs.push(work) });
		const somebody = demo.put({ name: 'Somebody New' });
		expect(await demo.page('/index.php/Special:Homepage', 'Somebody New')).toContain(
			'Miriam Mentor',
		);
		expect(await mentorOf(demo, 'Somebody New')).toBe('');
		await demo.post('Somebody New', { action: 'growthsetmenteestatus', state: 'optout' });
		jobs.shift()?.();
		const miriam = demo.user('Miriam Mentor').id;
		const isListed = () =>
			demo.store.mentees.menteesOf(miriam).some(({ id }) => id === somebody.id);
		expect(isListed()).toBe(true);
		expect(await mentorOf(demo, 'Somebody New')).toBe('');
		for (const job of jobs) {
			job();
		}
		// 1.43 never notices; later versions do when they look.
		expect(isListed()).toBe(version === '1.43');
		const parameters = { mentee: 'Somebody New', mentor: 'Mona Mentor' };
		const set = { action: 'growthsetmentor', ...parameters };
		expect((await demo.post('Somebody New', set)).error.code).toBe(
			'growthexperiments-homepage-claimmentee-opt-out',
		);
		expect(isListed()).toBe(false);
		expect(demo.store.log.list({}, 10)).toEqual([]);
	});

	test('a block for a day leaves mentorship, but changes no mentor', async () => {
		const demo = createTestDemo({ version });
		const { id: _id, ...facts } = demo.user(greta);
		demo.put({ ...facts, blocked: true, blockedUntil: now + 86_400_000 });
		expect(await stateOf(demo)).toEqual([1, 'enabled']);
		expect((await setMentor(demo, 'Marius Mentor')).error.code).toBe('blocked');
		const asked = { action: 'query', meta: 'userinfo', uiprop: 'blockinfo', curtimestamp: '1' };
		expect(await demo.get(greta, asked)).toMatchObject({
			curtimestamp: '2026-11-22T12:00:00Z',
			query: { userinfo: { blockpartial: false, blockexpiry: '2026-11-23T12:00:00Z' } },
		});
	});

	test('a person on the list is a mentor for a day after they have left it, from 1.45 on', async () => {
		const demo = createTestDemo({ version });
		const list = { action: 'query', list: 'growthmentorlist' };
		const before = Object.keys((await demo.get(greta, list)).growthmentorlist);
		await edit(demo, 'Ada Administrator', 'MediaWiki:GrowthMentors.json', '{"Mentors":{}}');
		const after = Object.keys((await demo.get(greta, list)).growthmentorlist);
		const answer = await setMentor(demo, 'Marius Mentor');
		if (version === '1.43') {
			expect(after).toEqual([]);
			expect(answer.error.code).toBe('permissiondenied');
		} else {
			expect(after).toEqual(before);
			expect(answer.growthsetmentor.status).toBe('ok');
			demo.mentorship.list.flush();
			expect((await demo.get(greta, list)).growthmentorlist).toEqual([]);
		}
	});
});

test.each([
	['{{#mentor:greta Grown}}', 'Miriam Mentor'],
	['{{#mentor:User:Greta_Grown}}', 'Miriam Mentor'],
	['a {{#mentor:Nobody at all}} b', 'a  b'],
	['{{#mentor:}}', ''],
	['{{#mentor:Greta Grown}}|{{#mentor:Olga Optout}}', 'Miriam Mentor|'],
	["''x'' {{#mentor:Greta Grown|2}}", "''x'' Miriam Mentor"],
])('%s is “%s”', async (text, wikitext) => {
	const asked = { action: 'expandtemplates', prop: 'wikitext', text };
	expect(await createTestDemo().get('Olga Optout', asked)).toEqual({
		expandtemplates: { wikitext },
	});
});

test('an id is on the module from 1.46 on', async () => {
	const pageOf = (version: MediaWikiVersion) =>
		createTestDemo({ version }).page('/index.php/Special:Homepage', greta);
	const id = ' id="growthexperiments-homepage-module-mentorship"';
	expect(await pageOf('1.45')).not.toContain(id);
	expect(await pageOf('1.46')).toContain(id);
});

test('a version that nobody knows is refused by name', () => {
	expect(() => readVersion('1.39')).toThrow('1.43, 1.45, 1.46');
});
