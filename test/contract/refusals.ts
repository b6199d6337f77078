import { describe, expect, test } from 'vitest';
import { type Contract, newcomerName } from './contract.ts';
import { aText, plainRefusal, refusal } from './matchers.ts';

const option = { action: 'options', optionname: 'userjs-contract', optionvalue: '1' };

/** What the gadget is told when something is not as it thought. */
export function describeRefusals(get: () => Contract): void {
	describe('refuses', () => {
		const inTheirName = { assertuser: newcomerName };

		test.each([
			['as a user by a person logged out', 'loggedOut', { assert: 'user' }, 'assertuserfailed'],
			['as nobody by a user', 'newcomer', { assert: 'anon' }, 'assertanonfailed'],
			['in another’s name', 'administrator', inTheirName, 'assertnameduserfailed'],
			['in a name by a person logged out', 'loggedOut', inTheirName, 'assertnameduserfailed'],
			['for an action that there is not', 'newcomer', { action: 'nosuchaction' }, 'badvalue'],
		] as const)('to be asked %s', async (_case, who, parameters, code) => {
			const session = get()[who];
			const query = { action: 'query', ...parameters };
			expect(await session.get(query)).toEqual(refusal(code));
			const plain = await session.get({ ...query, errorformat: 'plaintext' });
			expect(plain).toEqual(plainRefusal('main', code));
		});

		test.each([
			['of nobody', 'bad+\\'],
			['of a person logged out', '+\\'],
		])('a token %s', async (_case, token) => {
			const { newcomer } = get();
			expect(await newcomer.post({ ...option, token })).toEqual(refusal('badtoken'));
			const plain = await newcomer.post({ ...option, token, errorformat: 'plaintext' });
			expect(plain).toEqual(plainRefusal('options', 'badtoken'));
		});

		test('a token of another session', async () => {
			const { newcomer, administrator } = get();
			const answer = await administrator.get({ action: 'query', meta: 'tokens' });
			const stolen = { ...option, token: Object(answer).query.tokens.csrftoken };
			expect(await newcomer.post(stolen)).toEqual(refusal('badtoken'));
		});

		test('a change by a mere address', async () => {
			const { newcomer } = get();
			expect(await newcomer.get(option)).toEqual(refusal('missingparam'));
			expect(await newcomer.get({ ...option, token: '+\\' })).toEqual(refusal('mustpostparams'));
		});

		test('a question without what it is about', async () => {
			const query = { action: 'query', list: 'usercontribs' };
			expect(await get().newcomer.get(query)).toEqual(refusal('missingparam'));
		});
	});

	test('names the error in a header, too', async () => {
		const query = new URLSearchParams({ action: 'nosuchaction', format: 'json' });
		const response = await fetch(`${get().wiki.origin}/api.php?${query}`);
		expect(response.status).toBe(200);
		expect(response.headers.get('MediaWiki-API-Error')).toBe('badvalue');
	});

	test.each([
		[
			'a parameter',
			{ contractnonsense: '1' },
			{},
			'main',
			{ code: 'unrecognizedparams', text: aText, module: 'main' },
		],
		[
			'a value',
			{ list: 'users', usprop: 'nonsense' },
			{ query: { users: [] } },
			'users',
			{
				code: 'unrecognizedvalues',
				text: aText,
				data: { values: ['nonsense'] },
				module: 'query+users',
			},
		],
	])('answers in spite of %s that it does not know, and warns', async (...row) => {
		const [, parameters, answer, module, warning] = row;
		const ask = { action: 'query', ...parameters };
		const { newcomer } = get();
		expect(await newcomer.get(ask)).toEqual({
			batchcomplete: true,
			...answer,
			warnings: { [module]: { warnings: aText } },
		});
		expect(await newcomer.get({ ...ask, errorformat: 'plaintext' })).toEqual({
			batchcomplete: true,
			...answer,
			warnings: [warning],
		});
	});
}
