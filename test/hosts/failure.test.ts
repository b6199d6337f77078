import { expect, test } from 'vitest';
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

test('takes what is not an answer of the wiki for a problem of the wiki', () => {
	expect(explainFailure(new TypeError('odd')).key).toBe('failure-server');
});
