import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyMemory } from '../../gadget/domain/memory.ts';
import { readFreshMemory, saveMemory } from '../../gadget/wiki/memoryOption.ts';
import { readOwnMemory } from '../../gadget/wiki/ownMemory.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

const asked = { ...emptyMemory, askedAt: '2026-11-28T00:00:00.000Z' };
const post = vi.fn();
const save = () => saveMemory({ get: vi.fn(), post }, asked);

beforeEach(() => {
	stubStorage();
	vi.stubGlobal('mw', {
		config: { get: (key: string) => key },
		user: { options: new Map() },
		storage: storageOfMediaWiki,
	});
});

describe('the memory, as it is saved', () => {
	test('is in one option, and counts for the rest of the page view', async () => {
		post.mockResolvedValueOnce({ options: 'success' });
		await save();
		expect(post.mock.lastCall).toEqual([
			{
				action: 'options',
				optionname: 'userjs-mentorship',
				optionvalue: '{"version":1,"askedAt":"2026-11-28T00:00:00.000Z"}',
			},
		]);
		expect(readOwnMemory()).toBe(JSON.stringify(asked));
	});

	test('is not, where the wiki warns that it is too long', async () => {
		post.mockResolvedValueOnce({ options: 'success', warnings: [{ module: 'options' }] });
		await expect(save()).rejects.toMatchObject({ code: 'option-full' });
		expect(readOwnMemory()).toBeUndefined();
	});

	test('is, where the wiki warns of something else', async () => {
		post.mockResolvedValueOnce({ options: 'success', warnings: [{ module: 'main' }] });
		await save();
		expect(readOwnMemory()).toBe(JSON.stringify(asked));
	});
});

describe('the memory, as the wiki has it', () => {
	const answer = (options: unknown) => ({ query: { userinfo: { options } } }) as never;

	test('is empty where the person has no such option', () => {
		expect(readFreshMemory(answer({ gender: 'unknown' }))).toEqual(emptyMemory);
	});

	test.each([
		['an answer without options', answer(undefined), 'server'],
		['an answer that is empty', {}, 'server'],
		[
			'what a newer version wrote',
			answer({ 'userjs-mentorship': '{"version":2}' }),
			'newer-gadget',
		],
	])('cannot be read from %s', (_what, given, code) => {
		expect(() => readFreshMemory(given)).toThrow(expect.objectContaining({ code }));
	});
});
