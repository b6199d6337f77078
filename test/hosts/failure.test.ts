import { expect, test, vi } from 'vitest';
import { explainFailure } from '../../gadget/hosts/failure.ts';
import { ApiError } from '../../gadget/wiki/api.ts';

test.each([
	'offline',
	'timeout',
	'server',
	'badtoken',
	'readonly',
	'ratelimited',
	'blocked',
	'assertnameduserfailed',
	'no-mentor',
	'option-full',
	'newer-gadget',
])('has a sentence of its own for %s', (code) => {
	expect(explainFailure(new ApiError(code)).key).toBe(`failure-${code}`);
});

test.each([
	['the wiki’s own words', new ApiError('spamblacklist', 'You are blocked.'), 'You are blocked.'],
	['the code where there are no words', new ApiError('mystery'), 'mystery'],
	['a message key that is none', new ApiError('toString', 'x'), 'x'],
])('tells anything else by %s', (_what, error, parameter) => {
	expect(explainFailure(error)).toEqual({ key: 'failure-other', parameter });
});

test.each([
	['a mistake of ours', new TypeError('odd')],
	['a code of the browser’s', new DOMException('No room.', 'QuotaExceededError')],
	['nothing at all', undefined],
])('takes %s for no fault of the wiki, and says it in the console once', (_what, error) => {
	const warn = vi.fn();
	vi.stubGlobal('mw', { log: { warn } });
	expect(explainFailure(error).key).toBe('failure-own');
	expect(warn.mock.calls).toEqual([['Mentorship:', error]]);
});
