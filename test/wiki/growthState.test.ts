import { expect, test } from 'vitest';
import { readState } from '../../gadget/wiki/growthState.ts';

test.each([
	// As a number where it is the wiki's default, as a text where it was stored.
	[0, false, 'disabled'],
	['0', true, 'disabled'],
	[1, false, 'enabled'],
	['1', true, 'enabled'],
	[2, false, 'optedOut'],
	['2', true, 'optedOut'],
	// A wiki before 1.45 does not know that the person asked, and takes it for disabled.
	['50', false, 'disabled'],
	['50', true, 'enabled'],
	[50, true, 'enabled'],
	[null, true, 'disabled'],
	['3', true, 'disabled'],
])('the option %j is read, on a wiki with its own rule: %j, as %s', (value, hasOwnRule, state) => {
	expect(readState(value, hasOwnRule)).toEqual({ state, isExplicit: Number(value) === 50 });
});
