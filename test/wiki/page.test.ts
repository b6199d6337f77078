import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noteSavedOption, readOwnOption } from '../../gadget/wiki/ownOption.ts';
import { readPerson } from '../../gadget/wiki/page.ts';
import { storageOfMediaWiki, stubLocalStorage } from '../support/browserStorage.ts';

const named = {
	wgUserId: 4,
	wgUserName: 'Veteran',
	wgUserIsTemp: false,
	wgUserEditCount: 600,
	wgUserRegistration: 1_760_771_714_000,
	wgDBname: 'wiki',
};

/** A page as MediaWiki made it, with one option of the person's own. */
function openPage(config: Record<string, unknown>, option: string | null = null): void {
	const options = new Map([['userjs-mentorship', option]]);
	vi.stubGlobal('mw', {
		config: { get: (key?: string) => (key ? config[key] : config) },
		user: { options },
		storage: storageOfMediaWiki,
	});
}

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('readPerson', () => {
	beforeEach(() => {
		stubLocalStorage();
	});

	test('reads the facts that the page holds', () => {
		openPage(named);
		expect(readPerson()).toEqual({
			id: 4,
			name: 'Veteran',
			editCount: 600,
			registration: 1_760_771_714_000,
		});
	});

	test('knows an account without a date', () => {
		openPage({ ...named, wgUserRegistration: null });
		expect(readPerson()?.registration).toBeNull();
	});

	test.each([
		['a person logged out', { ...named, wgUserId: 0, wgUserName: null, wgUserEditCount: null }],
		['a temporary account', { ...named, wgUserIsTemp: true }],
	])('finds nobody given %s', (_what, config) => {
		openPage(config);
		expect(readPerson()).toBeNull();
	});
});

describe('readOwnOption', () => {
	test('believes what was saved here over the page of before', () => {
		stubLocalStorage();
		openPage(named, 'before');
		noteSavedOption('userjs-mentorship', 'after');
		noteSavedOption('userjs-mentorship', 'later');
		for (const stale of ['before', 'after', 'later']) {
			openPage(named, stale);
			expect(readOwnOption('userjs-mentorship')).toBe('later');
		}
	});

	test('believes the page where it says something else: another device was there since', () => {
		stubLocalStorage();
		openPage(named, 'before');
		noteSavedOption('userjs-mentorship', 'after');
		openPage(named, 'elsewhere');
		expect(readOwnOption('userjs-mentorship')).toBe('elsewhere');
	});

	test.each([
		['another person', { ...named, wgUserId: 5 }],
		['another wiki of the same origin', { ...named, wgDBname: 'otherwiki' }],
	])('keeps it from %s', (_what, config) => {
		stubLocalStorage();
		openPage(named, 'before');
		noteSavedOption('userjs-mentorship', 'after');
		openPage(config, 'before');
		expect(readOwnOption('userjs-mentorship')).toBe('before');
	});

	test('forgets it after an hour', () => {
		vi.useFakeTimers();
		stubLocalStorage();
		openPage(named, 'before');
		noteSavedOption('userjs-mentorship', 'after');
		vi.advanceTimersByTime(3_600_000);
		openPage(named, 'before');
		expect(readOwnOption('userjs-mentorship')).toBe('before');
	});

	test.each([
		['no storage at all', undefined],
		['junk in it', { getItem: () => '{', setItem: vi.fn() }],
		['something else in it', { getItem: () => '{"a":1}', setItem: vi.fn() }],
	])('believes the page given %s', (_what, storage) => {
		vi.stubGlobal('localStorage', storage);
		vi.spyOn(console, 'warn').mockReturnValue(undefined);
		openPage(named, 'page');
		expect(readOwnOption('userjs-mentorship')).toBe('page');
		noteSavedOption('userjs-mentorship', 'saved');
		expect(readOwnOption('userjs-mentorship')).toBe('saved');
	});
});
