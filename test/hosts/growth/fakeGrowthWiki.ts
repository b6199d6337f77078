import { vi } from 'vitest';
import type { Wish } from '../../../gadget/domain/memory.ts';
import { type Memory, memoryOption, readMemory } from '../../../gadget/domain/memory.ts';
import type { Situation } from '../../../gadget/domain/rule.ts';
import { decideTask } from '../../../gadget/domain/rule.ts';
import {
	hasOwnRule,
	thresholdsKey,
	thresholdsThatCount,
} from '../../../gadget/domain/thresholds.ts';
import { createGrowthHost, type Outcome } from '../../../gadget/hosts/growth/host.ts';
import type { GivenMentor } from '../../../gadget/hosts/host.ts';
import { ApiError, type ApiParameters, type WikiApi } from '../../../gadget/wiki/api.ts';
import { createGrowthApi } from '../../../gadget/wiki/growthApi.ts';
import { readState, stateOption } from '../../../gadget/wiki/growthState.ts';

export const wikiTime = Date.UTC(2026, 10, 28, 12);
const day = 86_400_000;
const gadgetPage = { [thresholdsKey]: { enabled: true, minEditcount: 500, minTenureInDays: 30 } };

/** One person on a wiki with GrowthExperiments, and what the wiki has of them. */
export interface FakeWiki {
	version: '1.43.9' | '1.45.0';
	/** The option's number: 0, 1, 2 or 50. */
	state: number;
	/** Whose mentee they are; '' nobody's. */
	mentor: string;
	memory: Memory;
	/** Names by user id. */
	listed: Record<number, string>;
	away: readonly string[];
	/** Whom the extension draws. */
	drawn: string;
	isBlocked: boolean;
	/** Mentors who are blocked. */
	blocked: readonly string[];
	/** Where the person's Homepage is off, a mentor alone does not enable. */
	isHomepageOff: boolean;
	extensionPage: unknown;
	now: number;
	/** Public log entries, as "before → after". */
	readonly log: string[];
}

export const experienced = { editCount: 600, registration: wikiTime - 400 * day };

/** What the gadget uses of `mw`. */
export function stubMediaWiki(): void {
	vi.stubGlobal('mw', {
		log: Object.assign(vi.fn(), { warn: vi.fn() }),
		util: { getUrl: (title: string) => `/wiki/${title}` },
		user: { options: new Map() },
		config: new Map(),
		storage: { setObject: () => true, session: { getObject: () => null, setObject: () => true } },
	});
}

export function createFakeWiki(options: Partial<FakeWiki> = {}): FakeWiki {
	return {
		version: '1.43.9',
		state: 1,
		mentor: 'Before',
		memory: { version: 1 },
		listed: { 6: 'Before', 7: 'Drawn', 8: 'Third' },
		away: [],
		drawn: 'Drawn',
		isBlocked: false,
		blocked: [],
		isHomepageOff: false,
		extensionPage: {},
		now: wikiTime,
		log: [],
		...options,
	};
}

/** What happens to one request: nothing comes of it, or its answer is lost, or the wiki refuses. */
export interface Fault {
	/** Counted from 1. */
	readonly request: number;
	readonly kind: 'cut before' | 'cut after' | string;
}

/** Opens pages of a wiki. */
export function createApi(wiki: FakeWiki, fault?: Fault) {
	const requests: string[] = [];

	function answer<Answer>(name: string, work: () => unknown): Promise<Answer> {
		requests.push(name);
		const isFaulty = fault?.request === requests.length;
		return (async () => {
			if (isFaulty && fault.kind !== 'cut after') {
				throw new ApiError(fault.kind === 'cut before' ? 'offline' : fault.kind);
			}
			if (!isFaulty) {
				return work() as Answer;
			}
			try {
				work();
			} catch {
				// Nobody hears of the refusal either.
			}
			throw new ApiError('offline');
		})();
	}

	const api: WikiApi = {
		get: (parameters) => answer(nameOf(parameters), () => read(wiki, parameters)),
		post: (parameters) => answer(nameOf(parameters), () => write(wiki, parameters)),
	};
	return { api, requests };
}

function nameOf(parameters: ApiParameters): string {
	const { action, list, state, optionname, optionvalue, mentor } = parameters;
	switch (action) {
		case 'growthsetmenteestatus':
			return String(state);
		case 'growthsetmentor':
			return `mentor ${mentor}`;
		case 'options':
			return optionname === memoryOption
				? `memory ${readMemory(optionvalue)?.pending ?? 'done'}`
				: `option ${optionvalue}`;
		case 'expandtemplates':
			return 'read mentor';
		default:
			return list === 'users' ? 'read user' : 'read';
	}
}

function read(wiki: FakeWiki, { action, list, ususerids }: ApiParameters): unknown {
	if (action === 'expandtemplates') {
		return { expandtemplates: { wikitext: isEnabled(wiki) ? wiki.mentor : '' } };
	}
	if (list === 'users') {
		const isBlocked = wiki.blocked.includes(wiki.listed[Number(ususerids)] ?? '');
		return { query: { users: [{ userid: ususerids, ...(isBlocked && { blockid: 5 }) }] } };
	}
	const entries = Object.entries(wiki.listed).map(([id, username]) => [
		id,
		{
			username,
			message: null,
			weight: 2,
			...(wiki.away.includes(username) && { awayTimestamp: '20991231235959' }),
		},
	]);
	return {
		curtimestamp: new Date(wiki.now).toISOString(),
		growthmentorlist: entries.length > 0 ? Object.fromEntries(entries) : [],
		query: {
			userinfo: {
				...(wiki.isBlocked && { blockid: 3, blockpartial: false }),
				options: { [stateOption]: wiki.state, [memoryOption]: JSON.stringify(wiki.memory) },
			},
			pages: [
				{
					title: 'MediaWiki:GrowthExperimentsMentorship.json',
					revisions: [{ slots: { main: { content: JSON.stringify(wiki.extensionPage) } } }],
				},
			],
		},
	};
}

function isEnabled({ state }: FakeWiki): boolean {
	return state === 1 || state === 50;
}

function explicitly(wiki: FakeWiki): number {
	return wiki.version === '1.45.0' ? 50 : 1;
}

function write(wiki: FakeWiki, parameters: ApiParameters): unknown {
	switch (parameters.action) {
		case 'options':
			if (parameters.optionname === memoryOption) {
				wiki.memory = JSON.parse(String(parameters.optionvalue));
			} else {
				wiki.state = Number(parameters.optionvalue);
			}
			return {};
		case 'growthsetmenteestatus':
			setState(wiki, String(parameters.state));
			return {};
		default:
			setMentor(wiki, String(parameters.mentor));
			return {};
	}
}

function setState(wiki: FakeWiki, name: string): void {
	const wanted = { enabled: isEnabled(wiki), disabled: wiki.state === 0, optout: wiki.state === 2 };
	if (wanted[name as keyof typeof wanted]) {
		throw new ApiError('growthexperiments-setmenteestatus-no-change');
	}
	if (name === 'enabled') {
		wiki.state = explicitly(wiki);
		wiki.mentor ||= wiki.drawn;
	} else {
		wiki.state = name === 'disabled' ? 0 : 2;
		// Disabling keeps the relationship, opting out drops it.
		wiki.mentor = name === 'disabled' ? wiki.mentor : '';
	}
}

function setMentor(wiki: FakeWiki, name: string): void {
	if (wiki.isBlocked) {
		throw new ApiError('blocked');
	}
	if (!Object.values(wiki.listed).includes(name)) {
		throw new ApiError('permissiondenied');
	}
	if (wiki.state === 2) {
		wiki.mentor = '';
		throw new ApiError('growthexperiments-homepage-claimmentee-opt-out');
	}
	if (wiki.mentor === name) {
		throw new ApiError('growthexperiments-homepage-claimmentee-already-mentor');
	}
	wiki.log.push(`${wiki.mentor} → ${name}`);
	wiki.mentor = name;
	if (wiki.state === 0 && !wiki.isHomepageOff) {
		wiki.state = explicitly(wiki);
	}
}

/** One view of a page, with the gadget on it. */
export interface PageView {
	readonly isPlace?: boolean;
	/** The person's clock, where it is not the wiki's. */
	readonly clock?: number;
	readonly mentee?: Situation['mentee'];
	readonly fault?: Fault;
	/** What this browser tried lately. */
	readonly tried?: Set<string>;
	/** Whom the page names, where the wiki has not stored them yet. */
	readonly mentorOnPage?: string;
}

export function openPage(wiki: FakeWiki, view: PageView = {}) {
	const { isPlace = false, clock = wiki.now, tried = new Set() } = view;
	const ownRule = hasOwnRule({ version: wiki.version, hasExtension: true });
	const facts = { version: wiki.version, hasExtension: true };
	const situation: Situation = {
		gadget: 'growth',
		isPlace,
		mentee: view.mentee ?? experienced,
		...readState(wiki.state, ownRule),
		memory: wiki.memory,
		counting: thresholdsThatCount(facts, gadgetPage, wiki.extensionPage),
		hasOwnRule: ownRule,
		wasRefused: tried.has('refused'),
	};
	const { api, requests } = createApi(wiki, view.fault);
	const failures: unknown[] = [];
	const host = createGrowthHost({
		growth: createGrowthApi(api, 'Person', facts, gadgetPage),
		ownId: 99,
		situation,
		mentorOnPage: view.mentorOnPage ?? (isPlace && isEnabled(wiki) ? wiki.mentor : undefined),
		noteTried: (what) => tried.add(what),
		random: () => 0,
		log: (error) => failures.push(error),
	});
	const task = decideTask(situation, clock, tried.has('noMentor'));
	return {
		host,
		task,
		requests,
		failures,
		/** What the loader has done: the task of the page's facts. */
		act: async (): Promise<Outcome | null> => task && settled(await host.act(() => undefined)),
		getMentor: async (wish: Wish): Promise<GivenMentor> => settled(await host.getMentor(wish)),
	};
}

/** What is done behind what shows is done, too. */
async function settled<Result>(result: Result): Promise<Result> {
	for (let turn = 0; turn < 50; turn += 1) {
		await Promise.resolve();
	}
	return result;
}

/** What counts of a wiki when a flow is over. */
export function endOf({ state, mentor, memory, log }: FakeWiki) {
	return { state, mentor: isEnabled({ state } as FakeWiki) ? mentor : '', memory, log };
}
