import { expect, test } from 'vitest';
import { explainRefusal } from '../../gadget/settings/refusal.ts';
import { ApiError } from '../../gadget/wiki/api.ts';

test('tells an administrator who is blocked what the wiki says of it, and nothing of a mentor', () => {
	expect(explainRefusal(new ApiError('blocked', 'You are blocked.'))).toEqual({
		key: 'failure-other',
		parameter: 'You are blocked.',
		words: '',
	});
});
