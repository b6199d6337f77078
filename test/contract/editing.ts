import { describe, expect, test } from 'vitest';
import { type Contract, newcomerName } from './contract.ts';
import { aNumber, aText, aTime, plainRefusal, refusal } from './matchers.ts';

const title = 'MediaWiki:Gadget-contract.json';

interface Edited {
	readonly edit: { readonly newrevid: number; readonly pageid: number };
}

/** How the configuration form reads and saves a page, and how an edit is found again. */
export function describeEditing(get: () => Contract): void {
	const save = (text: string, more: Record<string, string> = {}) =>
		get().administrator.post({ action: 'edit', title, text, ...more });
	const fresh = async (text: string): Promise<Edited> => {
		await get().wiki.deletePage(title);
		return (await save(text)) as Edited;
	};

	describe('of pages', () => {
		test('reads JSON pages, those that there are not in front', async () => {
			await fresh('{"a":1}');
			const answer = await get().newcomer.get({
				action: 'query',
				prop: 'revisions',
				titles: `${title}|MediaWiki:No such.json|mediaWiki:gadget-contract.json`,
				rvprop: 'ids|timestamp|content|user|comment',
				rvslots: 'main',
			});
			const content = '{\n\t"a": 1\n}';
			const main = { contentmodel: 'json', contentformat: 'application/json', content };
			expect(answer).toEqual({
				batchcomplete: true,
				query: {
					normalized: [{ fromencoded: false, from: 'mediaWiki:gadget-contract.json', to: title }],
					pages: [
						{ ns: 8, title: 'MediaWiki:No such.json', missing: true },
						{
							pageid: aNumber,
							ns: 8,
							title,
							revisions: [
								{
									revid: aNumber,
									parentid: 0,
									timestamp: aTime,
									user: aText,
									comment: aText,
									slots: { main },
								},
							],
						},
					],
				},
			});
		});

		test.each([
			['order of keys', '{"b":1,"10":2,"2":3}', '{\n\t"b": 1,\n\t"10": 2,\n\t"2": 3\n}'],
			['nothing inside', '{"a":{},"b":[]}', '{\n\t"a": {},\n\t"b": []\n}'],
			['what is inside', '[1,{"a":[null]}]', '[\n\t1,\n\t{\n\t\t"a": [\n\t\t\tnull\n\t\t]\n\t}\n]'],
			['letters and slashes', '{"a":"/ü\\u00e9"}', '{\n\t"a": "/üé"\n}'],
			['what HTML would take for its own', '["<>&"]', '[\n\t"\\u003C\\u003E\\u0026"\n]'],
			['numbers', '[1.0,1e3,-0.5]', '[\n\t1,\n\t1000,\n\t-0.5\n]'],
		])('indents JSON: %s', async (_case, text, stored) => {
			await fresh(text);
			expect(await readContent(get())).toBe(stored);
		});

		const done = { result: 'Success', title, contentmodel: 'json', watched: true };
		const newRevision = { newrevid: aNumber, newtimestamp: aTime };

		test('creates a page', async () => {
			expect(await fresh('{}')).toEqual({
				edit: { ...done, ...newRevision, new: true, pageid: aNumber, oldrevid: 0 },
			});
		});

		test('saves a page that is what it was when it was read', async () => {
			const { newrevid: oldrevid, pageid } = (await fresh('{}')).edit;
			expect(await save('{"a":1}', { baserevid: String(oldrevid) })).toEqual({
				edit: { ...done, ...newRevision, pageid, oldrevid },
			});
		});

		test('says that nothing changed', async () => {
			const { pageid } = (await fresh('{"a":1}')).edit;
			expect(await save(' {"a" : 1}\n')).toEqual({ edit: { ...done, pageid, nochange: true } });
		});

		test.each(['administrator', 'otherAdministrator'] as const)(
			'refuses a page that the %s has changed since it was read',
			async (editor) => {
				const { edit } = await fresh('{}');
				await get()[editor].post({ action: 'edit', title, text: '{"b":2}' });
				const stale = { baserevid: String(edit.newrevid) };
				expect(await save('{"a":1}', stale)).toEqual(refusal('editconflict'));
			},
		);

		test.each([
			['a page to be created that is there', 'articleexists', '{}', { createonly: '1' }],
			['text that is not JSON', 'invalid-json-data', '{nope', {}],
			['no text at all', 'invalid-json-data', '', {}],
		])('refuses %s', async (_case, code, text, more) => {
			await fresh('{"a":1}');
			expect(await save(text, more)).toEqual(refusal(code));
		});

		test('refuses a page to be changed that is not there', async () => {
			const missing = 'MediaWiki:Gadget-contract-none.json';
			const parameters = { action: 'edit', title: missing, text: '{}', nocreate: '1' };
			expect(await get().administrator.post(parameters)).toEqual(refusal('missingtitle'));
		});

		test('refuses a person who may not edit the interface', async () => {
			await fresh('{}');
			const parameters = { action: 'edit', title, text: '{"a":1}' };
			const { newcomer } = get();
			expect(await newcomer.post(parameters)).toEqual(refusal('protectednamespace-interface'));
			expect(await newcomer.post({ ...parameters, errorformat: 'plaintext' })).toEqual(
				plainRefusal('edit', 'protectednamespace-interface', 'sitejsonprotected'),
			);
		});

		test('finds a person’s latest edit, and none of a person whom it does not know', async () => {
			const { newcomer } = get();
			await newcomer.post({ action: 'edit', title: 'Project:Contract', text: String(Date.now()) });
			const ask = { action: 'query', list: 'usercontribs', uclimit: '1', ucprop: 'timestamp' };
			expect(await newcomer.get({ ...ask, ucuser: newcomerName })).toMatchObject({
				query: { usercontribs: [{ userid: aNumber, user: newcomerName, timestamp: aTime }] },
			});
			expect(await newcomer.get({ ...ask, ucuser: 'No such user' })).toEqual({
				batchcomplete: true,
				query: { usercontribs: [] },
			});
		});
	});
}

async function readContent({ newcomer }: Contract): Promise<unknown> {
	const revisions = { prop: 'revisions', titles: title, rvprop: 'content', rvslots: 'main' };
	const answer = await newcomer.get({ action: 'query', ...revisions });
	return Object(answer).query.pages[0].revisions[0].slots.main.content;
}
