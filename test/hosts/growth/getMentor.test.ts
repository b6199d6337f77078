import { beforeEach, describe, expect, test } from 'vitest';
import { createFakeGrowthWiki, stubMw } from './fakeGrowthWiki.ts';

const then = '1970-01-01T00:00:00.000Z';
const memory = { mentor: { name: 'Before' }, graduatedAt: then } as const;
const optedOut = { status: 'optout', memory } as const;

beforeEach(stubMw);

describe('getMentor', () => {
	test('remembers the wish, enables, sets the mentor, and says behind that it is done', async () => {
		const { host, posts, read } = createFakeGrowthWiki(optedOut);
		const given = await host.getMentor('sameMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Before', false]);
		expect(posts.slice(0, 3)).toEqual(['memory: sameMentor', 'enabled', 'mentor: Before']);
		await expect.poll(() => posts[3]).toBe('memory: done');
		expect(read()).toEqual({
			status: 'enabled',
			mentor: 'Before',
			memory: { version: 1, ...memory, askedAt: then },
		});
	});

	test('takes "already so" for success: enabled, and the mentor set, by an earlier try', async () => {
		const pending = { ...memory, askedAt: then, pending: 'sameMentor' } as const;
		const { host, read } = createFakeGrowthWiki({ memory: pending, mentor: 'Before' });
		const given = await host.getMentor('sameMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Before', false]);
		await expect.poll(() => read().memory?.pending).toBeUndefined();
	});

	test.each([
		['has left the list', { listed: ['Drawn'] }],
		['may not be set by somebody blocked', { refusals: { growthsetmentor: 'blocked' } }],
	])('keeps the drawn mentor, and says so, where the one before %s', async (_what, wiki) => {
		const { host, read } = createFakeGrowthWiki({ ...optedOut, ...wiki });
		const given = await host.getMentor('sameMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Drawn', true]);
		await expect.poll(() => read().memory?.pending).toBeUndefined();
		expect(read().memory?.mentor).toEqual({ name: 'Drawn' });
	});

	test.each([
		'offline',
		'timeout',
		'server',
		'readonly',
		'ratelimited',
		'badtoken',
		'maxlag',
		'assertnameduserfailed',
		'internal_api_error_DBQueryError',
	])('keeps the promise for later where the mentor is refused for now: %s', async (code) => {
		const refusals = { growthsetmentor: code };
		const { host, read } = createFakeGrowthWiki({ ...optedOut, refusals });
		await expect(host.getMentor('sameMentor')).rejects.toThrow(code);
		expect(read().memory).toMatchObject({ mentor: { name: 'Before' }, pending: 'sameMentor' });
	});

	test.each(['readonly', 'blocked'])('stops before anything is done: %s', async (code) => {
		const { host, posts } = createFakeGrowthWiki({ ...optedOut, refusals: { options: code } });
		await expect(host.getMentor('sameMentor')).rejects.toThrow(code);
		expect(posts).toEqual([`options: ${code}`]);
	});

	test.each(['Before', 'Drawn'])(
		'never gives the same where a different one was asked for; the lot falls on %s',
		async (drawn) => {
			const { host } = createFakeGrowthWiki({ ...optedOut, drawn });
			const given = await host.getMentor('differentMentor');
			expect([given.mentor.name, given.isSubstitute]).toEqual(['Drawn', false]);
		},
	);

	test('says that there is no different one', async () => {
		const wiki = { ...optedOut, listed: ['Before'], drawn: 'Before' };
		const given = await createFakeGrowthWiki(wiki).host.getMentor('differentMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Before', true]);
	});

	test('calls nobody a substitute where nobody was remembered', async () => {
		const given = await createFakeGrowthWiki({ status: 'optout' }).host.getMentor('sameMentor');
		expect([given.mentor.name, given.isSubstitute]).toEqual(['Drawn', false]);
	});

	test('keeps the promise where the wiki has no mentor to give', async () => {
		const { host, read } = createFakeGrowthWiki({ ...optedOut, listed: [], drawn: '' });
		await expect(host.getMentor('sameMentor')).rejects.toThrow('no-mentor');
		expect(read().memory?.pending).toBe('sameMentor');
	});
});
