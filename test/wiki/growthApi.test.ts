import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../gadget/wiki/api.ts';
import { createGrowthApi } from '../../gadget/wiki/growthApi.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

const get = vi.fn();
const post = vi.fn();
const wiki = { hasExtension: true, version: '1.45.0' } as never;
const api = createGrowthApi({ get, post }, 'Person', wiki, {});

beforeEach(() => {
	get.mockReset();
	post.mockReset();
	stubStorage();
	vi.stubGlobal('mw', {
		config: { get: (key: string) => key },
		storage: storageOfMediaWiki,
		log: { warn: vi.fn() },
	});
});

const mentorAnswer = (wikitext: unknown) => ({ expandtemplates: { wikitext } });
const momentAnswer = {
	curtimestamp: '2026-11-28T00:00:00Z',
	growthmentorlist: {
		7: { username: 'Mentor', weight: 2 },
		8: { username: 'Away', weight: 4, awayTimestamp: '2026-12-01T00:00:00Z' },
		9: { username: 'Unreadable', weight: 2, awayTimestamp: 'soon' },
	},
	query: { userinfo: { options: {} }, pages: [{ missing: true }] },
};

/** The wiki answers both requests of a moment. */
function answerMoment(answer: object): void {
	get.mockImplementation(async ({ action }) =>
		action === 'query' ? answer : mentorAnswer('Mentor'),
	);
}

describe('the mentor', () => {
	test.each([
		['Mentor', 'Mentor'],
		[' Mentor\n', 'Mentor'],
		['', ''],
		// As it was sent: the wiki does not know the function.
		['{{#mentor:Person}}', ''],
	])('of %j is %j', async (wikitext, mentor) => {
		get.mockResolvedValueOnce(mentorAnswer(wikitext));
		expect(await api.readMentor()).toBe(mentor);
		expect(get.mock.lastCall?.[0]).toMatchObject({ text: '{{#mentor:Person}}' });
	});

	test('is not unknown, but a failure, where the answer cannot be read', async () => {
		get.mockResolvedValueOnce(mentorAnswer(null));
		await expect(api.readMentor()).rejects.toMatchObject({ code: 'server' });
	});
});

describe('a moment', () => {
	test('has the time of the wiki, the mentor, and all mentors of the list', async () => {
		answerMoment(momentAnswer);
		expect(await api.readMoment()).toMatchObject({
			now: Date.UTC(2026, 10, 28),
			isBlocked: false,
			mentor: 'Mentor',
			mentors: [
				{ id: 7, name: 'Mentor', weight: 2, awayUntil: 0 },
				{ id: 8, name: 'Away', weight: 4, awayUntil: Date.UTC(2026, 11, 1) },
				{ id: 9, name: 'Unreadable', weight: 2, awayUntil: Number.NaN },
			],
		});
		expect(get.mock.calls.map(([{ uiprop }]) => uiprop)).toContain('options|blockinfo');
	});

	test.each([
		['is blocked', { blockid: 1 }, true],
		['is blocked on a few pages', { blockid: 1, blockpartial: true }, false],
	])('says whether the person %s', async (_what, block, isBlocked) => {
		const userinfo = { options: {}, ...block };
		answerMoment({ ...momentAnswer, query: { ...momentAnswer.query, userinfo } });
		expect(await api.readMoment()).toMatchObject({ isBlocked });
	});

	test.each([
		['time', { curtimestamp: undefined }],
		['list of mentors', { growthmentorlist: undefined }],
		['options', { query: {} }],
	])('is a failure without a %s', async (_what, without) => {
		answerMoment({ ...momentAnswer, ...without });
		await expect(api.readMoment()).rejects.toMatchObject({ code: 'server' });
	});
});

test.each([
	['there', {}, false],
	['missing', { missing: true }, true],
	['blocked', { blockid: 1 }, true],
	['blocked on a few pages', { blockid: 1, blockpartial: true }, false],
])('an account that is %s: out is %j', async (_what, user, isOut) => {
	get.mockResolvedValueOnce({ query: { users: [user] } });
	expect(await api.isOut(7)).toBe(isOut);
	expect(get.mock.lastCall?.[0]).toMatchObject({ ususerids: 7, usprop: 'blockinfo' });
});

const already = 'growthexperiments-homepage-claimmentee-already-mentor';
const optedOut = 'growthexperiments-homepage-claimmentee-opt-out';
const noChange = 'growthexperiments-setmenteestatus-no-change';

describe('a change', () => {
	test.each([
		['optout', () => api.setState('optout'), { action: 'growthsetmenteestatus', state: 'optout' }],
		[
			// The log is public: it has no word of why.
			'setting a mentor',
			() => api.setMentor('Mentor'),
			{ action: 'growthsetmentor', mentee: 'Person', mentor: 'Mentor', reason: '' },
		],
		[
			'dropping a mentor',
			() => api.dropMentor('Any'),
			{ action: 'growthsetmentor', mentee: 'Person', mentor: 'Any', reason: '' },
		],
		[
			'an option',
			() => api.setOption('state', 50),
			{ action: 'options', optionname: 'state', optionvalue: 50 },
		],
	])('%s is one request', async (_what, change, request) => {
		post.mockResolvedValueOnce({});
		await change();
		expect(post.mock.calls).toEqual([[request]]);
	});

	test.each([
		['a state that is so already', () => api.setState('enabled'), noChange, true],
		['a mentor who is theirs already', () => api.setMentor('Mentor'), already, true],
		['a mentor of a person who is opted out', () => api.dropMentor('Mentor'), optedOut, true],
		['a state', () => api.setState('enabled'), already, false],
		['a mentor', () => api.setMentor('Mentor'), optedOut, false],
		['a mentor', () => api.dropMentor('Mentor'), already, false],
		['a state', () => api.setState('enabled'), 'blocked', false],
	])('%s, refused with %3$s: success is %4$j', async (_what, change, code, isSuccess) => {
		post.mockRejectedValueOnce(new ApiError(code));
		expect(
			await change().then(
				() => true,
				(error) => (error.code === code ? false : error),
			),
		).toBe(isSuccess);
	});
});
