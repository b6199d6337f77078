// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryOption } from '../../../gadget/domain/memory.ts';
import { thresholdsThatCount } from '../../../gadget/domain/thresholds.ts';
import english from '../../../gadget/i18n/en.json';
import type { ApiParameters } from '../../../gadget/wiki/api.ts';
import { noteSavedMemory } from '../../../gadget/wiki/ownMemory.ts';
import { type StubbedPage, settled, stubPage } from '../../support/stubPage.ts';

const now = Date.UTC(2026, 10, 28, 12);
const time = new Date(now).toISOString();
const me = 5;
const experienced = { editCount: 600, registration: now - 400 * 86_400_000 };
const newcomer = { editCount: 3, registration: now };
const counting = thresholdsThatCount(
	{ version: '1.43.9', hasExtension: false },
	{
		GEMentorshipStartOptedOutThresholds: {
			enabled: true,
			minEditcount: 500,
			minTenureInDays: 30,
		},
	},
	undefined,
);
const project = { wgNamespaceNumber: 4, wgAction: 'view', wgTitle: 'Newcomers' };
const listed = { 5: { username: 'Me' }, 7: { username: 'Ann' } };

let mount: typeof import('../../../gadget/hosts/plain/mount.ts').mount;
let requests: ApiParameters[];

beforeEach(async () => {
	vi.useFakeTimers({ now, toFake: ['Date'] });
	vi.resetModules();
	requests = [];
	document.documentElement.lang = 'en';
	({ mount } = await import('../../../gadget/hosts/plain/mount.ts'));
});

/** A wiki whose first mentor on the list is the reader, where they are on it. */
function answer(parameters: ApiParameters): unknown {
	requests.push(parameters);
	const mentors = Object.entries(listed).map(([id, mentor]) => [
		id,
		{ ...mentor, message: null, weight: 2 },
	]);
	const content = JSON.stringify({ Mentors: Object.fromEntries(mentors) });
	return {
		curtimestamp: time,
		query: {
			pages: [
				{ title: 'MediaWiki:GrowthMentors.json', revisions: [{ slots: { main: { content } } }] },
			],
			allpages: [],
			userinfo: { options: {} },
			users: [{ userid: parameters.ususerids, editcount: 5000 }],
			usercontribs: [{ timestamp: time }],
		},
	};
}

interface Visit extends Partial<StubbedPage> {
	readonly mentee?: typeof experienced;
	/** The option's text. */
	readonly memory?: string | null;
}

/** The page with its place, out of sight as the loader leaves it. */
function open({ mentee = newcomer, memory = null, config, ...more }: Visit = {}) {
	const page = stubPage({
		answer,
		options: { [memoryOption]: memory },
		config: { ...project, ...config },
		...more,
	});
	document.body.innerHTML =
		'<div class="mentorship-module" style="visibility: hidden">Placeholder</div>';
	const place = document.querySelector<HTMLElement>('.mentorship-module') ?? expect.fail();
	const opening = {
		person: { id: me, name: 'Me', ...mentee },
		place,
		wiki: { version: '1.43.9', hasExtension: false },
		counting,
		gadgetPage: {},
	};
	return { ...page, place, mount: () => mount(opening) };
}

const headings = () => [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
const optedOut = JSON.stringify({ version: 1, state: 'optedOut' });
const asked = JSON.stringify({ version: 1, askedAt: time, mentor: { name: 'Ann', id: 7 } });
const graduated = {
	mentee: experienced,
	memory: JSON.stringify({ version: 1, graduatedAt: time }),
};
const own = { config: { wgNamespaceNumber: 2, wgTitle: 'Other' } };

describe('the card', () => {
	const { 'card-mentor-title': mentor, 'card-opted-out-title': out } = english;

	test.each<[string, Visit, string | null]>([
		['is a mentor’s for a newcomer', {}, mentor],
		['is the opted-out one for an experienced editor', { mentee: experienced }, out],
		['is that one, too, where the wiki had an extension then', graduated, out],
		['is a mentor’s for one who asked', { mentee: experienced, memory: asked }, mentor],
		['is the opted-out one after opting out by hand', { memory: optedOut }, out],
		['is left out where a newer gadget remembers', { memory: '{"version":2}' }, null],
		['is left out where the page’s place does not count', own, null],
	])('%s, and its place is in sight', async (_what, visit, heading) => {
		const { place, mount } = open(visit);
		await mount();
		await settled();
		expect([place.style.visibility, headings()]).toEqual(['', heading === null ? [] : [heading]]);
		if (heading === null) {
			expect([place.textContent, requests]).toEqual(['Placeholder', []]);
		}
		// Only who has a mentor is told of one.
		expect(place.textContent?.includes('Ann')).toBe(heading === mentor);
		expect(requests.length > 0).toBe(heading === mentor);
		// Who has one already keeps that one.
		const isGiven = requests.some(({ action }) => action === 'options');
		expect(isGiven).toBe(heading === mentor && !visit.memory);
	});

	test('is drawn of what was saved in this tab, where the page is older', async () => {
		const { mount } = open();
		noteSavedMemory(optedOut);
		mw.user.options.set(memoryOption, null);
		await mount();
		expect(headings()).toEqual([out]);
	});

	test('is one, however often the page is opened, and asks in the reader’s name', async () => {
		const { mount, readShared } = open();
		await mount();
		await settled();
		const count = requests.length;
		await mount();
		await settled();
		expect([requests.length, headings()]).toEqual([count, [mentor]]);
		expect(document.querySelectorAll('[role=status]')).toHaveLength(1);
		expect(readShared()).toMatchObject({ assertuser: 'Me' });
	});

	test('comes back where the page is drawn anew, unless that is no place for it', async () => {
		const { mount, drawAnew } = open();
		await mount();
		await settled();
		const draw = () => {
			document.body.innerHTML = '<div class="mentorship-module">New</div>';
			drawAnew();
		};
		draw();
		expect(headings()).toEqual([mentor]);
		Object.assign(mw.config.get(), { wgAction: 'submit' });
		draw();
		expect(headings()).toEqual([]);
	});
});

test('no one is given themselves as a mentor', async () => {
	const { mount } = open();
	vi.spyOn(Math, 'random').mockReturnValue(0);
	await mount();
	await settled();
	const saved = requests.find(({ action }) => action === 'options');
	expect(JSON.parse(String(saved?.optionvalue)).mentor).toEqual({ name: 'Ann', id: 7 });
});

test('numbers are the language’s, and days are counted from now', async () => {
	document.documentElement.lang = 'de';
	const { mount, place } = open();
	await mount();
	await settled();
	expect(place.textContent).toMatch(/5\.000/);
	expect(place.textContent).toMatch(/Active heute/);
});

test('texts that come late are drawn', async () => {
	const content = JSON.stringify({
		'card-opted-out-title': 'Later',
		'card-help-page': 'Help:Mentors',
	});
	const { mount, beIdle } = open({
		memory: optedOut,
		answer: () => ({
			query: {
				pages: [
					{
						title: 'MediaWiki:Gadget-mentorship-card-en.json',
						revisions: [{ slots: { main: { content } } }],
					},
				],
				allpages: [],
			},
		}),
	});
	await mount();
	await settled();
	beIdle();
	await settled();
	expect(headings()).toEqual(['Later']);
	expect(document.querySelector('a[href="/wiki/Help:Mentors"]')).not.toBeNull();
});

test('a card in another language waits for its texts, but not for ever', async () => {
	vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout'] });
	const { mount } = open({
		memory: optedOut,
		config: { wgUserLanguage: 'de' },
		answer: () => new Promise(() => undefined),
	});
	const done = mount();
	await settled();
	expect(headings()).toEqual([]);
	vi.advanceTimersByTime(1500);
	await done;
	await settled();
	expect(headings()).toEqual([english['card-opted-out-title']]);
});
