import { describe, expect, test } from 'vitest';
import {
	defaultThresholds,
	hasOwnRule,
	thresholdsKey,
	thresholdsThatCount,
} from '../../gadget/domain/thresholds.ts';

const own = { enabled: true, minEditcount: 1, minTenureInDays: 2 };
const extensions = { enabled: true, minEditcount: 3, minTenureInDays: 4 };
const page = (block: unknown) => ({ other: true, [thresholdsKey]: block });

describe('hasOwnRule', () => {
	test.each([
		['1.43.9', false],
		['1.44.0', false],
		['1.45.0-alpha', true],
		['1.45.0-wmf.3', true],
		['1.45.0', true],
		['1.100.0', true],
		['MediaWiki 1.43.0', false],
		['MediaWiki 1.46.1', true],
		['', false],
	])('of a wiki of version "%s" with GrowthExperiments: %s', (version, expected) => {
		expect(hasOwnRule({ version, hasExtension: true })).toBe(expected);
		expect(hasOwnRule({ version, hasExtension: false })).toBe(false);
	});
});

describe('on a wiki with a rule of its own', () => {
	const wiki = { version: '1.45.0', hasExtension: true };
	test.each([
		['a whole block', page(extensions), extensions],
		[
			'a block that only turns it on',
			page({ enabled: true }),
			{ ...defaultThresholds, enabled: true },
		],
		['an empty block', page({}), defaultThresholds],
		['a block that is nothing', page(null), defaultThresholds],
		['a block with a number as text', page({ ...extensions, minEditcount: '3' }), null],
		['something that cannot be read', null, null],
	])('the extension’s page counts where it holds %s', (_what, extensionPage, thresholds) => {
		expect(thresholdsThatCount(wiki, page(own), extensionPage)).toEqual({
			owner: 'extension',
			thresholds,
		});
	});

	test.each([
		['is missing', undefined],
		['is empty', {}],
		['is an empty list, as PHP writes it', []],
		['holds something else', { other: 1 }],
	])('the gadget’s page counts where the extension’s %s', (_what, extensionPage) => {
		expect(thresholdsThatCount(wiki, page(own), extensionPage)).toEqual({
			owner: 'gadget',
			thresholds: own,
		});
	});

	test('the gadget’s page needs all three values', () => {
		expect(thresholdsThatCount(wiki, page({ enabled: true }), {}).thresholds).toBeNull();
	});
});

test.each([
	['of 1.43 with the extension', { version: '1.43.9', hasExtension: true }],
	['of 1.45 without the extension', { version: '1.45.0', hasExtension: false }],
])('on a wiki %s the gadget’s page counts, whatever the extension’s holds', (_what, wiki) => {
	for (const extensionPage of [page(extensions), {}, undefined, null]) {
		expect(thresholdsThatCount(wiki, page(own), extensionPage)).toEqual({
			owner: 'gadget',
			thresholds: own,
		});
	}
});
