import { beforeEach, describe, expect, test } from 'vitest';
import {
	createFakeWiki,
	endOf,
	experienced,
	type FakeWiki,
	openPage,
	stubMediaWiki,
	wikiTime,
} from './fakeGrowthWiki.ts';

const day = 86_400_000;
const then = new Date(wikiTime).toISOString();
const before = { name: 'Before', id: 6 };
const optedOut = {
	state: 2,
	mentor: '',
	memory: { version: 1, mentor: before, graduatedAt: then },
} as const;

beforeEach(stubMediaWiki);

describe('a graduation', () => {
	test.each(['option-full', 'blocked', 'permissiondenied', 'an-unknown-refusal'])(
		'whose memory is refused (%s) opts nobody out, and is tried again a day later',
		async (kind) => {
			const wiki = createFakeWiki();
			const tried = new Set<string>();
			const page = openPage(wiki, { isPlace: true, tried, fault: { request: 3, kind } });
			await expect(page.act()).rejects.toThrow(kind);
			expect(endOf(wiki)).toEqual(endOf(createFakeWiki()));
			expect(openPage(wiki, { isPlace: true, tried }).task).toBeNull();
		},
	);

	test('that is refused by the wiki keeps what it has begun for a later day', async () => {
		const wiki = createFakeWiki();
		const fault = { request: 4, kind: 'permissiondenied' };
		await expect(openPage(wiki, { fault }).act()).rejects.toThrow('permissiondenied');
		expect(wiki.memory).toMatchObject({ mentor: before, pending: 'graduation' });
		await openPage(wiki).act();
		expect(wiki.state).toBe(2);
	});

	test('that the wiki broke off is tried again at the next page', async () => {
		const wiki = createFakeWiki();
		const tried = new Set<string>();
		const fault = { request: 3, kind: 'internal_api_error_RuntimeException' };
		await expect(openPage(wiki, { tried, fault }).act()).rejects.toThrow('internal_api_error');
		await openPage(wiki, { tried }).act();
		expect(wiki.state).toBe(2);
	});

	test.each([1, 2])('is none where the read %i cannot be read', async (request) => {
		const wiki = createFakeWiki();
		const page = openPage(wiki, { isPlace: true, fault: { request, kind: 'server' } });
		await expect(page.act()).rejects.toThrow('server');
		expect(wiki.state).toBe(1);
	});

	test('elsewhere is none for whoever has no mentor, who is asked about once a month', async () => {
		const wiki = createFakeWiki({ mentor: '' });
		const tried = new Set<string>();
		await openPage(wiki, { tried }).act();
		expect(wiki.state).toBe(1);
		expect(openPage(wiki, { tried }).task).toBeNull();
	});

	test('is none where they have asked for a mentor on another device since', async () => {
		const wiki = createFakeWiki();
		const page = openPage(wiki, { isPlace: true });
		wiki.memory = { version: 1, mentor: before, askedAt: then };
		await page.act();
		expect(wiki.state).toBe(1);
	});

	test('keeps the mentor of before where a drawn one has taken their place meanwhile', async () => {
		const wiki = createFakeWiki({
			mentor: 'Drawn',
			memory: { ...optedOut.memory, pending: 'graduation' },
		});
		await openPage(wiki).act();
		expect(endOf(wiki)).toEqual(endOf(createFakeWiki(optedOut)));
	});

	test('comes before the mentor whom somebody asks for at once', async () => {
		const wiki = createFakeWiki();
		const page = openPage(wiki, { isPlace: true });
		await Promise.all([page.act(), page.getMentor('sameMentor')]);
		expect(endOf(wiki)).toMatchObject({ state: 1, mentor: 'Before' });
		expect(wiki.memory).toEqual({ ...optedOut.memory, askedAt: then });
	});

	test('leaves a memory of a newer version of the gadget alone', async () => {
		const wiki = createFakeWiki();
		const page = openPage(wiki, { isPlace: true });
		wiki.memory = Object({ version: 2 });
		await expect(page.act()).rejects.toThrow('newer-gadget');
		expect(wiki.state).toBe(1);
	});
});

describe('the person’s clock', () => {
	const young = { editCount: 600, registration: wikiTime - 29 * day };
	test.each([
		['a year ahead', 365 * day, young, 1],
		['a year behind', -365 * day, { ...experienced, registration: wikiTime - 200 * day }, 1],
		['a year behind', -365 * day, { ...experienced, registration: wikiTime - 900 * day }, 2],
	])('%s writes nothing against the wiki’s time', async (_what, shift, mentee, state) => {
		const wiki = createFakeWiki();
		await openPage(wiki, { isPlace: true, clock: wikiTime + shift, mentee }).act();
		expect(wiki.state).toBe(state);
		if (state === 2) {
			expect(wiki.memory.graduatedAt).toBe(then);
		}
	});

	test('ahead does not end an hour before it is over', async () => {
		const memory = { ...optedOut.memory, unstoredAt: then };
		const wiki = createFakeWiki({ ...optedOut, memory, mentor: 'Before' });
		const page = openPage(wiki, { clock: wikiTime + day });
		await page.act();
		expect(page.requests).toEqual(['read', 'read mentor']);
	});
});

describe('somebody who asks for a mentor', () => {
	test('and is blocked is told so, and nothing is written', async () => {
		const wiki = createFakeWiki({ ...optedOut, isBlocked: true });
		const page = openPage(wiki, { isPlace: true });
		await expect(page.getMentor('sameMentor')).rejects.toThrow('blocked');
		expect(page.requests).toEqual(['read', 'read mentor']);
	});

	test('and was blocked between two steps is opted out as before', async () => {
		const memory = { ...optedOut.memory, askedAt: then, pending: 'sameMentor' } as const;
		const wiki = createFakeWiki({ state: 0, mentor: '', memory, isBlocked: true });
		await expect(openPage(wiki).act()).rejects.toThrow('blocked');
		expect(endOf(wiki)).toEqual(endOf(createFakeWiki({ ...optedOut, memory })));
	});

	test.each<[string, Partial<FakeWiki['memory']>]>([
		['blocked', {}],
		['permissiondenied', {}],
		['an-unknown-refusal', { pending: 'sameMentor' }],
	])('is as before where the mentor is refused: %s', async (kind, pending) => {
		const wiki = createFakeWiki(optedOut);
		const page = openPage(wiki, { isPlace: true, fault: { request: 4, kind } });
		await expect(page.getMentor('sameMentor')).rejects.toThrow(kind);
		expect(wiki.state).toBe(2);
		expect(wiki.memory).toEqual({ ...optedOut.memory, askedAt: then, ...pending });
	});

	test('gets the mentor of before under their new name', async () => {
		const wiki = createFakeWiki({ ...optedOut, listed: { 6: 'Renamed', 7: 'Drawn' } });
		const { mentor, isSubstitute } = await openPage(wiki, { isPlace: true }).getMentor(
			'sameMentor',
		);
		expect([mentor.name, isSubstitute]).toEqual(['Renamed', false]);
		expect(wiki.memory.mentor).toEqual({ name: 'Renamed', id: 6 });
	});

	test('gets no administrator’s privilege: whoever has left the list is not set', async () => {
		const wiki = createFakeWiki({ ...optedOut, listed: { 7: 'Drawn' } });
		const page = openPage(wiki, { isPlace: true });
		expect((await page.getMentor('sameMentor')).isSubstitute).toBe(true);
		expect(page.requests).not.toContain('mentor Before');
	});

	test.each([
		['away', { away: ['Drawn'] }],
		['blocked', { blocked: ['Drawn'] }],
	])('another than the former one gets nobody who is %s', async (_what, change) => {
		const memory = { ...optedOut.memory, askedAt: then };
		const wiki = createFakeWiki({ ...optedOut, memory, drawn: 'Before', ...change });
		const given = await openPage(wiki, { isPlace: true }).getMentor('differentMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Third', false]);
	});

	test('another than the only one is told that there is no other', async () => {
		const memory = { ...optedOut.memory, askedAt: then };
		const wiki = createFakeWiki({ ...optedOut, memory, drawn: 'Before', listed: { 6: 'Before' } });
		const given = await openPage(wiki, { isPlace: true }).getMentor('differentMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Before', true]);
	});

	test('where nobody is remembered is given no substitute', async () => {
		const wiki = createFakeWiki({ ...optedOut, memory: { version: 1 } });
		const given = await openPage(wiki, { isPlace: true }).getMentor('sameMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Drawn', false]);
	});

	test('keeps the wish where the wiki has no mentor to give', async () => {
		const wiki = createFakeWiki({ ...optedOut, listed: {}, drawn: '' });
		const page = openPage(wiki, { isPlace: true });
		await expect(page.getMentor('sameMentor')).rejects.toThrow('no-mentor');
		expect(wiki.memory.pending).toBe('sameMentor');
	});

	test('starts from what was read while the dialog was open', async () => {
		const wiki = createFakeWiki(optedOut);
		const page = openPage(wiki, { isPlace: true });
		page.host.prepare();
		await page.getMentor('sameMentor');
		expect(page.requests.filter((request) => request === 'read')).toHaveLength(2);
	});
});

test('a refusal while finishing is tried again a day later, not at each page', async () => {
	const memory = { ...optedOut.memory, askedAt: then, pending: 'sameMentor' } as const;
	const wiki = createFakeWiki({ ...optedOut, memory });
	const tried = new Set<string>();
	const fault = { request: 4, kind: 'an-unknown-refusal' };
	await expect(openPage(wiki, { tried, fault }).act()).rejects.toThrow('an-unknown-refusal');
	expect(openPage(wiki, { tried }).task).toBeNull();
	await openPage(wiki).act();
	expect(endOf(wiki)).toMatchObject({ state: 1, mentor: 'Before' });
});

test('only whoever asked before may choose; whoever the rule opted out may not', () => {
	const choosable = (memory: Partial<FakeWiki['memory']>) =>
		openPage(
			createFakeWiki({ ...optedOut, memory: { ...optedOut.memory, ...memory } }),
		).host.choosableMentor();
	expect(choosable({})).toBeNull();
	expect(choosable({ askedAt: then, pending: 'sameMentor' })).toBeNull();
	expect(choosable({ askedAt: then })).toBe('Before');
	// Asked for, but half-way something failed: whoever tries again wants that still.
	expect(choosable({ askedAt: then, pending: 'differentMentor' })).toBe('Before');
});
