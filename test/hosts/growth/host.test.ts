import { beforeEach, describe, expect, test } from 'vitest';
import type { Memory, Wish } from '../../../gadget/domain/memory.ts';
import { createFakeGrowthWiki, type FakeGrowthWikiOptions, stubMw } from './fakeGrowthWiki.ts';

const then = '1970-01-01T00:00:00.000Z';
const before = { name: 'Before' };
const graduated = { mentor: before, graduatedAt: then } as const;
const asking = (wish: Wish) => ({ ...graduated, askedAt: then, pending: wish }) as const;

beforeEach(stubMw);

describe('finish', () => {
	interface Transition {
		readonly what: string;
		readonly wiki: FakeGrowthWikiOptions;
		/** What is changed, in order. */
		readonly posts: readonly string[];
		/** The mentor whom the page has yet to name. */
		readonly given: string | undefined;
		readonly memory: Partial<Memory>;
	}
	const back = { mentor: before, graduatedAt: then, askedAt: then };

	test.each<Transition>([
		{
			what: 'notes that a graduation is done where the wiki says so',
			wiki: { status: 'optout', memory: { ...graduated, pending: 'graduation' } },
			posts: ['memory: done'],
			given: undefined,
			memory: graduated,
		},
		{
			what: 'leaves a graduation that never reached the wiki to the rule',
			wiki: { mentor: 'Before', memory: { ...graduated, pending: 'graduation' } },
			posts: [],
			given: undefined,
			memory: { ...graduated, pending: 'graduation' },
		},
		{
			what: 'has nothing to do for somebody opted out',
			wiki: { status: 'optout', memory: graduated },
			posts: [],
			given: undefined,
			memory: graduated,
		},
		{
			what: 'has nothing to do for somebody who has their mentor back',
			wiki: { mentor: 'Before', memory: back },
			posts: [],
			given: undefined,
			memory: back,
		},
		{
			what: 'has nothing to do for somebody whom the rule never opted out',
			wiki: { mentor: 'Before', memory: { mentor: before } },
			posts: [],
			given: undefined,
			memory: { mentor: before },
		},
		{
			what: 'counts being back by another way as having asked',
			wiki: { mentor: 'Before', memory: graduated },
			posts: ['memory: sameMentor', 'memory: done'],
			given: undefined,
			memory: back,
		},
		{
			what: 'gives the same mentor to somebody who is back by another way',
			wiki: { mentor: 'Drawn', memory: graduated },
			posts: ['memory: sameMentor', 'mentor: Before', 'memory: done'],
			given: 'Before',
			memory: back,
		},
		{
			what: 'does all that was promised where nothing had been done',
			wiki: { status: 'optout', memory: asking('sameMentor') },
			posts: ['enabled', 'mentor: Before', 'memory: done'],
			given: 'Before',
			memory: back,
		},
		{
			what: 'sets the mentor where only that was missing',
			wiki: { mentor: 'Drawn', memory: asking('sameMentor') },
			posts: ['mentor: Before', 'memory: done'],
			given: 'Before',
			memory: back,
		},
		{
			what: 'notes that the same mentor is back where the page shows them',
			wiki: { mentor: 'Before', memory: asking('sameMentor') },
			posts: ['memory: done'],
			given: undefined,
			memory: back,
		},
		{
			what: 'notes the different mentor whom the page shows',
			wiki: { mentor: 'Drawn', memory: asking('differentMentor') },
			posts: ['memory: done'],
			given: undefined,
			memory: { ...back, mentor: { name: 'Drawn' } },
		},
		{
			what: 'gives a different mentor where the lot fell on the same',
			wiki: { mentor: 'Before', memory: asking('differentMentor') },
			posts: ['mentor: Drawn', 'memory: done'],
			given: 'Drawn',
			memory: { ...back, mentor: { name: 'Drawn' } },
		},
		{
			what: 'keeps the drawn mentor, whom the page shows, where the same has left',
			wiki: { mentor: 'Drawn', memory: asking('sameMentor'), listed: ['Drawn'] },
			posts: ['mentor: Before', 'memory: done'],
			given: undefined,
			memory: { ...back, mentor: { name: 'Drawn' } },
		},
	])('$what', async ({ wiki, posts, given, memory }) => {
		const fake = createFakeGrowthWiki(wiki);
		const result = await fake.host.finish();
		expect(result?.mentor.name).toBe(given);
		await expect.poll(() => fake.posts).toEqual(posts);
		expect(fake.read().memory).toEqual({ version: 1, ...memory });
	});
});

describe('graduate', () => {
	test('remembers the mentor before it frees them', async () => {
		const fake = createFakeGrowthWiki({ mentor: 'Before' });
		expect(await fake.host.graduate()).toBe(true);
		expect(fake.posts).toEqual(['memory: graduation', 'optout', 'memory: done']);
		expect(fake.read()).toEqual({
			status: 'optout',
			mentor: undefined,
			memory: { version: 1, ...graduated },
		});
	});

	test('changes nothing where the wiki knows, and the page did not, that they have asked', async () => {
		const memory = { mentor: before, askedAt: then };
		const fake = createFakeGrowthWiki({ mentor: 'Before', memory, memoryOnPage: {} });
		expect(await fake.host.graduate()).toBe(false);
		expect(fake.posts).toEqual([]);
	});

	test('does not opt out somebody who is already, and finishes what was begun', async () => {
		const memory = { ...graduated, pending: 'graduation' } as const;
		const fake = createFakeGrowthWiki({ status: 'optout', memory, memoryOnPage: {} });
		expect(await fake.host.graduate()).toBe(true);
		expect(fake.posts).toEqual(['memory: done']);
	});

	test('keeps the first mentor where a drawn one has taken their place meanwhile', async () => {
		const memory = { ...graduated, pending: 'graduation' } as const;
		const fake = createFakeGrowthWiki({ mentor: 'Drawn', memory });
		await fake.host.graduate();
		expect(fake.read().memory?.mentor).toEqual(before);
	});

	test('leaves a memory of a newer version of the gadget alone', async () => {
		const memory = Object({ version: 2 });
		const fake = createFakeGrowthWiki({ mentor: 'Before', memory, memoryOnPage: {} });
		await expect(fake.host.graduate()).rejects.toThrow('newer-gadget');
		expect(fake.posts).toEqual([]);
	});

	test('comes before the mentor whom somebody asks for at once', async () => {
		const fake = createFakeGrowthWiki({ mentor: 'Before' });
		await Promise.all([fake.host.graduate(), fake.host.getMentor('sameMentor')]);
		expect(fake.posts.slice(0, 6)).toEqual([
			'memory: graduation',
			'optout',
			'memory: done',
			'memory: sameMentor',
			'enabled',
			'mentor: Before',
		]);
	});
});

test('whoever has asked before may choose; whoever the rule opted out may not', () => {
	const choosable = (memory: Partial<Memory>) =>
		createFakeGrowthWiki({ status: 'optout', memory }).host.choosableMentor();
	expect(choosable(graduated)).toBeNull();
	expect(choosable(asking('sameMentor'))).toBeNull();
	expect(choosable({ ...graduated, askedAt: then })).toBe('Before');
	// Asked for, but half-way something failed: whoever tries again wants that still.
	expect(choosable(asking('differentMentor'))).toBe('Before');
});

test('refresh takes the wiki’s word, but not over what has been begun here since', async () => {
	const memory = { ...graduated, askedAt: then };
	const fake = createFakeGrowthWiki({ status: 'optout', memory, memoryOnPage: {} });
	await fake.host.refresh();
	expect(fake.host.choosableMentor()).toBe('Before');
	await Promise.all([fake.host.getMentor('differentMentor'), fake.host.refresh()]);
	await expect.poll(() => fake.read().memory?.mentor).toEqual({ name: 'Drawn' });
});
