import { type DemoOptions, serveDemo } from '../../server-mock/demo.ts';
import type { Faults } from '../../server-mock/faults.ts';
import type { Store } from '../../server-mock/store/store.ts';
import { demoPassword, type MediaWikiVersion } from '../../server-mock/wiki/site.ts';
import { createSession, logIn, succeeded } from '../mediawiki/session.ts';
import type { TestPerson, WikiUnderTest } from './wikiUnderTest.ts';

export interface DemoWikiOptions extends Pick<DemoOptions, 'crowd'> {
	/** As which MediaWiki it behaves; as 1.43 unless told. */
	readonly version?: MediaWikiVersion;
	/** GrowthExperiments is there on every page; pages with a placeholder show the other host unless told. */
	readonly isGrowthOnly?: boolean;
	/** Runs the wiki's jobs; right after the request unless told. */
	readonly later?: (work: () => void) => void;
	/** The built gadget, `dist/wiki`; without it the wiki has no gadget. */
	readonly gadgetFolder?: string;
	/** Whom the lot falls on: from 0 up to, but not including, 1. */
	readonly random?: () => number;
	/** A store that is there already; a new one in memory unless told. */
	readonly storeFile?: string;
	/** What goes wrong with requests to the API; nothing unless told. */
	readonly faults?: Faults;
}

/** The demo wiki, and what it keeps, to look at without a request. */
export interface DemoWiki extends WikiUnderTest {
	readonly store: Store;
}

const administrator = 'Ada Administrator';

/** Starts the demo wiki in this process, seeded, with nothing left on disk. */
export async function startDemoWiki(options: DemoWikiOptions = {}): Promise<DemoWiki> {
	const { version } = options;
	const demo = await serveDemo({
		...options,
		port: 0,
		storeFile: options.storeFile ?? ':memory:',
		gadgetFolder: options.gadgetFolder ?? null,
		now: Date.now,
		random: options.random ?? Math.random,
	});
	const { origin, store, mentorship } = demo;
	return {
		name: version === undefined ? 'demo wiki' : `demo wiki as MediaWiki ${version}`,
		origin,
		store,
		setPerson: async (person) => {
			store.users.put(accountOf(person));
		},
		savePage: async (title, text) => {
			const session = await logIn(origin, administrator, demoPassword);
			succeeded(await session.post({ action: 'edit', title, text }));
			// As on a real wiki that is prepared by hand: what it knew of the page is forgotten.
			mentorship.list.flush();
		},
		deletePage: async (title) => {
			store.pages.remove(title);
		},
		logIn: async (name) =>
			name === null ? createSession(origin) : logIn(origin, name, demoPassword),
		stop: () => demo.close(),
	};
}

function accountOf({ name, editCount, registration, groups, blocked }: TestPerson) {
	return {
		name,
		editCount,
		registration: registration === null ? null : registration.getTime(),
		groups: groups ?? [],
		gender: 'unknown',
		blocked: blocked ?? false,
		blockedUntil: Date.now() + 86_400_000,
		temporary: false,
	} as const;
}
