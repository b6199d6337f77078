import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Memory } from '../../../gadget/domain/memory.ts';
import { thresholdsKey } from '../../../gadget/domain/thresholds.ts';
import {
	asked,
	before,
	createFakeWiki,
	endOf,
	type FakeWiki,
	optedOut,
	optedOutAt,
	wikiTime,
} from './fakeGrowthWiki.ts';
import { experienced, openPage, stubMediaWiki, type Visit } from './growthPage.ts';

const day = 86_400_000;
const wished = { ...asked, pending: 'sameMentor' } as const;
const newcomer = { editCount: 0, registration: wikiTime };

type Page = ReturnType<typeof openPage>;

beforeEach(stubMediaWiki);

/** A person on their Homepage. */
function openHomepage(change: Partial<FakeWiki> = {}, visit: Visit = {}) {
	const wiki = createFakeWiki(change);
	return { wiki, ...openPage(wiki, { isPlace: true, ...visit }) };
}

describe('a graduation', () => {
	test.each(['option-full', 'blocked', 'permissiondenied', 'an-unknown-refusal'])(
		'whose memory is refused (%s) opts no one out, and is tried again a day later',
		async (kind) => {
			const tried = new Set<string>();
			const { wiki, act } = openHomepage({}, { tried, fault: { request: 3, kind } });
			await expect(act()).rejects.toThrow(kind);
			expect(endOf(wiki)).toEqual(endOf(createFakeWiki()));
			expect(openPage(wiki, { isPlace: true, tried }).task).toBeNull();
		},
	);

	test('that is refused by the wiki keeps what it has begun for a later day', async () => {
		const fault = { request: 4, kind: 'permissiondenied' };
		const { wiki, act } = openHomepage({}, { fault });
		await expect(act()).rejects.toThrow('permissiondenied');
		expect(wiki.memory).toMatchObject({ mentor: before, pending: 'graduation' });
		await openPage(wiki).act();
		expect(wiki.state).toBe(2);
	});

	test('that the wiki broke off is tried again at the next page', async () => {
		const tried = new Set<string>();
		const fault = { request: 3, kind: 'internal_api_error_RuntimeException' };
		const { wiki, act } = openHomepage({}, { tried, fault });
		await expect(act()).rejects.toThrow('internal_api_error');
		await openPage(wiki, { tried }).act();
		expect(wiki.state).toBe(2);
	});

	test.each([1, 2])('is none where the read %i cannot be read', async (request) => {
		const { wiki, act } = openHomepage({}, { fault: { request, kind: 'server' } });
		await expect(act()).rejects.toThrow('server');
		expect(wiki.state).toBe(1);
	});

	test('elsewhere is none without a mentor, for whom the wiki is asked once a month', async () => {
		const wiki = createFakeWiki({ mentor: '' });
		const tried = new Set<string>();
		await openPage(wiki, { tried }).act();
		expect(wiki.state).toBe(1);
		expect(openPage(wiki, { tried }).task).toBeNull();
		await openPage(wiki, { isPlace: true, tried }).act();
		expect(wiki.state).toBe(2);
	});

	test('is told to the page before it is done, and what the wiki has then', async () => {
		for (const [state, isOptedOut] of [
			[1, true],
			[2, true],
			[0, false],
		] as const) {
			const wiki = createFakeWiki({ state });
			const onGraduate = vi.fn(() => expect(wiki.state).toBe(1));
			expect(await openPage(wiki).host.act(onGraduate)).toMatchObject({ isOptedOut });
			expect(onGraduate).toHaveBeenCalledTimes(state === 1 ? 1 : 0);
		}
	});

	test('remembers the mentor whom the wiki names, not an older page', async () => {
		const wiki = createFakeWiki();
		await openPage(wiki, { isPlace: true, mentorOnPage: 'Third' }).act();
		expect(wiki.memory.mentor).toEqual(before);
	});

	test.each([
		[
			'to its end, begun without a mentor',
			experienced,
			2,
			{ ...optedOut.memory, unstoredAt: optedOutAt },
		],
		[
			'and forgotten where the rule does not ask for it',
			newcomer,
			1,
			{ version: 1, mentor: before },
		],
	])('begun on another device is brought %s', async (_what, mentee, state, memory) => {
		const wiki = createFakeWiki({ mentor: '' });
		const page = openPage(wiki, { mentee });
		wiki.memory = { ...optedOut.memory, pending: 'graduation' };
		await page.host.act(() => undefined);
		expect([wiki.state, wiki.memory]).toEqual([state, memory]);
	});

	test('is not asked about ahead for a person without a mentor', async () => {
		const thresholds = { enabled: true, minEditcount: 700, minTenureInDays: 30 };
		const extensionPage = { [thresholdsKey]: thresholds };
		const wiki = createFakeWiki({ version: '1.45.0', mentor: '', extensionPage });
		const tried = new Set<string>();
		await openPage(wiki, { tried }).act();
		expect([...tried]).toEqual(['noMentor']);
	});

	test('without a mentor is cleared up by naming anybody but oneself', async () => {
		const memory = { ...optedOut.memory, unstoredAt: '2026-11-28T10:00:00Z' };
		const listed = { 99: 'Person', 100: 'Other' };
		const page = openPage(createFakeWiki({ ...optedOut, memory, listed }));
		await page.act();
		expect(page.requests).toContain('mentor Other');
	});

	test('is none where they have asked for a mentor on another device since', async () => {
		const { wiki, act } = openHomepage();
		wiki.memory = { version: 1, mentor: before, askedAt: optedOutAt };
		await act();
		expect(wiki.state).toBe(1);
	});

	test('keeps the mentor of before where a drawn one has taken their place meanwhile', async () => {
		const memory: Memory = { ...optedOut.memory, pending: 'graduation' };
		const { wiki, act } = openHomepage({ mentor: 'Drawn', memory });
		await act();
		expect(endOf(wiki)).toEqual(endOf(createFakeWiki(optedOut)));
	});

	test('comes before the mentor whom the person asks for at once', async () => {
		const { wiki, act, getMentor } = openHomepage();
		await Promise.all([act(), getMentor('sameMentor')]);
		expect(endOf(wiki)).toMatchObject({ state: 1, mentor: 'Before', memory: asked });
	});

	test('leaves a memory of a newer version of the gadget alone', async () => {
		const { wiki, act } = openHomepage();
		wiki.memory = Object({ version: 2 });
		await expect(act()).rejects.toThrow('newer-gadget');
		expect(wiki.state).toBe(1);
	});
});

describe('the person’s clock', () => {
	const registered = (days: number) => ({ ...experienced, registration: wikiTime - days * day });
	test.each([
		['a year ahead', 365, registered(29), 1],
		['a year behind', -365, registered(200), 1],
		['a year behind', -365, registered(900), 2],
	])('%s writes nothing against the wiki’s time', async (_what, shift, mentee, state) => {
		const { wiki, act } = openHomepage({}, { clock: wikiTime + shift * day, mentee });
		await act();
		expect(wiki.state).toBe(state);
		expect(wiki.memory.graduatedAt).toBe(state === 2 ? optedOutAt : undefined);
	});

	test('ahead does not end an hour before it is over', async () => {
		const wiki = createFakeWiki({
			...optedOut,
			memory: { ...optedOut.memory, unstoredAt: optedOutAt },
			mentor: 'Before',
		});
		const page = openPage(wiki, { clock: wikiTime + day });
		await page.act();
		expect(page.requests).toEqual(['read', 'read mentor']);
	});
});

describe('a person who asks for a mentor', () => {
	test('and is blocked is told so, and nothing is written', async () => {
		const { getMentor, requests } = openHomepage({ ...optedOut, isBlocked: true });
		await expect(getMentor('sameMentor')).rejects.toThrow('blocked');
		expect(requests).toEqual(['read', 'read mentor']);
	});

	test('and was blocked between two steps is opted out as before', async () => {
		const wiki = createFakeWiki({ state: 0, mentor: '', memory: wished, isBlocked: true });
		await expect(openPage(wiki).act()).rejects.toThrow('blocked');
		expect(endOf(wiki)).toEqual(endOf(createFakeWiki({ ...optedOut, memory: wished })));
	});

	test.each<[string, Memory]>([
		['blocked', asked],
		['autoblocked', asked],
		['permissiondenied', asked],
		['an-unknown-refusal', wished],
	])('is as before where the mentor is refused: %s', async (kind, memory) => {
		const { wiki, getMentor } = openHomepage(optedOut, { fault: { request: 4, kind } });
		await expect(getMentor('sameMentor')).rejects.toThrow(kind);
		expect([wiki.state, wiki.memory]).toEqual([2, memory]);
	});

	const isAway = { drawn: 'Before', memory: asked, away: ['Drawn'] };
	const isBlocked = { drawn: 'Before', memory: asked, blocked: ['Drawn'] };
	const isAlone = { drawn: 'Before', memory: asked, listed: { 6: 'Before' } };
	test.each<[string, 'sameMentor' | 'differentMentor', Partial<FakeWiki>, string, boolean]>([
		['the same under a new name', 'sameMentor', { listed: { 6: 'Renamed' } }, 'Renamed', false],
		// Administrators could set a mentor who is no longer listed.
		['another where the same has left', 'sameMentor', { listed: { 7: 'Drawn' } }, 'Drawn', true],
		['none who is away', 'differentMentor', isAway, 'Third', false],
		['none who is blocked', 'differentMentor', isBlocked, 'Third', false],
		['the only one, as a substitute', 'differentMentor', isAlone, 'Before', true],
		['any where none is remembered', 'sameMentor', { memory: { version: 1 } }, 'Drawn', false],
	])('gets %s', async (_what, wish, change, name, isSubstitute) => {
		const { wiki, getMentor } = openHomepage({ ...optedOut, ...change });
		expect(await getMentor(wish)).toMatchObject({ mentor: { name }, isSubstitute });
		expect(wiki).toMatchObject({ mentor: name, memory: { mentor: { name } } });
	});

	test('keeps the wish where the wiki has no mentor to give', async () => {
		const { wiki, getMentor } = openHomepage({ ...optedOut, listed: {}, drawn: '' });
		await expect(getMentor('sameMentor')).rejects.toThrow('no-mentor');
		expect(wiki.memory.pending).toBe('sameMentor');
	});

	test('starts from what was read while the dialog was open', async () => {
		const { host, getMentor, requests } = openHomepage(optedOut);
		host.prepare();
		await getMentor('sameMentor');
		expect(requests.filter((request) => request === 'read')).toHaveLength(2);
	});

	test.each([
		['what was read meanwhile could not be', async (page: Page) => page.host.prepare()],
		['what was under way failed', async (page: Page) => page.host.act(vi.fn()).catch(vi.fn())],
	])('gets one also where %s', async (_what, begin) => {
		const page = openPage(createFakeWiki(optedOut), { fault: { request: 1, kind: 'server' } });
		begin(page);
		await Promise.resolve();
		await Promise.resolve();
		await Promise.resolve();
		expect((await page.getMentor('sameMentor')).mentor.name).toBe('Before');
	});

	test.each([
		['is asked for nothing where they have that mentor', 'Before', [], 'Before'],
		['keeps the one they have where that mentor is refused', 'Drawn', ['mentor Before'], 'Drawn'],
	])('%s', async (_what, mentor, requests, left) => {
		const fault = { request: 3, kind: 'permissiondenied' };
		const page = openHomepage({ mentor, memory: wished }, requests[0] ? { fault } : {});
		await page.act().catch(vi.fn());
		expect(page.requests.filter((request) => /^mentor/.test(request))).toEqual(requests);
		expect(page.wiki).toMatchObject({ state: 1, mentor: left });
	});

	test('gets the mentor whom another device remembered since', async () => {
		const wiki = createFakeWiki(optedOut);
		const page = openPage(wiki, { isPlace: true });
		wiki.memory = { ...optedOut.memory, mentor: { name: 'Third', id: 8 } };
		expect((await page.getMentor('sameMentor')).mentor.name).toBe('Third');
	});
});

test('a refusal while finishing is tried again a day later, not at each page', async () => {
	const tried = new Set<string>();
	const fault = { request: 4, kind: 'an-unknown-refusal' };
	const { wiki, act } = openHomepage({ ...optedOut, memory: wished }, { tried, fault });
	await expect(act()).rejects.toThrow('an-unknown-refusal');
	expect(openPage(wiki, { tried }).task).toBeNull();
	await openPage(wiki).act();
	expect(endOf(wiki)).toMatchObject({ state: 1, mentor: 'Before' });
});

test.each<[string, Memory, string | null]>([
	['whom the rule opted out may not', optedOut.memory, null],
	['who asked before may', asked, 'Before'],
	['whose wish for the same failed may not', wished, null],
	['whose wish for another failed may', { ...wished, pending: 'differentMentor' }, 'Before'],
])('a person %s choose between mentors', (_what, memory, name) => {
	expect(openHomepage({ ...optedOut, memory }).host.choosableMentor()).toBe(name);
});
