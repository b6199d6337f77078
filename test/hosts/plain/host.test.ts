import { beforeEach, expect, test, vi } from 'vitest';
import { type Memory, memoryOption } from '../../../gadget/domain/memory.ts';
import type { MentorProfile } from '../../../gadget/hosts/host.ts';
import { createPlainHost } from '../../../gadget/hosts/plain/host.ts';
import type { ApiParameters, WikiApi } from '../../../gadget/wiki/api.ts';
import { storageOfMediaWiki, stubStorage } from '../../support/browserStorage.ts';

const now = Date.UTC(2026, 10, 22, 12);
const time = new Date(now).toISOString();
const ann = { id: 7, name: 'Ann' };
const ben = { id: 8, name: 'Ben' };
const left = { id: 9, name: 'Left' };
/** On the list, but not by name. */
const unread = { id: 5, name: 'Unread' };
const me = 1;

let saved: Memory;
let listed: readonly {
	readonly id: number;
	readonly name: string;
	readonly [key: string]: unknown;
}[];
let writes: number;
/** What `list=users` says of those who are not simply there. */
let accounts: Readonly<Record<number, object>>;

beforeEach(() => {
	stubStorage();
	const userOptions = new Map<string, unknown>();
	vi.stubGlobal('mw', {
		config: { get: () => ({ wgDBname: 'wiki', wgUserId: me, wgUserName: 'Me' }) },
		log: { warn: vi.fn() },
		storage: storageOfMediaWiki,
		user: { options: userOptions },
		util: { getUrl: (title: string) => `/wiki/${title}` },
	});
	listed = [{ ...unread, username: 5 }, ann, ben];
	writes = 0;
	accounts = {};
});
/** A wiki that keeps one option, and has a list of mentors and what they last did. */
const api: WikiApi = {
	get: async <Answer>({ ususerids }: ApiParameters) => {
		const mentors = listed.map(({ id, name, ...entry }) => [
			id,
			{ username: name, message: null, weight: 2, ...entry },
		]);
		const content = JSON.stringify({ Mentors: Object.fromEntries(mentors) });
		return {
			curtimestamp: time,
			query: {
				pages: [
					{ title: 'MediaWiki:GrowthMentors.json', revisions: [{ slots: { main: { content } } }] },
				],
				userinfo: { options: { [memoryOption]: JSON.stringify(saved) } },
				users: [{ editcount: 12, ...accounts[Number(ususerids)] }],
				usercontribs: [{ timestamp: time }],
			},
		} as Answer;
	},
	post: async <Answer>({ optionvalue }: Readonly<Record<string, unknown>>) => {
		writes += 1;
		saved = JSON.parse(String(optionvalue));
		return { options: 'success' } as Answer;
	},
};

function openHost(memory: Memory) {
	saved = memory;
	const host = createPlainHost({ api, ownId: me, memory, random: () => 0 });
	const shown: MentorProfile[] = [];
	return { host, shown, follow: () => host.followMentor((mentor) => shown.push(mentor)) };
}

const nobody: Memory = { version: 1 };
const had = (mentor: Memory['mentor'], more: Partial<Memory> = {}): Memory => ({
	version: 1,
	...(mentor && { mentor }),
	...more,
});
const asked = { askedAt: time };

test.each<[string, Memory, string, Memory, number]>([
	['gives a first mentor', nobody, 'Ann', had(ann), 1],
	['follows the mentor whom a person has', had(ben), 'Ben', had(ben), 0],
	['replaces a mentor who has left the list', had(left), 'Ann', had(ann), 1],
	['keeps a mentor whose entry cannot be read', had(unread), 'Unread', had(unread), 0],
	['gives one where only a name is remembered', had({ name: 'Ben' }), 'Ben', had(ben), 1],
	[
		'finishes a wish for the same mentor',
		had(ben, { ...asked, pending: 'sameMentor' }),
		'Ben',
		had(ben, asked),
		1,
	],
	[
		'finishes a wish for another',
		had(ann, { ...asked, pending: 'differentMentor' }),
		'Ben',
		had(ben, asked),
		1,
	],
])('at a visit it %s', async (_what, before, name, after, written) => {
	const { follow, shown } = openHost(before);
	await follow();
	expect([shown.at(-1)?.name, saved, writes]).toEqual([name, after, written]);
});

test('shows at once what this browser was told last, also of a mentor who wrote nothing', async () => {
	await openHost(had(ben)).follow();
	const { follow, shown } = openHost(had(ben));
	await follow();
	expect(shown[0]).toEqual(shown[1]);
	expect(shown[0]).toMatchObject({ message: null, editCount: 12 });
});

test.each([
	['there is no such account', { missing: true }, 'Ben'],
	['they are blocked', { blockid: 3 }, 'Ben'],
	['they are blocked from some pages only', { blockid: 3, blockpartial: true }, 'Ann'],
	['they have another name by now', { name: 'Anna' }, 'Anna'],
])('gives a mentor where %s', async (_what, account, name) => {
	accounts = { [ann.id]: account };
	const { follow, shown } = openHost(nobody);
	await follow();
	expect([shown.at(-1)?.name, saved.mentor?.name]).toEqual([name, name]);
});

test('gives no one where all who are listed are blocked, and keeps the wish', async () => {
	accounts = { [ann.id]: { blockid: 3 }, [ben.id]: { blockid: 4 } };
	const { host } = openHost(had(ann, { state: 'optedOut' }));
	await expect(host.getMentor('sameMentor')).rejects.toMatchObject({ code: 'no-mentor' });
	expect(saved).toEqual(had(ann, { ...asked, pending: 'sameMentor' }));
});

test.each([
	['is listed', ann, {}, 'Ann'],
	['is blocked', ann, { blockid: 3 }, undefined],
	['has left', left, {}, undefined],
	['is remembered by name alone', { name: 'Ben' }, {}, 'Ben'],
])('says who comes back where the one they had %s', async (_what, mentor, account, name) => {
	accounts = { [ann.id]: account };
	const { host } = openHost(had(mentor));
	expect(await host.findReturningMentor()).toBe(name);
});

test('entries that cannot be read are named in the console, and given to no one', async () => {
	const { follow, shown } = openHost(nobody);
	listed = [{ ...ann, weight: 'a lot' }, { ...left, awayTimestamp: 'soon' }, ben];
	await follow();
	expect(shown.at(-1)?.name).toBe('Ben');
	expect(vi.mocked(mw.log.warn).mock.calls.flat().join()).toMatch(/GrowthMentors.*: 7,9$/);
});

test('at a visit it keeps the mentor where the list cannot be read', async () => {
	const { follow, shown } = openHost(had(left));
	listed = [];
	await follow();
	expect([shown.at(-1)?.name, saved, writes]).toEqual(['Left', had(left), 0]);
	expect(shown.map(({ message }) => message)).toEqual([undefined, null]);
});

test.each<[string, Memory, 'sameMentor' | 'differentMentor', string, boolean]>([
	['the same one back', had(ben), 'sameMentor', 'Ben', false],
	['one where there was none', nobody, 'sameMentor', 'Ann', false],
	['a substitute for one who has left', had(left), 'sameMentor', 'Ann', true],
	['another', had(ann), 'differentMentor', 'Ben', false],
])('who asks gets %s', async (_what, before, wish, name, isSubstitute) => {
	const { host } = openHost({ ...before, state: 'optedOut' });
	const given = await host.getMentor(wish);
	expect([given.mentor.name, given.isSubstitute]).toEqual([name, isSubstitute]);
	expect(saved).toEqual(
		had(
			[ann, ben].find((mentor) => mentor.name === name),
			asked,
		),
	);
});

test('a person who asks in vain is remembered as having asked', async () => {
	const { host } = openHost(had(ann, { state: 'optedOut' }));
	listed = [];
	await expect(host.getMentor('sameMentor')).rejects.toMatchObject({ code: 'no-mentor' });
	expect(saved).toEqual(had(ann, { ...asked, pending: 'sameMentor' }));
});

test('a first visit where there is no mentor writes nothing', async () => {
	const { follow } = openHost(nobody);
	listed = [];
	await expect(follow()).rejects.toMatchObject({ code: 'no-mentor' });
	expect(writes).toBe(0);
});

test('who opts out keeps the mentor for later, and may choose', async () => {
	const { host } = openHost(had(ann));
	expect(host.choosableMentor()).toBeNull();
	await host.optOut();
	expect(saved).toEqual(had(ann, { state: 'optedOut' }));
	expect(host.choosableMentor()).toBe('Ann');
});

test('what another device remembered since is what counts', async () => {
	const { host } = openHost(had(ann, { state: 'optedOut' }));
	saved = had(ben, { state: 'optedOut' });
	expect((await host.getMentor('sameMentor')).mentor.name).toBe('Ben');
	saved = had(left, asked);
	await host.optOut();
	expect(saved).toEqual(had(left, { ...asked, state: 'optedOut' }));
});

test('who asks gets no one from a wiki that does not tell the time', async () => {
	const { host } = openHost(had(ann, { state: 'optedOut' }));
	const { get } = api;
	const timeless = async () => ({ ...Object(await get({})), curtimestamp: undefined });
	vi.spyOn(api, 'get').mockImplementationOnce(timeless);
	await expect(host.getMentor('sameMentor')).rejects.toMatchObject({ code: 'server' });
	expect(writes).toBe(0);
});
