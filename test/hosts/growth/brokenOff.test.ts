import { beforeEach, describe, expect, test } from 'vitest';
import {
	asked,
	before,
	createFakeWiki,
	endOf,
	type FakeWiki,
	optedOut,
	optedOutAt,
	wikiTime,
} from './fakeGrowthWiki.ts';
import { openPage, stubMediaWiki, type Visit } from './growthPage.ts';

const hour = 3_600_000;
const own = { GEMentorshipStartOptedOutThresholds: { enabled: true } };

interface Flow {
	readonly start: Partial<FakeWiki>;
	readonly view?: Visit;
	/** Whom the person asks for; without: what the loader does on the page. */
	readonly wish?: 'sameMentor' | 'differentMentor';
	/** What is asked of the wiki, in order. */
	readonly requests: readonly string[];
	readonly end: Partial<FakeWiki>;
}

const quietly = ['disabled', 'mentor Before', 'read', 'memory done'];

/** Every flow of requests that there is. */
const flows: Readonly<Record<string, Flow>> = {
	graduate: {
		start: {},
		view: { isPlace: true },
		requests: ['read', 'read mentor', 'memory graduation', 'optout', 'memory done'],
		end: optedOut,
	},
	'graduate elsewhere': {
		start: {},
		requests: ['read', 'read mentor', 'memory graduation', 'optout', 'memory done'],
		end: optedOut,
	},
	'graduate before the wiki has stored the mentor': {
		start: { mentor: '' },
		view: { isPlace: true, mentorOnPage: 'Before' },
		requests: ['read', 'read mentor', 'memory graduation', 'optout', 'memory done'],
		end: { ...optedOut, memory: { ...optedOut.memory, unstoredAt: optedOutAt } },
	},
	'the late job': {
		start: {
			...optedOut,
			mentor: 'Before',
			memory: { ...optedOut.memory, unstoredAt: new Date(wikiTime - hour).toISOString() },
		},
		requests: ['read', 'read mentor', 'mentor Before', 'memory done'],
		end: optedOut,
	},
	back: {
		start: optedOut,
		wish: 'sameMentor',
		requests: ['read', 'read mentor', ...quietly],
		end: { state: 1, mentor: 'Before', memory: asked, log: [' → Before'] },
	},
	'back again, after they opted out by hand': {
		start: { ...optedOut, memory: asked },
		wish: 'sameMentor',
		requests: ['read', 'read mentor', 'memory sameMentor', ...quietly],
		end: { state: 1, mentor: 'Before', memory: asked, log: [' → Before'] },
	},
	'back, broken off before the mentor': {
		start: { ...optedOut, state: 0 },
		requests: ['read', 'read mentor', 'mentor Before', 'read', 'memory done'],
		end: { state: 1, mentor: 'Before', memory: asked, log: [' → Before'] },
	},
	'back, where their Homepage is off': {
		start: { ...optedOut, isHomepageOff: true },
		wish: 'sameMentor',
		requests: ['read', 'read mentor', ...quietly.toSpliced(-1, 0, 'enabled')],
		end: { state: 1, mentor: 'Before', memory: asked, log: [' → Before'] },
	},
	'back, where that mentor has left': {
		start: { ...optedOut, listed: { 7: 'Drawn' } },
		wish: 'sameMentor',
		requests: [
			...['read', 'read mentor', 'memory sameMentor'],
			...['enabled', 'read mentor', 'memory done'],
		],
		end: {
			state: 1,
			mentor: 'Drawn',
			memory: { ...asked, mentor: { name: 'Drawn', id: 7 } },
		},
	},
	another: {
		start: { ...optedOut, memory: asked },
		wish: 'differentMentor',
		requests: [
			...['read', 'read mentor', 'memory differentMentor'],
			...['enabled', 'read mentor', 'memory done'],
		],
		end: { state: 1, mentor: 'Drawn', memory: { ...asked, mentor: { name: 'Drawn', id: 7 } } },
	},
	'another, where the extension draws the former one': {
		start: { ...optedOut, memory: asked, drawn: 'Before', away: ['Drawn'] },
		wish: 'differentMentor',
		requests: [
			...['read', 'read mentor', 'memory differentMentor', 'enabled'],
			...['read mentor', 'read user', 'mentor Third', 'memory done'],
		],
		end: {
			state: 1,
			mentor: 'Third',
			memory: { ...asked, mentor: { name: 'Third', id: 8 } },
			log: ['Before → Third'],
		},
	},
	finish: {
		start: { state: 0, mentor: '', memory: { ...asked, pending: 'sameMentor' } },
		requests: ['read', 'read mentor', 'mentor Before', 'read', 'memory done'],
		end: { state: 1, mentor: 'Before', memory: asked, log: [' → Before'] },
	},
	'back by another way': {
		start: { ...optedOut, state: 1, mentor: 'Drawn' },
		requests: ['read', 'read mentor', 'mentor Before', 'memory done'],
		end: { state: 1, mentor: 'Before', memory: asked, log: ['Drawn → Before'] },
	},
	'asked under 1.43': {
		start: { version: '1.45.0', memory: asked },
		requests: ['read', 'read mentor', 'option 50'],
		end: { state: 50, mentor: 'Before', memory: asked },
	},
	'the mentor remembered ahead': {
		start: { version: '1.45.0', extensionPage: own },
		view: { mentee: { editCount: 400, registration: null } },
		requests: ['read', 'read mentor', 'memory done'],
		end: { memory: { version: 1, mentor: before } },
	},
};

beforeEach(stubMediaWiki);

describe.each(Object.entries(flows))('%s', (_name, { start, view, wish, requests, end }) => {
	const isAsking = wish !== undefined;

	async function run(wiki: FakeWiki, fault?: Visit['fault']) {
		const page = openPage(wiki, { isPlace: isAsking, ...view, fault });
		try {
			await (wish ? page.getMentor(wish) : page.act());
		} catch (error) {
			page.failures.push(error);
		}
		return page;
	}
	const right = endOf(createFakeWiki({ ...start, ...end }));

	test('asks the wiki this, in this order', async () => {
		const wiki = createFakeWiki(start);
		const page = await run(wiki);
		expect(page.failures).toEqual([]);
		expect(page.requests).toEqual(requests);
		expect(endOf(wiki)).toEqual(right);
		expect(openPage(wiki, view).task).toBeNull();
	});

	const breaks = requests.flatMap((request, index) =>
		['cut before', 'cut after'].map((kind) => ({ request, kind, number: index + 1 })),
	);
	test.each(breaks)(
		'request $number ($request), $kind: the next page ends it right',
		async (at) => {
			const wiki = createFakeWiki(start);
			const page = await run(wiki, { request: at.number, kind: at.kind });
			expect(page.failures).toHaveLength(1);
			const isBegun = !isAsking || JSON.stringify(wiki) !== JSON.stringify(createFakeWiki(start));
			await openPage(wiki, view).act();
			// A person whose wish was never written down has been told so.
			expect(endOf(wiki)).toEqual(isBegun ? right : endOf(createFakeWiki(start)));
		},
	);
});
