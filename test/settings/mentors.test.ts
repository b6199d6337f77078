import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
	createMentorsActions,
	hasUnsavedMentors,
	initialMentors,
	type MentorsActions,
	type MentorsState,
} from '../../gadget/settings/mentors/mentorsActions.ts';
import {
	type MentorEntry,
	readMentorEntries,
	writeMentorEntries,
} from '../../gadget/settings/mentors/mentorsDocument.ts';
import type { Account } from '../../gadget/wiki/accounts.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import { becomes, fakePage } from './fakes.ts';

const text = JSON.stringify({
	foreign: 1,
	Mentors: {
		6: { username: 'Ann', message: 'Hello', weight: 4, note: 'kept' },
		7: { username: 'Ben', awayTimestamp: '2026-12-24T18:00:00Z' },
		x: { username: 'Nobody' },
	},
});
const ann: MentorEntry = { id: 6, name: 'Ann', message: 'Hello', weight: 4, away: '' };
const ben: MentorEntry = { id: 7, name: 'Ben', message: '', weight: 2, away: '2026-12-24' };
const cora: MentorEntry = { id: 8, name: 'Cora', message: '', weight: 2, away: '' };

test('reads the mentors, and names what it cannot read', () => {
	expect(readMentorEntries(text)).toMatchObject({ entries: [ann, ben], unreadable: ['x'] });
	expect(readMentorEntries(null)).toMatchObject({ entries: [], unreadable: [], mistakes: [] });
	const twice = '{"Mentors": {"x": {}, "x": {}}}';
	expect(readMentorEntries(twice)).toMatchObject({ unreadable: ['x'] });
});

test.each([
	['a day that cannot be read', { username: 'Dora', awayTimestamp: 'back in 1' }],
	['a blank day', { username: 'Dora', awayTimestamp: '' }],
	['a month that does not exist', { username: 'Dora', awayTimestamp: '20261301000000' }],
	['a weight in words', { username: 'Dora', weight: 'high' }],
	['a weight between', { username: 'Dora', weight: 3 }],
	['a name that is not text', { username: ['Dora'] }],
])('names an entry with %s, and keeps it as it is', (_what, entry) => {
	const page = JSON.stringify({ Mentors: { 6: JSON.parse(text).Mentors[6], 9: entry } });
	const reading = readMentorEntries(page);
	expect(reading).toMatchObject({ entries: [ann], unreadable: ['9'] });
	const written = writeMentorEntries(page, [ann], [{ ...ann, weight: 1 }]);
	expect(JSON.parse(written).Mentors[9]).toEqual(entry);
});

test.each<[string, MentorEntry[], object]>([
	['nothing', [ann, ben], {}],
	['one added', [ann, ben, cora], { 8: { username: 'Cora', message: null, weight: 2 } }],
	['one changed', [{ ...ann, message: '' }, ben], { 6: { message: null, note: 'kept' } }],
	['what is not blank', [{ ...ann, message: ' Hi ' }, ben], { 6: { message: 'Hi' } }],
	[
		'no day',
		[ann, { ...ben, away: '' }],
		{ 7: expect.not.objectContaining({ awayTimestamp: expect.anything() }) },
	],
	[
		'a day',
		[ann, { ...ben, away: '2027-01-02' }],
		{ 7: { awayTimestamp: '2027-01-02T00:00:00Z' } },
	],
	[
		'a weight',
		[ann, { ...ben, weight: 0 }],
		{ 7: { weight: 0, awayTimestamp: '2026-12-24T18:00:00Z' } },
	],
])('writes %s and keeps everything else', (_what, after, changed) => {
	const written = JSON.parse(writeMentorEntries(text, [ann, ben], after));
	expect(written).toMatchObject({ foreign: 1, Mentors: { x: { username: 'Nobody' }, ...changed } });
});

test('writes a mentor who was not touched as the page has them', () => {
	expect(JSON.parse(writeMentorEntries(text, [ann, ben], [ann, ben]))).toEqual(JSON.parse(text));
});

test('takes off a mentor who was removed, and not one whom someone else added', () => {
	expect(Object.keys(JSON.parse(writeMentorEntries(text, [ann, cora], [cora])).Mentors)).toEqual([
		'7',
		'x',
	]);
	expect(JSON.parse(writeMentorEntries(null, [], []))).toEqual({ Mentors: {} });
});

describe('the actions', () => {
	const page = fakePage();
	const focus = vi.fn<(mentor: number | 'new') => void>();
	const lookUp = vi.fn<(name: string) => Promise<Account>>();
	const settled = () => becomes(() => state, { isBusy: false });
	let state: MentorsState;
	let actions: MentorsActions;

	beforeEach(async () => {
		vi.clearAllMocks();
		state = initialMentors;
		const revision = { id: 1, user: 'A', text };
		page.load.mockResolvedValue({ revision, refusals: [], isElsewhere: false });
		page.save.mockResolvedValue({ kind: 'saved', revision, diffUrl: '' });
		actions = createMentorsActions({
			page,
			lookUp,
			getState: () => state,
			change: (change) => {
				state = { ...state, ...change };
			},
			focus,
		});
		actions.load();
		await settled();
	});

	test.each<[Account, Partial<MentorsState>]>([
		[
			{ kind: 'found', id: 8, name: 'Cora' },
			{ entries: [ann, ben, cora], newName: '', said: null },
		],
		[
			// Renamed since.
			{ kind: 'found', id: 6, name: 'Anna' },
			{ said: 'mentors-present', newName: ' cora ' },
		],
		[{ kind: 'unknown' }, { said: 'mentors-unknown' }],
		[{ kind: 'blocked' }, { said: 'mentors-blocked' }],
	])('add by name: %o', async (account, expected) => {
		lookUp.mockResolvedValue(account);
		actions.type({ newName: ' cora ' });
		actions.add();
		expect(state.isBusy).toBe(true);
		await settled();
		expect(lookUp).toHaveBeenLastCalledWith('cora');
		expect(state).toMatchObject(expected);
		expect(hasUnsavedMentors(state)).toBe(true);
		expect(focus.mock.calls).toEqual(expected.entries ? [[8]] : []);
		actions.save();
		await settled();
		expect(page.save).toHaveBeenCalledTimes(expected.entries ? 1 : 0);
	});

	test('add the name that is typed, and not yet added, when they save', async () => {
		lookUp.mockResolvedValueOnce({ kind: 'found', id: 8, name: 'Cora' });
		actions.type({ newName: 'Cora' });
		actions.save();
		await settled();
		expect(page.save.mock.lastCall?.[0]).toContain('"Cora"');
		// No one sees it before: not a text that an administrator could reword.
		expect(page.save.mock.lastCall?.[1]).toBe('Change the list of mentors');
	});

	test('say what would be lost with the page', () => {
		expect(hasUnsavedMentors(state)).toBe(false);
		actions.edit({ ...ann, name: 'Anna' });
		expect(state.entries).toEqual([{ ...ann, name: 'Anna' }, ben]);
		expect(hasUnsavedMentors(state)).toBe(true);
		actions.edit(ann);
		expect(hasUnsavedMentors(state)).toBe(false);
		actions.type({ newName: 'C' });
		expect(hasUnsavedMentors(state)).toBe(true);
		actions.type({ newName: '' });
		actions.remove(6);
		expect(hasUnsavedMentors(state)).toBe(true);
		expect(focus).toHaveBeenLastCalledWith('new');
		expect(hasUnsavedMentors({ ...state, isLocked: true })).toBe(false);
	});

	test.each([
		['a person who may not edit', text, ['protectedpage'], true],
		['a page that is not JSON', '{', [], true],
		['a page that is as it should be', text, [], false],
	])('are locked by %s: %s', async (_what, held, refusals, isLocked) => {
		const revision = { id: 1, user: 'A', text: held };
		page.load.mockResolvedValueOnce({ revision, refusals, isElsewhere: false });
		actions.load();
		await settled();
		expect(state.isLocked).toBe(isLocked);
	});

	test('save once, and show the page as it is then', async () => {
		actions.type({ newName: '  ' });
		actions.edit({ ...ann, weight: 1 });
		actions.save();
		actions.save();
		await settled();
		expect(page.save).toHaveBeenCalledOnce();
		expect(lookUp).not.toHaveBeenCalled();
		expect(state).toMatchObject({ entries: [ann, ben], said: 'form-saved' });
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		actions.save();
		expect(state.said).toBeNull();
		await settled();
		expect(state.said).toBe('form-unchanged');
	});

	test('say why the wiki refused until something else is tried', async () => {
		page.save.mockRejectedValueOnce(new ApiError('readonly'));
		actions.save();
		await settled();
		expect(state).toMatchObject({ refusal: { key: 'failure-readonly' }, entries: [ann, ben] });
		actions.save();
		expect(state.refusal).toBeNull();
		await settled();
	});

	test('save, and keep what someone else saved in the meantime', async () => {
		actions.edit({ ...ann, weight: 1 });
		const theirs = { id: 2, user: 'B', text: text.replace('"foreign":1', '"foreign":2') };
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: theirs, isOwn: false });
		actions.save();
		await settled();
		expect(state).toMatchObject({ said: 'mentors-conflict', conflict: theirs });
		expect(state.entries?.[0]?.weight).toBe(1);
		page.save.mockResolvedValueOnce({ kind: 'saved', revision: theirs, diffUrl: '' });
		actions.keepMine();
		await settled();
		expect(page.save.mock.lastCall?.[2]).toEqual(theirs);
		expect(JSON.parse(page.save.mock.lastCall?.[0] ?? '')).toMatchObject({
			foreign: 2,
			Mentors: { 6: { weight: 1 } },
		});
		expect(state).toMatchObject({ said: 'form-saved', conflict: null });
	});
});
