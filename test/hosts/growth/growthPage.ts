import { vi } from 'vitest';
import { memoryOption, readMemory, type Wish } from '../../../gadget/domain/memory.ts';
import { decideTask, type Situation } from '../../../gadget/domain/rule.ts';
import {
	hasOwnRule,
	thresholdsKey,
	thresholdsThatCount,
} from '../../../gadget/domain/thresholds.ts';
import { createGrowthHost, type Outcome } from '../../../gadget/hosts/growth/host.ts';
import type { GivenMentor } from '../../../gadget/hosts/host.ts';
import { ApiError, type ApiParameters, type WikiApi } from '../../../gadget/wiki/api.ts';
import { createGrowthApi } from '../../../gadget/wiki/growthApi.ts';
import { readState } from '../../../gadget/wiki/growthState.ts';
import { type FakeWiki, isEnabled, read, wikiTime, write } from './fakeGrowthWiki.ts';

const day = 86_400_000;
const gadgetPage = { [thresholdsKey]: { enabled: true, minEditcount: 500, minTenureInDays: 30 } };

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

/** The API of a wiki, one of whose requests may be lost. */
function createApi(wiki: FakeWiki, fault: Visit['fault']) {
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
				// The refusal is not heard, either.
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

/** One view of a page, with the gadget on it. */
export interface Visit {
	readonly isPlace?: boolean;
	/** The person's clock, where it is not the wiki's. */
	readonly clock?: number;
	readonly mentee?: Situation['mentee'];
	/**
	 * What happens to one request, counted from 1: nothing comes of it (`cut before`), or its answer is
	 * lost (`cut after`), or the wiki refuses with that code.
	 */
	readonly fault?: { readonly request: number; readonly kind: string } | undefined;
	/** What this browser tried lately. */
	readonly tried?: Set<string>;
	/** Whom the page names, where the wiki has not stored them yet. */
	readonly mentorOnPage?: string;
}

export function openPage(wiki: FakeWiki, view: Visit = {}) {
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
