import { describe, expect, test } from 'vitest';
import { createTestDemo } from '../testDemo.ts';

describe('a mentor', () => {
	test('is drawn once', () => {
		let ticket = 0;
		const demo = createTestDemo({ random: () => ticket });
		const person = demo.put({ name: 'Somebody new' });
		demo.mentorship.showMentor(person);
		ticket = 0.99;
		expect(demo.mentorship.showMentor(person)?.name).toBe('Miriam Mentor');
	});

	test('never mentors themselves', () => {
		const demo = createTestDemo({ random: () => 0 });
		expect(demo.mentorship.showMentor(demo.user('Miriam Mentor'))?.name).toBe('Marius Mentor');
	});

	test.each([
		['a temporary account', { temporary: true }],
		['a blocked account', { blocked: true }],
	])('is not for %s', (_case, facts) => {
		const demo = createTestDemo();
		const person = demo.put({ name: 'Somebody', ...facts });
		expect(demo.mentorship.stateOf(person)).toBe('disabled');
		expect(demo.mentorship.showMentor(person)).toBeNull();
	});

	test('is not there where the list is missing', () => {
		const demo = createTestDemo();
		demo.store.pages.remove('MediaWiki:GrowthMentors.json');
		expect(demo.mentorship.showMentor(demo.put({ name: 'Somebody' }))).toBeNull();
	});
});

describe('opting out', () => {
	test('drops the mentor; opting in draws one', () => {
		const demo = createTestDemo({ random: () => 0.99 });
		const greta = demo.user('Greta Grown');
		const miriam = demo.user('Miriam Mentor');
		demo.mentorship.setState(greta, 'optedOut');
		expect(demo.mentorship.mentorOf(greta)).toBeNull();
		expect(demo.store.mentees.menteesOf(miriam.id).map(({ id }) => id)).not.toContain(greta.id);
		demo.mentorship.setState(greta, 'enabled');
		expect(demo.mentorship.mentorOf(greta)?.name).toBe('Mika Mentor');
	});
});

describe('changing a mentor', () => {
	test.each([
		['by default', {}, 'enabled'],
		['without the Homepage and the help panel', { 'homepage-enable': '0' }, 'disabled'],
		[
			'with the help panel alone',
			{ 'homepage-enable': '0', 'help-panel-tog-help-panel': '1' },
			'enabled',
		],
	] as const)('%s, enables only those who have either', (_case, preferences, state) => {
		const demo = createTestDemo();
		const greta = demo.user('Greta Grown');
		demo.mentorship.setState(greta, 'optedOut');
		demo.mentorship.setState(greta, 'disabled');
		for (const [name, value] of Object.entries(preferences)) {
			demo.store.userOptions.set(greta.id, `growthexperiments-${name}`, value);
		}
		expect(change(demo, 'Marius Mentor', 'Greta Grown')).toMatchObject({ done: true });
		expect(demo.mentorship.stateOf(greta)).toBe(state);
	});

	const change = (demo: ReturnType<typeof createTestDemo>, mentor: string, performer: string) =>
		demo.mentorship.changeMentor({
			mentee: demo.user('Greta Grown'),
			mentor: demo.user(mentor),
			performer: demo.user(performer),
			reason: 'r',
		});

	test('says so in the public log', () => {
		const demo = createTestDemo();
		expect(change(demo, 'Marius Mentor', 'Greta Grown')).toMatchObject({ done: true });
		expect(demo.store.log.list({}, 10)).toMatchObject([
			{
				type: 'growthexperiments',
				action: 'setmentor',
				title: 'User:Greta Grown',
				userName: 'Greta Grown',
				parameters: { '4::previous-mentor': 'Miriam Mentor', '5::new-mentor': 'Marius Mentor' },
			},
		]);
	});

	test('by the mentor is a claim', () => {
		const demo = createTestDemo();
		change(demo, 'Marius Mentor', 'Marius Mentor');
		expect(demo.store.log.list({}, 10)).toMatchObject([
			{ action: 'claimmentee', parameters: { '4::previous-mentor': 'Miriam Mentor' } },
		]);
	});

	test('from nobody says that there was nobody', () => {
		const demo = createTestDemo();
		demo.store.mentees.setMentor(demo.user('Greta Grown').id, null);
		change(demo, 'Marius Mentor', 'Greta Grown');
		expect(demo.store.log.list({}, 10)).toMatchObject([
			{ action: 'setmentor-no-previous-mentor', parameters: { '5::new-mentor': 'Marius Mentor' } },
		]);
	});
});
