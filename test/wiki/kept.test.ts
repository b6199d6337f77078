import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keep, nameHere, readKept } from '../../gadget/wiki/kept.ts';
import { keepMentor, readKeptMentor } from '../../gadget/wiki/keptMentor.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

const hour = 3_600_000;
const here = { wgDBname: 'wiki', wgScriptPath: '/w' };
let storage: Map<string, string>;

function openWiki(config: Readonly<Record<string, string>>): void {
	vi.stubGlobal('mw', { config: new Map(Object.entries(config)), storage: storageOfMediaWiki });
}

beforeEach(() => {
	vi.useFakeTimers({ now: Date.UTC(2026, 10, 28) });
	storage = stubStorage();
	openWiki(here);
});

describe('what is kept', () => {
	test.each([
		{ age: -1, isFresh: false },
		{ age: 0, isFresh: true },
		{ age: hour - 1, isFresh: true },
		{ age: hour, isFresh: false },
	])('for an hour is fresh: $isFresh, given an age of $age ms', ({ age, isFresh }) => {
		keep('thing', 'value', 2 * hour);
		vi.setSystemTime(Date.now() + age);
		expect(readKept('thing', hour)).toBe(isFresh ? 'value' : undefined);
	});

	test.each([
		['no JSON', '{'],
		['no list', '{"a":1}'],
		['nothing', 'null'],
		['a time that is not a number', '["yesterday","value"]'],
		['a time that is a list of two', '[[1,2],"value"]'],
	])('is nothing where the browser holds %s', (_what, text) => {
		storage.set(nameHere('thing'), text);
		expect(readKept('thing', hour)).toBeUndefined();
	});

	test.each([
		['with a database of another name', { ...here, wgDBname: 'other' }],
		['under another path, with a database of the same name', { ...here, wgScriptPath: '/other' }],
	])('is not for a wiki %s', (_what, other) => {
		keep('thing', 'value', hour);
		openWiki(other);
		expect(readKept('thing', hour)).toBeUndefined();
	});

	test('has an end, at which MediaWiki deletes it', () => {
		keep('thing', 'value', hour);
		vi.setSystemTime(Date.now() + hour);
		expect(storageOfMediaWiki.getObject(nameHere('thing'))).toBeNull();
		expect(storage.size).toBe(0);
	});

	test('is nothing where the browser has no storage', () => {
		vi.stubGlobal('localStorage', undefined);
		keep('thing', 'value', hour);
		expect(readKept('thing', hour)).toBeUndefined();
	});
});

describe('what is kept of a mentor', () => {
	const known = { message: null, editCount: 12, lastActive: Date.UTC(2026, 10, 1) };

	test('is forgotten after a week', () => {
		keepMentor(7, known);
		vi.setSystemTime(Date.now() + 7 * 24 * hour - 1);
		expect(readKeptMentor(7)).toEqual(known);
		vi.setSystemTime(Date.now() + 1);
		expect(readKeptMentor(7)).toEqual({});
	});

	test.each([
		['a message', { ...known, message: 5 }],
		['a number of edits', { ...known, editCount: '12' }],
		['a time', { ...known, lastActive: 'yesterday' }],
	])('is nothing where %s is of another type', (_what, kept) => {
		keepMentor(7, kept as never);
		expect(readKeptMentor(7)).toEqual({});
	});
});
