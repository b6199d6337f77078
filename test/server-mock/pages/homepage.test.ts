import { type Document, type Element, Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { createTestDemo, type TestDemo } from '../testDemo.ts';
import recordedCards from './recordedCards.json' with { type: 'json' };
import { treeOf } from './tree.ts';

const phone = { useskin: 'minerva' };

async function open(
	demo: TestDemo,
	name: string | null,
	query: Record<string, string> = {},
	title = 'Special:Homepage',
): Promise<Document> {
	const parameters = new URLSearchParams({ title, ...query });
	const source = await demo.page(`/index.php?${parameters}`, name);
	return new new Window().DOMParser().parseFromString(source, 'text/html');
}

function find(page: Document, selector: string): Element {
	const element = page.querySelector(selector);
	if (element === null) {
		throw new Error(`The page has no ${selector}.`);
	}
	return element;
}

function config(page: Document): Record<string, unknown> {
	return JSON.parse(find(page, '#page-data').textContent ?? '').config;
}

describe('the mentorship module', () => {
	test.each([
		['desktop-enabled-desktop', 'Nora Newcomer', {}],
		['desktop-optout-desktop', 'Olga Optout', {}],
		['mobile-enabled-mobile-summary', 'Nora Newcomer', phone],
		['mobile-enabled-mobile-overlay', 'Nora Newcomer', phone],
		['mobile-optout-mobile-summary', 'Olga Optout', phone],
		['mobile-optout-mobile-overlay', 'Olga Optout', phone],
	] as const)('is made as recorded: %s', async (recording, name, query) => {
		const page = await open(createTestDemo(), name, query);
		const mode = recording.split('-').slice(2).join('-');
		const card = find(page, `[data-module-name^="mentorship"][data-mode="${mode}"]`);
		expect(treeOf(card)).toEqual(recordedCards[recording]);
	});

	test('is a link on a phone where there is a mentor, and none where there is not', async () => {
		const demo = createTestDemo();
		const summary = '[data-mode="mobile-summary"]';
		const mentor = find(
			await open(demo, 'Nora Newcomer', phone),
			`[data-module-name="mentorship"]${summary}`,
		);
		expect(mentor.parentElement?.getAttribute('data-overlay-route')).toBe('/homepage/mentorship');
		const optIn = find(
			await open(demo, 'Olga Optout', phone),
			`[data-module-name="mentorship-optin"]${summary}`,
		);
		expect(optIn.closest('a')).toBeNull();
	});

	test('stands alone, with a way back, on its own page of a phone', async () => {
		const page = await open(
			createTestDemo(),
			'Nora Newcomer',
			phone,
			'Special:Homepage/mentorship',
		);
		const modules = page.querySelectorAll('.growthexperiments-homepage-module');
		expect([...modules].map((module) => module.getAttribute('data-mode'))).toEqual([
			'mobile-details',
		]);
		expect(find(page, 'h2 a').getAttribute('href')).toBe('/index.php/Special:Homepage');
	});

	test.each([
		['Nora Newcomer', 'mentorship'],
		['Felix Few', 'mentorship'],
		['Rita Recent', 'mentorship'],
		['Greta Grown', 'mentorship'],
		['Edgar Experienced', 'mentorship'],
		['Olga Optout', 'mentorship-optin'],
		['Ulf Unknown', 'mentorship'],
		['Ada Administrator', 'mentorship'],
		['Miriam Mentor', 'mentorship'],
	])('of %s is, as the server draws it, %s', async (name, expected) => {
		const page = await open(createTestDemo(), name);
		const module = find(page, '[data-module-name^="mentorship"]');
		expect(module.getAttribute('data-module-name')).toBe(expected);
	});

	test('is not there for a person whom the wiki offers no mentorship', async () => {
		const demo = createTestDemo();
		demo.store.mentees.setState(demo.user('Greta Grown').id, 'disabled');
		const page = await open(demo, 'Greta Grown');
		expect(page.querySelector('[data-module-name^="mentorship"]')).toBeNull();
		expect(page.querySelector('[data-module-name="help"]')).not.toBeNull();
	});

	test('is not there where nobody can be a mentor', async () => {
		const demo = createTestDemo();
		demo.store.pages.remove('MediaWiki:GrowthMentors.json');
		const page = await open(demo, demo.put({ name: 'Somebody' }).name);
		expect(page.querySelector('[data-module-name^="mentorship"]')).toBeNull();
	});
});

describe('what scripts read', () => {
	test('names the mentor', async () => {
		expect(config(await open(createTestDemo(), 'Edgar Experienced'))).toMatchObject({
			wgCanonicalSpecialPageName: 'Homepage',
			wgNamespaceNumber: -1,
			wgUserName: 'Edgar Experienced',
			wgUserEditCount: 600,
			GEHomepageMentorshipMentorName: 'Marius Mentor',
			GEHomepageMentorshipMentorGender: 'male',
			GEHomepageMentorshipEffectiveMentorName: 'Marius Mentor',
			GEHomepageMentorshipBackAt: null,
			homepagemodules: { mentorship: { renderMode: 'desktop' } },
		});
	});

	test('names nobody for a person opted out', async () => {
		const values = config(await open(createTestDemo(), 'Olga Optout', phone));
		expect(values).not.toHaveProperty('GEHomepageMentorshipMentorName');
		expect(values).toMatchObject({
			homepagemobile: true,
			homepagemodules: { 'mentorship-optin': { renderMode: 'mobile-summary' } },
		});
	});
});

test('coming draws a mentor for a person without one', async () => {
	const demo = createTestDemo({ random: () => 0.99 });
	const person = demo.put({ name: 'Somebody' });
	await open(demo, person.name);
	expect(demo.mentorship.mentorOf(person)?.name).toBe('Mika Mentor');
});

test('a mentor’s own words are text', async () => {
	const demo = createTestDemo();
	const { id, name } = demo.put({ name: 'Mallory' });
	const message = '<img src=x onerror=alert(1)>';
	demo.store.pages.remove('MediaWiki:GrowthMentors.json');
	const administrator = await demo.request('/api.php', 'Ada Administrator', {
		method: 'POST',
		body: new URLSearchParams({
			action: 'edit',
			title: 'MediaWiki:GrowthMentors.json',
			text: JSON.stringify({ Mentors: { [id]: { username: name, message, weight: 2 } } }),
			token: demo.session('Ada Administrator').csrfToken,
		}),
	});
	expect(await administrator.json()).toMatchObject({ edit: { result: 'Success' } });
	const page = await open(demo, demo.put({ name: 'Somebody' }).name);
	expect(find(page, '.growthexperiments-homepage-mentorship-intro').textContent).toBe(
		`“${message}”`,
	);
	expect(page.querySelector('img')).toBeNull();
});

test('is in the reader’s language and direction', async () => {
	const page = await open(createTestDemo(), 'Olga Optout', { uselang: 'ar' });
	expect(page.documentElement.getAttribute('dir')).toBe('rtl');
	expect(find(page, '#mw-ge-homepage-mentorship-optin').textContent).toBe('احصل على مرشد');
});
