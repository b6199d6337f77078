import { describe, expect, test } from 'vitest';
import { type Contract, newcomerName } from './exchanges.ts';
import { aText, plainRefusal, refusal } from './matchers.ts';

const option = { action: 'options', optionname: 'userjs-contract', optionvalue: '1' };

/** What the gadget is told when something is not as it thought. */
export function describeRefusals(get: () => Contract): void {
	describe('refuses', () => {
		test.each([
			[
				'to be asked as a user by somebody logged out',
				'loggedOut',
				{ assert: 'user' },
				'assertuserfailed',
			],
			['to be asked as nobody by a user', 'newcomer', { assert: 'anon' }, 'assertanonfailed'],
			[
				'to be asked in another’s name',
				'administrator',
				{ assertuser: newcomerName },
				'assertnameduserfailed',
			],
			[
				'to be asked in a name by somebody logged out',
				'loggedOut',
				{ assertuser: newcomerName },
				'assertnameduserfailed',
			],
		] as const)('%s', async (_case, who, parameters, code) => {
			const session = get()[who];
			const query = { action: 'query', ...parameters };
			expect(await session.get(query)).toEqual(refusal(code));
			const plain = await session.get({ ...query, errorformat: 'plaintext' });
			expect(plain).toEqual(plainRefusal('main', code));
		});

		test('an action that there is not', async () => {
			const query = { action: 'nosuchaction' };
			expect(await get().newcomer.get(query)).toEqual(refusal('badvalue'));
			const plain = await get().newcomer.get({ ...query, errorformat: 'plaintext' });
			expect(plain).toEqual(plainRefusal('main', 'badvalue'));
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
			const { query } = answer as { query: { tokens: { csrftoken: string } } };
			const stolen = { ...option, token: query.tokens.csrftoken };
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

	test('answers in spite of a parameter that it does not know, and warns', async () => {
		const query = { action: 'query', contractnonsense: '1' };
		expect(await get().newcomer.get(query)).toEqual({
			batchcomplete: true,
			warnings: { main: { warnings: aText } },
		});
		expect(await get().newcomer.get({ ...query, errorformat: 'plaintext' })).toEqual({
			batchcomplete: true,
			warnings: [{ code: 'unrecognizedparams', text: aText, module: 'main' }],
		});
	});

	test('answers in spite of a value that it does not know, and warns', async () => {
		const query = { action: 'query', list: 'users', usprop: 'nonsense' };
		expect(await get().newcomer.get(query)).toEqual({
			batchcomplete: true,
			query: { users: [] },
			warnings: { users: { warnings: aText } },
		});
		expect(await get().newcomer.get({ ...query, errorformat: 'plaintext' })).toEqual({
			batchcomplete: true,
			query: { users: [] },
			warnings: [
				{
					code: 'unrecognizedvalues',
					text: aText,
					data: { values: ['nonsense'] },
					module: 'query+users',
				},
			],
		});
	});
}
