import { describe, expect, test } from 'vitest';
import { type Contract, newcomerName, unknownRegistrationName } from './exchanges.ts';
import { aList, aNumber, aText, aTime, aToken, refusal } from './matchers.ts';

const groups = ['*', 'user', 'autoconfirmed'];

/** What the gadget asks without changing anything. */
export function describeReading(get: () => Contract): void {
	test('says who is asking', async () => {
		const answer = await get().newcomer.get({
			action: 'query',
			meta: 'userinfo|tokens',
			uiprop: 'editcount|registrationdate|groups|blockinfo',
		});
		expect(answer).toEqual({
			batchcomplete: true,
			query: {
				userinfo: {
					id: aNumber,
					name: newcomerName,
					groups,
					editcount: 3,
					registrationdate: aTime,
				},
				tokens: { csrftoken: aToken },
			},
		});
	});

	test('says that a person is logged out', async () => {
		const answer = await get().loggedOut.get({
			action: 'query',
			meta: 'userinfo|tokens',
			uiprop: 'editcount|registrationdate|latestcontrib',
		});
		expect(answer).toEqual({
			batchcomplete: true,
			query: {
				userinfo: { id: 0, name: aText, anon: true, editcount: 0 },
				tokens: { csrftoken: '+\\' },
			},
		});
	});

	test('echoes a request id and says what time it is', async () => {
		const answer = await get().newcomer.get({
			action: 'query',
			curtimestamp: '1',
			requestid: 'r1',
		});
		expect(answer).toEqual({ batchcomplete: true, curtimestamp: aTime, requestid: 'r1' });
	});

	test('says which version of MediaWiki it behaves like', async () => {
		const answer = await get().loggedOut.get({ action: 'query', meta: 'siteinfo' });
		expect(answer).toMatchObject({
			query: {
				general: { generator: expect.stringMatching(/^MediaWiki 1\.\d+\.\d+/), lang: 'en' },
			},
		});
	});

	test('knows accounts by name; impossible names come first', async () => {
		const answer = await get().newcomer.get({
			action: 'query',
			list: 'users',
			ususers: `${newcomerName}|No such user|192.0.2.1|${unknownRegistrationName}`,
			usprop: 'editcount|registration|groups|blockinfo|gender',
		});
		expect(answer).toEqual({
			batchcomplete: true,
			query: {
				users: [
					{ name: '192.0.2.1', invalid: true },
					{
						userid: aNumber,
						name: newcomerName,
						editcount: 3,
						registration: aTime,
						groups,
						gender: 'unknown',
					},
					{ name: 'No such user', missing: true },
					{
						userid: aNumber,
						name: unknownRegistrationName,
						editcount: 900,
						registration: null,
						groups,
						gender: 'unknown',
					},
				],
			},
		});
	});

	test('knows accounts by id', async () => {
		const { newcomer } = get();
		const ids = await idsOf(get(), newcomerName);
		const answer = await newcomer.get({
			action: 'query',
			list: 'users',
			ususerids: `${ids}|999999`,
			usprop: 'editcount',
		});
		expect(answer).toEqual({
			batchcomplete: true,
			query: {
				users: [
					{ userid: ids, name: newcomerName, editcount: 3 },
					{ userid: 999999, missing: true },
				],
			},
		});
	});

	test('refuses more accounts at once than it answers for', async () => {
		const ususers = Array.from({ length: 51 }, (_, index) => `User ${index}`).join('|');
		const answer = await get().newcomer.get({ action: 'query', list: 'users', ususers });
		const data = { parameter: 'ususers', limit: 50, lowlimit: 50, highlimit: 500 };
		expect(answer).toEqual(refusal('toomanyvalues', data));
	});

	test('answers an administrator for 500 accounts at once', async () => {
		const ususers = Array.from({ length: 500 }, (_, index) => `User ${index}`).join('|');
		const answer = await get().administrator.post({ action: 'query', list: 'users', ususers });
		expect((answer as { query: { users: unknown[] } }).query.users).toHaveLength(500);
	});

	test('walks all accounts by name', async () => {
		const parameters = { action: 'query', list: 'allusers', auprop: 'editcount|registration' };
		const aufrom = 'Contract newcomer';
		const answer = await get().newcomer.get({ ...parameters, aufrom, aulimit: '1' });
		expect(answer).toEqual({
			batchcomplete: true,
			continue: { aufrom: unknownRegistrationName, continue: '-||' },
			query: {
				allusers: [{ userid: aNumber, name: newcomerName, editcount: 3, registration: aTime }],
			},
		});
	});

	test('says of an unknown registration date that it is empty', async () => {
		const answer = await get().newcomer.get({
			action: 'query',
			list: 'allusers',
			auprop: 'editcount|registration',
			aufrom: unknownRegistrationName,
			aulimit: '1',
		});
		expect(answer).toMatchObject({
			query: { allusers: [{ name: unknownRegistrationName, registration: '' }] },
		});
	});

	test('takes the question for active accounts', async () => {
		const answer = await get().newcomer.get({
			action: 'query',
			list: 'allusers',
			auactiveusers: '1',
			auprop: 'editcount|registration',
		});
		expect(answer).toMatchObject({ batchcomplete: true, query: { allusers: aList } });
	});

	test('walks the pages of a namespace that begin alike', async () => {
		const { wiki, newcomer } = get();
		for (const name of ['b', 'a']) {
			await wiki.savePage(`MediaWiki:Contract-list-${name}`, name);
		}
		const parameters = { action: 'query', list: 'allpages', apnamespace: '8' };
		const apprefix = 'contract-list-';
		const page = (name: string) => ({
			pageid: aNumber,
			ns: 8,
			title: `MediaWiki:Contract-list-${name}`,
		});
		expect(await newcomer.get({ ...parameters, apprefix, aplimit: '2' })).toEqual({
			batchcomplete: true,
			query: { allpages: [page('a'), page('b')] },
		});
		expect(await newcomer.get({ ...parameters, apprefix, aplimit: '1' })).toEqual({
			batchcomplete: true,
			continue: { apcontinue: 'Contract-list-b', continue: '-||' },
			query: { allpages: [page('a')] },
		});
	});

	describe('of interface texts', () => {
		test('says which there are not', async () => {
			const answer = await get().newcomer.get({
				action: 'query',
				meta: 'allmessages',
				ammessages: 'no-such-key',
				amlang: 'de',
			});
			expect(answer).toEqual({
				batchcomplete: true,
				query: {
					allmessages: [{ name: 'no-such-key', normalizedname: 'no-such-key', missing: true }],
				},
			});
		});
	});
}

async function idsOf({ newcomer }: Contract, name: string): Promise<number> {
	const answer = await newcomer.get({ action: 'query', list: 'users', ususers: name });
	return (answer as { query: { users: { userid: number }[] } }).query.users[0]?.userid ?? 0;
}
