import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import { hasOwnRule } from '../../gadget/domain/thresholds.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { askForMentor } from './growthHomepage.ts';
import {
	elsewhere,
	type GrowthStage,
	homepage,
	namedMentor,
	ownConfiguration,
	ownPage,
	people,
	type Standing,
	setState,
	stageGrowth,
} from './growthStage.ts';
import { closeAtStep, listSteps, type Step } from './growthSteps.ts';
import { mentorList, type PreparedWiki } from './preparedWiki.ts';
import { configuration, configurationTitle, on, pageAddress, type Visitor } from './visitor.ts';

/** What somebody goes through: the gadget's requests, each of which may be the last of a page. */
interface Flow {
	/** Those of an undisturbed run; of a step that is made twice, the first goes wrong. */
	readonly steps: readonly Step[];
	/** A person for whom it is about to begin, on the next page of this title. */
	readonly arrive: (stage: GrowthStage) => Promise<Visitor>;
	readonly title: string;
	/** Whom they ask for; nothing is begun before. */
	readonly wish?: 'The same mentor' | 'Another mentor' | undefined;
	readonly end: Partial<Standing>;
	/** What is remembered in the end. */
	readonly memory: Partial<Record<keyof Memory, unknown>>;
}

const longAgo = '2020-01-01T00:00:00.000Z';
const mentor = { name: namedMentor };
const graduated = { version: 1, mentor, graduatedAt: longAgo } as const;
const asked = { ...graduated, askedAt: longAgo } as const;

/** Somebody whom the wiki has opted out, and what is remembered of them. */
async function optedOut(stage: GrowthStage, memory: Memory): Promise<Visitor> {
	const visitor = await stage.enroll(people.experienced, { mentor: memory.mentor?.name ?? null });
	await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
	await visitor.writeMemory(memory);
	return visitor;
}

const graduation = {
	steps: ['fresh memory', 'mentor’s name', 'memory: begun', 'state', 'memory: done'],
	arrive: (stage) => stage.enroll(people.experienced),
	title: elsewhere,
	end: { status: 'optout', mentor: null },
	memory: { mentor: expect.objectContaining(mentor), graduatedAt: expect.any(String) },
} satisfies Flow;

const back = {
	steps: [
		...(['fresh memory', 'mentor’s name', 'texts', 'state', 'mentor'] as const),
		...(['mentor card', 'stored state', 'memory: done'] as const),
	],
	arrive: (stage) => optedOut(stage, graduated),
	title: homepage,
	wish: 'The same mentor',
	end: { status: 'enabled', mentor: namedMentor },
	memory: { mentor: expect.objectContaining(mentor), askedAt: expect.any(String) },
} satisfies Flow;

const flows: Readonly<Record<string, Flow>> = {
	graduate: { ...graduation, steps: [...graduation.steps, 'texts'], title: homepage },
	'graduate elsewhere': graduation,
	back,
	another: {
		...back,
		// The extension draws the one before, and there is nobody else whom it would draw.
		steps: [
			...(['fresh memory', 'mentor’s name', 'texts', 'memory: begun', 'state'] as const),
			...(['mentor’s name'] as const),
			...(['whether blocked', 'mentor', 'mentor card', 'memory: done'] as const),
		],
		async arrive(stage) {
			const text = mentorList(stage.prepared.mentors, { Mentor1: 4, Mentor2: 0, Mentor3: 0 });
			await stage.wiki.savePage('MediaWiki:GrowthMentors.json', text);
			return optedOut(stage, { ...asked, mentor: { name: 'Mentor1' } });
		},
		wish: 'Another mentor',
		end: { status: 'enabled', mentor: expect.stringMatching(/^Mentor[23]$/) },
		memory: { mentor: { name: expect.stringMatching(/^Mentor[23]$/), id: expect.any(Number) } },
	},
	finish: {
		...back,
		steps: [
			...(['fresh memory', 'mentor’s name', 'mentor'] as const),
			...(['stored state', 'memory: done'] as const),
		],
		async arrive(stage) {
			const visitor = await optedOut(stage, { ...asked, pending: 'sameMentor' });
			await visitor.session.post({ action: 'growthsetmenteestatus', state: 'disabled' });
			return visitor;
		},
		title: elsewhere,
		wish: undefined,
	},
	'back by another way': {
		...back,
		steps: ['fresh memory', 'mentor’s name', 'mentor', 'memory: done'],
		async arrive(stage) {
			const visitor = await optedOut(stage, graduated);
			await visitor.session.post({ action: 'growthsetmenteestatus', state: 'enabled' });
			return visitor;
		},
		title: elsewhere,
		wish: undefined,
	},
	'late job': {
		steps: ['fresh memory', 'mentor’s name', 'mentor', 'memory: done'],
		async arrive(stage) {
			const visitor = await optedOut(stage, { ...graduated, unstoredAt: longAgo });
			// As the job leaves it that stores the mentor after the opt-out.
			await setState(visitor.session, 1);
			const named = { mentee: visitor.name, mentor: namedMentor };
			await visitor.session.post({ action: 'growthsetmentor', ...named });
			await setState(visitor.session, 2);
			expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 2 });
			return visitor;
		},
		title: elsewhere,
		end: { status: 'optout', mentor: null },
		memory: graduated,
	},
};

/** What a wiki with a rule of its own adds. */
const flowsBesideOwnRule: Readonly<Record<string, Flow>> = {
	'stay in': {
		steps: ['fresh memory', 'mentor’s name', 'state'],
		async arrive(stage) {
			const visitor = await stage.enroll(people.experienced);
			await visitor.writeMemory(asked);
			return visitor;
		},
		title: elsewhere,
		end: { status: 'enabled', mentor: namedMentor, state: 50 },
		memory: asked,
	},
	'remember ahead': {
		steps: ['fresh memory', 'mentor’s name', 'memory: done'],
		async arrive(stage) {
			await stage.wiki.savePage(configurationTitle, configuration({ ...on, enabled: false }));
			await stage.wiki.savePage(ownPage, ownConfiguration(on));
			return stage.enroll(people.near);
		},
		title: elsewhere,
		end: { status: 'enabled', mentor: namedMentor, state: 1 },
		memory: { mentor: expect.objectContaining(mentor) },
	},
};

/**
 * Every request of every flow may be the last one of a page: the tab is closed before the wiki acted
 * on it, or after. The next page with the loader ends what was begun.
 */
export function describeBrokenOff(prepare: () => Promise<PreparedWiki>, version: string): void {
	const stage = stageGrowth(prepare);
	const all = { ...flows, ...(hasOwnRule({ version, hasExtension: true }) && flowsBesideOwnRule) };

	async function go({ title, wish }: Flow, page: Page): Promise<void> {
		await page.goto(pageAddress(stage.wiki, title, {}));
		await settle(page);
		if (wish) {
			await askForMentor(page, wish);
		}
	}

	async function expectEnd({ end, memory }: Flow, visitor: Visitor): Promise<void> {
		const isPending = async () => 'pending' in Object(await visitor.readMemory());
		await expect.poll(isPending, patience).toBe(false);
		await expect.poll(() => stage.standingOf(visitor), patience).toMatchObject(end);
		await expect.poll(() => visitor.readMemory(), patience).toMatchObject(memory);
		expect(await visitor.readMemory()).not.toHaveProperty('unstoredAt');
	}

	describe.each(Object.entries(all))('%s', (_name, flow) => {
		test('makes the requests that are broken off below', async () => {
			const visitor = await flow.arrive(stage);
			const page = await visitor.context.newPage();
			const steps = listSteps(page);
			await go(flow, page);
			await expectEnd(flow, visitor);
			await settle(page);
			// Sent again where the wiki broke it off, as its own scripts saved something of the person.
			expect([...new Set(steps)].sort()).toEqual([...new Set(flow.steps)].sort());
		});

		const breaks = flow.steps.flatMap((step, index) => {
			const nth = flow.steps.slice(0, index + 1).filter((other) => other === step).length;
			return (['before', 'after'] as const).map((when) => ({ when, step, nth }));
		});

		test.each(breaks)('broken off $when the wiki acted on: $step ($nth)', async (row) => {
			const visitor = await flow.arrive(stage);
			const [remembered, entries] = await Promise.all([visitor.readMemory(), stage.logOf(visitor)]);
			const page = await visitor.context.newPage();
			const closing = await closeAtStep(page, row.step, row.nth, row.when);
			await Promise.allSettled([go(flow, page), page.waitForEvent('close')]);
			await expect.poll(closing.happened, patience).toBe(true);

			const before = await stage.standingOf(visitor);
			const isUntouched = isDeepStrictEqual(await visitor.readMemory(), remembered);
			const hasWish = flow.wish && isUntouched && before.status === 'optout';
			await stage.open(visitor, elsewhere);
			if (hasWish) {
				// The wiki never heard of it: nothing has changed, and they say it again.
				expect(await stage.standingOf(visitor)).toEqual(before);
				await go(flow, await visitor.context.newPage());
			}
			await expectEnd(flow, visitor);
			const written = (await stage.logOf(visitor)).slice(0, -entries.length || undefined);
			expect(written.length).toBeLessThanOrEqual(1);
			expect(written.filter(({ reason }) => reason)).toEqual([]);
		});
	});
}
