// @vitest-environment happy-dom
import jQuery from 'jquery';
import { beforeEach, describe, expect, test } from 'vitest';
import { createClientApi } from '../../public/mw/api.ts';
import { createMap } from '../../public/mw/map.ts';
import { createUser } from '../../public/mw/user.ts';

/** What the wiki answers to the next requests, in turn. */
type Reply = object | 'offline' | 'empty';

let sent: URLSearchParams[];

beforeEach(() => {
	sent = [];
});

function createWikiApi(replies: readonly Reply[]) {
	let next = 0;
	const ajax = ({ data }: { data: string }) => {
		sent.push(new URLSearchParams(data));
		const reply = replies[next];
		next += 1;
		const deferred = jQuery.Deferred();
		const xhr = deferred.promise();
		if (reply === 'offline') {
			deferred.reject(xhr, 'error', '');
		} else {
			deferred.resolve(reply === 'empty' ? '' : reply, 'success', xhr);
		}
		return xhr;
	};
	const config = createMap({ wgScriptPath: '', wgUserName: 'Nora' });
	const user = createUser({
		config: {},
		language: 'en',
		options: {},
		tokens: { csrfToken: 'page+\\' },
		modules: {},
		pageModules: [],
		gadgets: [],
	});
	const Api = createClientApi({
		jQuery: Object.assign(Object.create(jQuery), { ajax }),
		config,
		user,
	});
	return new Api({ parameters: { formatversion: 2 } });
}

/** What a promise of jQuery's comes to. */
function outcome(promise: JQuery.Promise<unknown>): Promise<unknown[]> {
	return new Promise((resolve) => {
		promise.then(
			(...values: unknown[]) => resolve(['resolved', ...values]),
			(...values: unknown[]) => resolve(['rejected', ...values]),
		);
	});
}

const badToken = { error: { code: 'badtoken' } };
const freshToken = { query: { tokens: { csrftoken: 'fresh+\\' } } };

describe('a request', () => {
	test('resolves with the answer', async () => {
		const [kind, answer] = await outcome(createWikiApi([{ ok: 1 }]).get({ meta: 'userinfo' }));
		expect([kind, answer]).toEqual(['resolved', { ok: 1 }]);
		expect(Object.fromEntries(sent[0] ?? [])).toEqual({
			action: 'query',
			format: 'json',
			formatversion: '2',
			meta: 'userinfo',
		});
	});

	test.each([
		['an error', { error: { code: 'readonly' } }, 'readonly'],
		['a list of errors', { errors: [{ code: 'blocked' }, { code: 'other' }] }, 'blocked'],
		['an error without a code', { error: {} }, 'unknown'],
	])('rejects with the code of %s', async (_case, reply, code) => {
		const [kind, ...values] = await outcome(createWikiApi([reply]).get({}));
		expect(kind).toBe('rejected');
		expect(values.slice(0, 3)).toEqual([code, reply, reply]);
	});

	test('rejects an answer that is empty', async () => {
		const [kind, code] = await outcome(createWikiApi(['empty']).get({}));
		expect([kind, code]).toEqual(['rejected', 'ok-but-empty']);
	});

	test('rejects with what jQuery knows where there was no answer', async () => {
		const [kind, code, data] = await outcome(createWikiApi(['offline']).get({}));
		expect([kind, code]).toEqual(['rejected', 'http']);
		expect(data).toMatchObject({ textStatus: 'error', exception: '' });
		expect(data).toHaveProperty('xhr');
	});

	test.each([
		['lists', { titles: ['A', 'B'] }, 'titles', 'A|B'],
		['lists with a bar in them', { titles: ['A|B', 'C'] }, 'titles', '\u001fA|B\u001fC'],
		['true', { createonly: true }, 'createonly', '1'],
		['false', { createonly: false }, 'createonly', null],
		['undefined', { createonly: undefined }, 'createonly', null],
	])('sends %s as MediaWiki reads them', async (_case, parameters, name, value) => {
		await outcome(createWikiApi([{}]).get(parameters));
		expect(sent[0]?.get(name)).toBe(value);
	});
});

describe('a change with a token', () => {
	const post = (api: ReturnType<typeof createWikiApi>) =>
		api.postWithToken('csrf', { action: 'options', token: 'ignored' });

	test('uses the token that the page brought, last of all', async () => {
		await outcome(post(createWikiApi([{ options: 'success' }])));
		expect(sent[0]?.get('token')).toBe('page+\\');
		expect([...(sent[0]?.keys() ?? [])].at(-1)).toBe('token');
	});

	test('is tried once more with a new token where the old one is refused', async () => {
		const api = createWikiApi([badToken, freshToken, { options: 'success' }]);
		const [kind, answer] = await outcome(post(api));
		expect([kind, answer]).toEqual(['resolved', { options: 'success' }]);
		expect(sent.map((request) => request.get('token'))).toEqual(['page+\\', null, 'fresh+\\']);
	});

	test('is not tried a third time', async () => {
		const [kind, code] = await outcome(post(createWikiApi([badToken, freshToken, badToken])));
		expect([kind, code]).toEqual(['rejected', 'badtoken']);
		expect(sent).toHaveLength(3);
	});

	test('rejects with why there was no new token', async () => {
		const [kind, code] = await outcome(post(createWikiApi([badToken, 'offline'])));
		expect([kind, code]).toEqual(['rejected', 'http']);
	});

	test('is not tried again for another reason', async () => {
		const [, code] = await outcome(post(createWikiApi([{ error: { code: 'readonly' } }])));
		expect(code).toBe('readonly');
		expect(sent).toHaveLength(1);
	});
});
