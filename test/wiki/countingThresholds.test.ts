import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { thresholdsKey, thresholdsThatCount } from '../../gadget/domain/thresholds.ts';
import { keepExtensionPage, readCountingThresholds } from '../../gadget/wiki/countingThresholds.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

const own = { enabled: true, minEditcount: 1, minTenureInDays: 2 };
const gadgetPage = { [thresholdsKey]: own };
const wiki = { version: '1.45.0', hasExtension: true };
const warn = vi.fn();

beforeEach(() => {
	stubStorage();
	vi.stubGlobal('mw', { config: new Map(), storage: storageOfMediaWiki, log: { warn } });
});

afterEach(() => {
	warn.mockClear();
});

function answer(content: string) {
	return { title: '', revisions: [{ slots: { main: { content } } }] };
}

test.each([
	['a whole block', answer(JSON.stringify({ [thresholdsKey]: { ...own, minEditcount: 9 } }))],
	['a block without some keys', answer(JSON.stringify({ [thresholdsKey]: { enabled: true } }))],
	['a wrong block', answer(JSON.stringify({ [thresholdsKey]: { minEditcount: '9' } }))],
	['no block', answer('{}')],
	['no JSON', answer('{')],
	['nothing: it is missing', { title: '', missing: true }],
])('what is kept of an extension’s page with %s is what the page says', (_what, answered) => {
	const page = keepExtensionPage(answered);
	expect(readCountingThresholds(wiki, gadgetPage)).toEqual(
		thresholdsThatCount(wiki, gadgetPage, page),
	);
});

test.each([
	['which is missing: the gadget’s page counts', { title: '', missing: true }, own],
	['without a block: the gadget’s page counts', answer('{}'), own],
	['that cannot be read: the rule is off', answer('{'), null],
	['whose text is not there: the rule is off', { title: '' }, null],
])('of an extension’s page %s', (_what, answered, thresholds) => {
	keepExtensionPage(answered);
	expect(readCountingThresholds(wiki, gadgetPage)?.thresholds).toEqual(thresholds);
});

test('the wiki is asked again after an hour', () => {
	vi.useFakeTimers({ now: Date.UTC(2026, 10, 28) });
	keepExtensionPage(answer('{}'));
	vi.setSystemTime(Date.now() + 3_600_000 - 1);
	expect(readCountingThresholds(wiki, gadgetPage)).toBeDefined();
	vi.setSystemTime(Date.now() + 1);
	expect(readCountingThresholds(wiki, gadgetPage)).toBeUndefined();
	vi.useRealTimers();
});

test('nothing is known of a wiki with a rule of its own before it has been asked', () => {
	expect(readCountingThresholds(wiki, gadgetPage)).toBeUndefined();
});

test('a wiki without a rule of its own is not asked, whatever is kept', () => {
	keepExtensionPage(answer(JSON.stringify({ [thresholdsKey]: { enabled: false } })));
	const older = { version: '1.44.0', hasExtension: true };
	expect(readCountingThresholds(older, gadgetPage)).toEqual({ owner: 'gadget', thresholds: own });
});

test('thresholds that are missing or wrong are told in one line of the console', () => {
	expect(readCountingThresholds({ ...wiki, version: '1.43.0' }, {})?.thresholds).toBeNull();
	expect(warn).toHaveBeenCalledTimes(1);
});
