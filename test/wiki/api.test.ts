import { beforeEach, expect, test, vi } from 'vitest';
import { createWikiApi, isPassing } from '../../gadget/wiki/api.ts';

/** What the wiki answers to one change after the other: MediaWiki's code, or `done`. */
let answers: string[];
const send = vi.fn(() => {
	const answer = answers.shift();
	return answer === 'done' ? Promise.resolve(answer) : Promise.reject(answer);
});

let settings: unknown;

beforeEach(() => {
	send.mockClear();
	vi.stubGlobal('mw', {
		Api: class {
			constructor(options: unknown) {
				settings = options;
			}
			postWithToken = send;
		},
	});
});

test.each([
	['done', ['done'], 1],
	// As MediaWiki does where two scripts save options of one person at the same moment.
	['done', ['internal_api_error_RuntimeException', 'done'], 2],
	['done', [...Array(3).fill('internal_api_error_a'), 'done'], 4],
	['internal_api_error_b', [...Array(3).fill('internal_a'), 'internal_api_error_b', 'done'], 4],
	['blocked', ['blocked', 'done'], 1],
	['badtoken', ['badtoken', 'done'], 1],
])('a change ends with %s where the wiki answers %j, sent %i times', async (end, given, times) => {
	answers = [...given];
	const change = createWikiApi('Person').post({ action: 'options' });
	expect(await change.catch(({ code }) => code)).toBe(end);
	expect(send).toHaveBeenCalledTimes(times);
});

test('every request says in whose name it is, so that no other person’s is written', () => {
	createWikiApi('Person');
	expect(settings).toHaveProperty('parameters.assertuser', 'Person');
	// Its own explanations are shown as they are: as plain text, without HTML.
	expect(settings).toHaveProperty('parameters.errorformat', 'plaintext');
});

test.each([
	['offline', true],
	['timeout', true],
	['server', true],
	['badtoken', true],
	['assertnameduserfailed', true],
	['assertuserfailed', true],
	['readonly', true],
	['ratelimited', true],
	['internal_api_error_DBQueryError', true],
	['blocked', false],
	['permissiondenied', false],
	['option-full', false],
	['a-hook-says-offline', false],
	[undefined, false],
])('the next page may try again what was refused with %s: %j', (code, may) => {
	expect(isPassing({ code })).toBe(may);
});
