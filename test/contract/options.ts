import { describe, expect, test } from 'vitest';
import type { WikiSession } from '../support/wikiUnderTest.ts';
import type { Contract } from './contract.ts';
import { aText, refusal } from './matchers.ts';

const optionname = 'userjs-contract';

/** How the gadget remembers. */
export function describeOptions(get: () => Contract): void {
	describe('of one’s own options', () => {
		test('keeps a value until it is unset', async () => {
			const { newcomer } = get();
			const save = { action: 'options', optionname };
			const optionvalue = '{"version":1,"text":"ä|=&"}';
			expect(await newcomer.post({ ...save, optionvalue })).toEqual({ options: 'success' });
			expect(await readOption(newcomer)).toBe(optionvalue);
			expect(await newcomer.post(save)).toEqual({ options: 'success' });
			expect(await readOption(newcomer)).toBeUndefined();
		});

		test('keeps an empty value', async () => {
			const { newcomer } = get();
			await newcomer.post({ action: 'options', optionname, optionvalue: '' });
			expect(await readOption(newcomer)).toBe('');
		});

		test('changes several at once', async () => {
			const { newcomer } = get();
			const change = `${optionname}=a=b|userjs-contract-other=1`;
			expect(await newcomer.post({ action: 'options', change })).toEqual({ options: 'success' });
			expect(await readOption(newcomer)).toBe('a=b');
		});

		test('keeps them from everybody else', async () => {
			const { newcomer, otherAdministrator } = get();
			await newcomer.post({ action: 'options', optionname, optionvalue: 'mine' });
			expect(await readOption(otherAdministrator)).toBeUndefined();
		});

		test.each([
			['fits', 'x'.repeat(65_530), undefined],
			['is one byte too long', 'x'.repeat(65_531), { options: { warnings: aText } }],
			['is too long in bytes only', 'ä'.repeat(32_766), { options: { warnings: aText } }],
		])('answers success for a value that %s', async (_case, optionvalue, warnings) => {
			const { newcomer } = get();
			await newcomer.post({ action: 'options', optionname });
			const answer = await newcomer.post({ action: 'options', optionname, optionvalue });
			expect(answer).toEqual({ options: 'success', ...(warnings && { warnings }) });
			expect(await readOption(newcomer)).toBe(warnings ? undefined : optionvalue);
		});

		test.each([
			['a value that is too long', optionname, 'x'.repeat(65_531)],
			['an option that there is not', 'contract-nonsense', '1'],
		])('warns of %s in a list of warnings, too', async (_case, name, optionvalue) => {
			const answer = await get().newcomer.post({
				action: 'options',
				optionname: name,
				optionvalue,
				errorformat: 'plaintext',
			});
			expect(answer).toEqual({
				options: 'success',
				warnings: [{ code: 'validationfailed', text: aText, module: 'options' }],
			});
		});

		test('refuses when there is nothing to change', async () => {
			expect(await get().newcomer.post({ action: 'options' })).toEqual(refusal('nochanges'));
		});

		test('refuses a person logged out', async () => {
			const parameters = { action: 'options', optionname, optionvalue: '1' };
			expect(await get().loggedOut.post(parameters)).toEqual(refusal('notloggedin'));
		});
	});
}

async function readOption(session: WikiSession): Promise<unknown> {
	const answer = await session.get({ action: 'query', meta: 'userinfo', uiprop: 'options' });
	return Object(answer).query.userinfo.options[optionname];
}
