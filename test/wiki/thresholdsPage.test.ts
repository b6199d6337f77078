import { beforeEach, describe, expect, test, vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { ApiError, type ApiParameters, type WikiApi } from '../../gadget/wiki/api.ts';
import { createThresholdsPage } from '../../gadget/wiki/thresholdsPage.ts';

const title = 'MediaWiki:Gadget-mentorship.json';
const growthTitle = 'MediaWiki:GrowthExperimentsMentorship.json';

const get = vi.fn<(parameters: ApiParameters) => Promise<unknown>>();
const post = vi.fn<(parameters: ApiParameters) => Promise<unknown>>();
const api = { get, post } as unknown as WikiApi;
const page = createThresholdsPage(api, { version: '1.43.9', hasExtension: true }, 'Me');
const recentPage = createThresholdsPage(api, { version: '1.45.0', hasExtension: true }, 'Me');

const pageAnswer = (revid: number, content: string, name = title, user = 'Somebody') => ({
	title: name,
	revisions: [{ revid, user, slots: { main: { content } } }],
	actions: { edit: [] },
});
const answerOf = (...pages: unknown[]) => ({ query: { pages } });
const base = { id: 7, user: 'Somebody', text: '{}' };

beforeEach(() => {
	vi.resetAllMocks();
	vi.stubGlobal('mw', {
		config: { get: () => 'de' },
		log: { warn: vi.fn() },
		util: {
			getUrl: (name: string, parameters: Record<string, string>) =>
				`/${name}?${new URLSearchParams(parameters)}`,
		},
	});
});

describe('load', () => {
	const locked = { title, missing: true, actions: { edit: [{ code: 'x', text: 'Not you.' }] } };
	test.each([
		['the page as it is', pageAnswer(7, '{}'), { revision: base, refusals: [] }],
		['a missing page, and why it is locked', locked, { revision: null, refusals: ['x'] }],
	])('finds %s', async (_what, answered, expected) => {
		get.mockResolvedValueOnce(answerOf({ title: growthTitle, missing: true }, answered));
		expect(await page.load()).toEqual({ ...expected, isElsewhere: false });
	});

	test('finds the page by the name that the wiki’s language gives it', async () => {
		get.mockResolvedValueOnce({
			query: {
				normalized: [{ from: title, to: 'ميدياويكي:Gadget-mentorship.json' }],
				pages: [pageAnswer(7, '{}', 'ميدياويكي:Gadget-mentorship.json')],
			},
		});
		expect((await page.load()).revision?.id).toBe(7);
	});

	test.each([
		[true, JSON.stringify({ [thresholdsKey]: {} })],
		[false, '{"GEMentorshipEnabled": true}'],
		[true, '{broken'],
		[false, '{}'],
	])('says %s to “is it elsewhere” from 1.45 on, given %s', async (expected, content) => {
		get.mockResolvedValue(answerOf(pageAnswer(7, '{}'), pageAnswer(3, content, growthTitle)));
		expect((await recentPage.load()).isElsewhere).toBe(expected);
		// Before, the wiki knows no such block, whatever the page holds.
		expect((await page.load()).isElsewhere).toBe(false);
	});
});

describe('findHandover', () => {
	const revision = (revid: number, content: string) => ({
		revid,
		user: `User ${revid}`,
		timestamp: '2026-11-20T00:00:00Z',
		slots: { main: { content } },
	});
	const block = JSON.stringify({ [thresholdsKey]: {} });

	test.each([
		['the first of those in a row that hold the block', [block, block, '{}', block], 'User 2'],
		['the very first', [block, block], 'User 2'],
		['none where that is too long ago', Array.from({ length: 50 }, () => block), undefined],
	])('finds %s', async (_what, contents, user) => {
		const revisions = contents.map((content, index) => revision(index + 1, content));
		get.mockResolvedValueOnce(answerOf({ title: growthTitle, revisions }));
		expect((await recentPage.findHandover())?.user).toBe(user);
	});
});

describe('save', () => {
	const latest = (revid: number) => get.mockResolvedValueOnce(answerOf(pageAnswer(revid, '{}')));

	test('edits the page against its base', async () => {
		latest(7);
		post.mockResolvedValueOnce({ edit: { result: 'Success', oldrevid: 7, newrevid: 8 } });
		expect(await page.save('{"a": 1}', 'Because', base)).toEqual({
			kind: 'saved',
			revision: { id: 8, user: 'Me', text: '{"a": 1}' },
			diffUrl: `/${title}?diff=8&oldid=7`,
		});
		expect(post).toHaveBeenCalledExactlyOnceWith({
			action: 'edit',
			title,
			text: '{"a": 1}',
			summary: 'Because',
			baserevid: 7,
			nocreate: 1,
		});
	});

	test('creates a missing page, and no other', async () => {
		get.mockResolvedValueOnce(answerOf({ title, missing: true }));
		post.mockResolvedValueOnce({ edit: { result: 'Success', oldrevid: 0, newrevid: 8 } });
		expect(await page.save('{}', '', null)).toMatchObject({
			kind: 'saved',
			diffUrl: `/${title}?oldid=8`,
		});
		expect(post.mock.lastCall?.[0]).toMatchObject({ createonly: 1 });
	});

	test('says where nothing changed', async () => {
		latest(7);
		post.mockResolvedValueOnce({ edit: { result: 'Success', nochange: true } });
		expect(await page.save('{}', '', base)).toEqual({ kind: 'unchanged' });
	});

	test.each([
		['a later revision', base, pageAnswer(9, '{"theirs": 1}'), 9, false],
		['one’s own in another tab', base, pageAnswer(9, '{}', title, 'Me'), 9, true],
		['a page created in the meantime', null, pageAnswer(9, '{}'), 9, false],
		['a page deleted in the meantime', base, { title, missing: true }, undefined, false],
	])('finds %s before it sends anything', async (_what, from, now, id, isOwn) => {
		get.mockResolvedValueOnce(answerOf(now));
		const result = await page.save('{}', '', from);
		expect(result).toMatchObject({ kind: 'conflict', isOwn });
		expect(result.kind === 'conflict' && result.revision?.id).toBe(id);
		expect(post).not.toHaveBeenCalled();
	});

	test.each(['editconflict', 'articleexists', 'missingtitle'])(
		'finds what was saved between its two requests (%s)',
		async (code) => {
			latest(7);
			post.mockRejectedValueOnce(new ApiError(code));
			latest(9);
			expect(await page.save('{}', '', base)).toMatchObject({
				kind: 'conflict',
				revision: { id: 9 },
			});
		},
	);

	test.each([
		[{ result: 'Failure', captcha: { type: 'image' } }, 'captcha', ''],
		[{ result: 'Failure', code: 'spam', info: 'No links.' }, 'spam', 'No links.'],
		[{}, 'server', ''],
	])('gives the wiki’s reason where it answers %j', async (edit, code, text) => {
		latest(7);
		post.mockResolvedValueOnce({ edit });
		await expect(page.save('{}', '', base)).rejects.toMatchObject({ code, text });
	});

	test('passes errors on', async () => {
		latest(7);
		post.mockRejectedValueOnce(new ApiError('readonly'));
		await expect(page.save('{}', '', base)).rejects.toThrow('readonly');
	});
});

describe('findEditors', () => {
	test('names the groups with both rights in the person’s language', async () => {
		get.mockResolvedValueOnce({
			query: {
				usergroups: [
					{ name: 'user', rights: ['edit'] },
					{ name: 'sysop', rights: ['edit', 'editinterface', 'editsitejson'] },
					{ name: 'half', rights: ['editinterface'] },
					{ name: 'staff', rights: ['editsitejson', 'editinterface'] },
				],
				allmessages: [{ name: 'group-sysop', content: 'Administratoren' }],
			},
		});
		expect(await page.findEditors()).toEqual(['Administratoren', 'staff']);
		expect(get.mock.lastCall?.[0]).toMatchObject({ amprefix: 'group-', amlang: 'de' });
	});

	test('names no groups where the wiki does not say', async () => {
		get.mockRejectedValueOnce(new ApiError('offline'));
		expect(await page.findEditors()).toEqual([]);
	});
});
