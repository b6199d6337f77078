import { type Memory, memoryOption } from '../../../gadget/domain/memory.ts';
import { ApiError, type ApiParameters } from '../../../gadget/wiki/api.ts';
import { stateOption } from '../../../gadget/wiki/growthState.ts';

export const wikiTime = Date.UTC(2026, 10, 28, 12);
export const optedOutAt = new Date(wikiTime).toISOString();
export const before = { name: 'Before', id: 6 };
/** A person whom the rule has opted out. */
export const optedOut = {
	state: 2,
	mentor: '',
	memory: { version: 1, mentor: before, graduatedAt: optedOutAt },
} as const;
/** What is remembered once they have asked for a mentor. */
export const asked = { ...optedOut.memory, askedAt: optedOutAt } as const;

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

/** What counts of a wiki when a flow is over. */
export function endOf({ state, mentor, memory, log }: FakeWiki) {
	return { state, mentor: isEnabled({ state } as FakeWiki) ? mentor : '', memory, log };
}

export function read(wiki: FakeWiki, { action, list, ususerids }: ApiParameters): unknown {
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

export function isEnabled({ state }: FakeWiki): boolean {
	return state === 1 || state === 50;
}

function explicitly(wiki: FakeWiki): number {
	return wiki.version === '1.45.0' ? 50 : 1;
}

export function write(wiki: FakeWiki, parameters: ApiParameters): unknown {
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
