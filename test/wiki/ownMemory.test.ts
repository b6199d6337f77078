import { beforeEach, describe, expect, test, vi } from 'vitest';
import { noteSavedMemory, readOwnMemory } from '../../gadget/wiki/ownMemory.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

const named = { wgUserId: 4, wgDBname: 'wiki', wgScriptPath: '' };
let local: Map<string, string>;

/** A page as MediaWiki made it, with the memory of that moment. */
function openPage(config: Record<string, unknown>, memory: string | null = null): void {
	vi.stubGlobal('mw', {
		config: { get: (key: string) => config[key] },
		user: { options: new Map([['userjs-mentorship', memory]]) },
		storage: storageOfMediaWiki,
	});
}

beforeEach(() => {
	local = stubStorage();
});
describe('the memory', () => {
	test('is what was saved in this tab, whichever page of before it shows', () => {
		openPage(named, 'before');
		noteSavedMemory('after that');
		noteSavedMemory('at last');
		for (const stale of ['before', 'after that', 'at last']) {
			openPage(named, stale);
			expect(readOwnMemory()).toBe('at last');
		}
	});

	test('is what the page says, where that is something else: another device was there since', () => {
		openPage(named, 'before');
		noteSavedMemory('after that');
		openPage(named, 'on another device');
		expect(readOwnMemory()).toBe('on another device');
	});

	test.each([
		['another person', { ...named, wgUserId: 5 }],
		['another wiki of the same origin', { ...named, wgDBname: 'otherwiki' }],
	])('is kept from %s', (_what, config) => {
		openPage(named, 'before');
		noteSavedMemory('after that');
		openPage(config, 'before');
		expect(readOwnMemory()).toBe('before');
	});

	test('is forgotten after an hour', () => {
		vi.useFakeTimers();
		openPage(named, 'before');
		noteSavedMemory('after that');
		vi.advanceTimersByTime(3_600_000);
		openPage(named, 'before');
		expect(readOwnMemory()).toBe('before');
	});

	test('is in this tab only, and what it was before is not in it', () => {
		openPage(named, 'before');
		noteSavedMemory('after that');
		expect([...local]).toEqual([]);
		const kept = sessionStorage.getItem('mentorship-userjs-mentorship-wiki');
		expect(kept).toContain('after that');
		expect(kept).not.toContain('before');
	});

	test.each([
		['no storage at all', undefined],
		['junk in it', { getItem: () => '{', setItem: vi.fn() }],
		['something else in it', { getItem: () => '{"a":1}', setItem: vi.fn() }],
	])('is what the page says given %s', (_what, storage) => {
		vi.stubGlobal('sessionStorage', storage);
		openPage(named, 'page');
		expect(readOwnMemory()).toBe('page');
		noteSavedMemory('saved');
		expect(readOwnMemory()).toBe('saved');
	});
});
