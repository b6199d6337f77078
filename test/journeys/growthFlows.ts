import { expect } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import { extensionPageTitle } from '../../gadget/domain/thresholds.ts';
import { homepage } from './growthHomepage.ts';
import {
	elsewhere,
	type GrowthStage,
	hasNamedMentor,
	namedMentor,
	ownConfiguration,
	type Standing,
	setState,
	setStatus,
} from './growthStage.ts';
import type { Step } from './growthSteps.ts';
import { off, on, people, type Visitor } from './visitor.ts';

/** What an editor goes through: the gadget's requests, each of which may be the last of a page. */
export interface Flow {
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

/** An editor whom the wiki has opted out, and what is remembered of them. */
async function arriveOptedOut(stage: GrowthStage, memory: Memory): Promise<Visitor> {
	const mentor = memory.mentor?.name ?? null;
	const visitor = await stage.enroll(people.experienced, { mentor, memory });
	await setStatus(visitor, 'optout');
	return visitor;
}

const graduation: Flow = {
	steps: ['fresh memory', 'mentor’s name', 'memory: begun', 'state', 'memory: done'],
	arrive: (stage) => stage.enroll(people.experienced),
	title: elsewhere,
	end: { status: 'optout', mentor: null },
	memory: { mentor: expect.objectContaining(mentor), graduatedAt: expect.any(String) },
};

const back: Flow = {
	steps: [
		...(['fresh memory', 'mentor’s name', 'texts', 'state', 'mentor'] as const),
		...(['mentor card', 'stored state', 'memory: done'] as const),
	],
	arrive: (stage) => arriveOptedOut(stage, graduated),
	title: homepage,
	wish: 'The same mentor',
	end: hasNamedMentor,
	memory: { mentor: expect.objectContaining(mentor), askedAt: expect.any(String) },
};

/** On every wiki with the extension. */
export const flows: Readonly<Record<string, Flow>> = {
	graduate: { ...graduation, steps: [...graduation.steps, 'texts'], title: homepage },
	'graduate elsewhere': graduation,
	back,
	another: {
		...back,
		// The extension draws the one before: it has no other to draw.
		steps: [
			...(['fresh memory', 'mentor’s name', 'texts', 'memory: begun', 'state'] as const),
			...(['mentor’s name'] as const),
			...(['whether blocked', 'mentor', 'mentor card', 'memory: done'] as const),
		],
		async arrive(stage) {
			await stage.setMentors({ Mentor1: 4, Mentor2: 0, Mentor3: 0 });
			return arriveOptedOut(stage, { ...asked, mentor: { name: 'Mentor1' } });
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
			const visitor = await arriveOptedOut(stage, { ...asked, pending: 'sameMentor' });
			await setStatus(visitor, 'disabled');
			return visitor;
		},
		title: elsewhere,
		wish: undefined,
	},
	'back by another way': {
		...back,
		steps: ['fresh memory', 'mentor’s name', 'mentor', 'memory: done'],
		async arrive(stage) {
			const visitor = await arriveOptedOut(stage, graduated);
			await setStatus(visitor, 'enabled');
			return visitor;
		},
		title: elsewhere,
		wish: undefined,
	},
	'late job': {
		steps: ['fresh memory', 'mentor’s name', 'mentor', 'memory: done'],
		async arrive(stage) {
			const visitor = await arriveOptedOut(stage, { ...graduated, unstoredAt: longAgo });
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
export const flowsBesideOwnRule: Readonly<Record<string, Flow>> = {
	'stay in': {
		steps: ['fresh memory', 'mentor’s name', 'state'],
		arrive: (stage) => stage.enroll(people.experienced, { memory: asked }),
		title: elsewhere,
		end: { ...hasNamedMentor, state: 50 },
		memory: asked,
	},
	'remember ahead': {
		steps: ['fresh memory', 'mentor’s name', 'memory: done'],
		async arrive(stage) {
			await stage.setRule(off);
			await stage.wiki.savePage(extensionPageTitle, ownConfiguration(on));
			return stage.enroll(people.near);
		},
		title: elsewhere,
		end: { ...hasNamedMentor, state: 1 },
		memory: { mentor: expect.objectContaining(mentor) },
	},
};
