import { expect, test } from 'vitest';
import { type Contract, newcomerName, unknownRegistrationName } from './contract.ts';
import { aList, aNumber, aText, aTime, aToken, refusal } from './matchers.ts';

const groups = ['*', 'user', 'autoconfirmed'];
const newcomer = { userid: aNumber, name: newcomerName, editcount: 3 };

/** A whole answer. */
const answered = (query: object) => ({ batchcomplete: true, query });
const numbered = (count: number) =>
	Array.from({ length: count }, (_, index) => `User ${index}`).join('|');

interface Question {
	readonly what: string;
	/** Who asks; the newcomer unless told. */
	readonly who?: 'newcomer' | 'administrator' | 'loggedOut';
	readonly ask: Readonly<Record<string, string>>;
	readonly answer: unknown;
}

const questions: readonly Question[] = [
	{
		what: 'says who is asking',
		ask: { meta: 'userinfo|tokens', uiprop: 'editcount|registrationdate|groups|blockinfo' },
		answer: answered({
			userinfo: {
				id: aNumber,
				name: newcomerName,
				groups,
				editcount: 3,
				registrationdate: aTime,
			},
			tokens: { csrftoken: aToken },
		}),
	},
	{
		what: 'says that a person is logged out',
		who: 'loggedOut',
		ask: { meta: 'userinfo|tokens', uiprop: 'editcount|registrationdate|latestcontrib' },
		answer: answered({
			userinfo: { id: 0, name: aText, anon: true, editcount: 0 },
			tokens: { csrftoken: '+\\' },
		}),
	},
	{
		what: 'says what time it is',
		ask: { curtimestamp: '1' },
		answer: { batchcomplete: true, curtimestamp: aTime },
	},
	{
		what: 'says which version of MediaWiki it behaves like',
		who: 'loggedOut',
		ask: { meta: 'siteinfo' },
		answer: expect.objectContaining({
			query: {
				general: expect.objectContaining({
					generator: expect.stringMatching(/^MediaWiki 1\.\d+\.\d+/),
					lang: 'en',
				}),
			},
		}),
	},
	{
		what: 'knows accounts by name; impossible names come first',
		ask: {
			list: 'users',
			ususers: `${newcomerName}|No such user|192.0.2.1|${unknownRegistrationName}`,
			usprop: 'editcount|registration|groups|blockinfo|gender',
		},
		answer: answered({
			users: [
				{ name: '192.0.2.1', invalid: true },
				{ ...newcomer, registration: aTime, groups, gender: 'unknown' },
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
		}),
	},
	{
		what: 'refuses more accounts at once than it answers for',
		ask: { list: 'users', ususers: numbered(51) },
		answer: refusal('toomanyvalues', {
			parameter: 'ususers',
			limit: 50,
			lowlimit: 50,
			highlimit: 500,
		}),
	},
	{
		what: 'walks all accounts by name',
		ask: {
			list: 'allusers',
			auprop: 'editcount|registration',
			aufrom: newcomerName,
			aulimit: '1',
		},
		answer: {
			...answered({ allusers: [{ ...newcomer, registration: aTime }] }),
			continue: { aufrom: unknownRegistrationName, continue: '-||' },
		},
	},
	{
		what: 'says of an unknown registration date that it is empty',
		ask: {
			list: 'allusers',
			auprop: 'registration',
			aufrom: unknownRegistrationName,
			aulimit: '1',
		},
		answer: expect.objectContaining({
			query: {
				allusers: [expect.objectContaining({ name: unknownRegistrationName, registration: '' })],
			},
		}),
	},
	{
		what: 'takes the question for active accounts',
		ask: { list: 'allusers', auactiveusers: '1', auprop: 'editcount|registration' },
		answer: expect.objectContaining(answered({ allusers: aList })),
	},
	{
		what: 'says which interface texts there are not',
		ask: { meta: 'allmessages', ammessages: 'no-such-key', amlang: 'de' },
		answer: answered({
			allmessages: [{ name: 'no-such-key', normalizedname: 'no-such-key', missing: true }],
		}),
	},
];

/** What the gadget asks without changing anything. */
export function describeReading(get: () => Contract): void {
	test.each(questions)('$what', async ({ who = 'newcomer', ask, answer }) => {
		expect(await get()[who].get({ action: 'query', ...ask })).toEqual(answer);
	});

	test('knows accounts by id', async () => {
		const ask = { action: 'query', list: 'users', usprop: 'editcount' };
		const byName = await get().newcomer.get({ ...ask, ususers: newcomerName });
		const { userid } = Object(byName).query.users[0];
		const ususerids = `${userid}|999999`;
		expect(await get().newcomer.get({ ...ask, ususerids })).toEqual(
			answered({
				users: [
					{ ...newcomer, userid },
					{ userid: 999999, missing: true },
				],
			}),
		);
	});

	test('answers an administrator for 500 accounts at once', async () => {
		const ask = { action: 'query', list: 'users', ususers: numbered(500) };
		expect(Object(await get().administrator.post(ask)).query.users).toHaveLength(500);
	});

	test('walks the pages of a namespace that begin alike', async () => {
		const { wiki, newcomer: asking } = get();
		for (const name of ['b', 'a']) {
			await wiki.savePage(`MediaWiki:Contract-list-${name}`, name);
		}
		const ask = { action: 'query', list: 'allpages', apnamespace: '8', apprefix: 'contract-list-' };
		const page = (name: string) => ({
			pageid: aNumber,
			ns: 8,
			title: `MediaWiki:Contract-list-${name}`,
		});
		expect(await asking.get({ ...ask, aplimit: '2' })).toEqual(
			answered({ allpages: [page('a'), page('b')] }),
		);
		expect(await asking.get({ ...ask, aplimit: '1' })).toEqual({
			...answered({ allpages: [page('a')] }),
			continue: { apcontinue: 'Contract-list-b', continue: '-||' },
		});
	});
}
