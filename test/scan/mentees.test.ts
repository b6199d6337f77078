import { describe, expect, test } from 'vitest';
import { createMenteeSource, type ScanApi } from '../../gadget/scan/mentees.ts';
import type { ApiParameters } from '../../gadget/wiki/api.ts';

const signal = new AbortController().signal;

/** Answers in turn; keeps what was asked. */
function sourceOf(...answers: unknown[]) {
	const asked: ApiParameters[] = [];
	const api: ScanApi = {
		get: async <Answer>(parameters: ApiParameters) => {
			asked.push(parameters);
			return answers[asked.length - 1] as Answer;
		},
	};
	return { asked, source: createMenteeSource(api) };
}

describe('findBatchSize', () => {
	test.each([
		[50, { rights: ['edit'] }],
		[500, { rights: ['edit', 'apihighlimits'] }],
	])('is %i given %j', async (size, userinfo) => {
		expect(await sourceOf({ query: { userinfo } }).source.findBatchSize(signal)).toBe(size);
	});
});

test.each([undefined, null, 7, {}, { query: null }, { query: { users: [{ name: 7 }] } }])(
	'an answer that is not MediaWiki’s (%j) is refused, not taken for an empty one',
	async (answer) => {
		const { source } = sourceOf(answer);
		const mentees = source.lookUp({ ids: [4], mentors: [0] }, signal);
		await expect(mentees).rejects.toMatchObject({ code: 'server' });
	},
);

describe('findMentors', () => {
	test('gives the listed mentors', async () => {
		const { source } = sourceOf({
			growthmentorlist: { '6': { message: null, weight: 2, username: 'Mentor1' } },
		});
		expect(await source.findMentors(signal)).toEqual([{ id: 6, name: 'Mentor1' }]);
	});

	test('gives an empty list as it is: MediaWiki writes it as an array', async () => {
		expect(await sourceOf({ growthmentorlist: [] }).source.findMentors(signal)).toEqual([]);
	});

	test('gives null on a wiki without the extension, which only warns', async () => {
		const { source } = sourceOf({
			batchcomplete: true,
			warnings: [{ code: 'unrecognizedvalues' }],
		});
		expect(await source.findMentors(signal)).toBeNull();
	});
});

test('findMentees asks for one mentor', async () => {
	const { source, asked } = sourceOf({
		growthmentormentee: { mentor: 'A', mentees: [{ name: 'X', id: 4 }] },
	});
	expect(await source.findMentees({ id: 1, name: 'A' }, signal)).toEqual([4]);
	expect(asked[0]).toMatchObject({ list: 'growthmentormentee', gemmmentor: 'A' });
});

describe('lookUp', () => {
	test('gives the facts, in whatever order the wiki answers', async () => {
		const { source, asked } = sourceOf({
			query: {
				users: [
					{ userid: 9, name: 'NullReg', editcount: 900, registration: null },
					{ userid: 4, name: 'Veteran', editcount: 600, registration: '2025-10-18T07:15:14Z' },
				],
			},
		});
		expect(await source.lookUp({ ids: [4, 9], mentors: [1, 2] }, signal)).toEqual({
			ids: [9, 4],
			mentors: [2, 1],
			names: ['NullReg', 'Veteran'],
			editCounts: [900, 600],
			registrations: [Number.NaN, Date.UTC(2025, 9, 18, 7, 15, 14)],
		});
		expect(asked[0]).toMatchObject({ list: 'users', ususerids: '4|9' });
	});

	test('leaves out accounts that are gone or blocked for good', async () => {
		const account = { editcount: 1, registration: null };
		const { source } = sourceOf({
			query: {
				users: [
					{ userid: 1, missing: true },
					{ name: '192.0.2.1', invalid: true },
					{ ...account, userid: 3, name: 'Blocked', blockexpiry: 'infinite', blockpartial: false },
					{ ...account, userid: 4, name: 'In part', blockexpiry: 'infinite', blockpartial: true },
					{ ...account, userid: 5, name: 'A day', blockexpiry: '2027-01-01T00:00:00Z' },
				],
			},
		});
		expect(
			(await source.lookUp({ ids: [1, 3, 4, 5], mentors: [0, 0, 0, 0] }, signal)).names,
		).toEqual(['In part', 'A day']);
	});
});

describe('findActiveEditors', () => {
	const query = { allusers: [{ userid: 1, name: 'A', editcount: 5, registration: '' }] };

	test('gives editors, and from which name on there are more', async () => {
		const { source, asked } = sourceOf({ continue: { aufrom: 'B', continue: '-||' }, query });
		expect(await source.findActiveEditors('', 50, signal)).toEqual({
			batch: { ids: [1], mentors: [0], names: ['A'], editCounts: [5], registrations: [Number.NaN] },
			next: 'B',
		});
		expect(asked[0]).toMatchObject({
			auactiveusers: 1,
			auexcludegroup: 'bot',
			auexcludetemp: 1,
			aulimit: 50,
		});
		expect(asked[0]).not.toHaveProperty('aufrom');
	});

	test('goes on from that name, and ends where there are no more', async () => {
		const { source, asked } = sourceOf({ query: { allusers: [] } });
		expect(await source.findActiveEditors('B', 50, signal)).toMatchObject({ next: null });
		expect(asked[0]).toMatchObject({ aufrom: 'B' });
	});

	test('refuses an answer that leads to itself: it would go on for ever', async () => {
		const { source } = sourceOf({ continue: { aufrom: 'B' }, query });
		await expect(source.findActiveEditors('B', 50, signal)).rejects.toMatchObject({
			code: 'server',
		});
	});

	test('says about how many there are', async () => {
		const { source } = sourceOf({ query: { statistics: { activeusers: 12 } } });
		expect(await source.countActiveEditors(signal)).toBe(12);
	});
});
