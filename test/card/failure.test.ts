import { expect, test } from 'vitest';
import { explainFailure } from '../../gadget/card/failure.ts';
import { ApiError } from '../../gadget/wiki/api.ts';

test.each([
	'offline',
	'timeout',
	'server',
	'badtoken',
	'readonly',
	'ratelimited',
	'assertnameduserfailed',
	'no-mentor',
	'option-full',
	'newer-gadget',
])('has a sentence of its own for %s', (code) => {
	expect(explainFailure(new ApiError(code)).key).toBe(`failure-${code}`);
});

test.each([
	['the wiki’s own words', new ApiError('blocked', 'You are blocked.'), 'You are blocked.'],
	['the code where there are no words', new ApiError('mystery'), 'Error: mystery'],
	['an error of any kind', new TypeError('odd'), 'TypeError: odd'],
	['a message key that is none', new ApiError('toString', 'x'), 'x'],
])('tells anything else by %s', (_what, error, parameter) => {
	expect(explainFailure(error)).toEqual({ key: 'failure-other', parameter });
});
