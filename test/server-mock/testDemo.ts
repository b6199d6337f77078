import { createApp } from '../../server-mock/app.ts';
import type { Faults } from '../../server-mock/faults.ts';
import { sessionCookie } from '../../server-mock/http/session.ts';
import { createResourceLoader } from '../../server-mock/loader/resourceLoader.ts';
import { seedDemo } from '../../server-mock/people/seed.ts';
import { openDatabase } from '../../server-mock/store/database.ts';
import { createStore, type Store } from '../../server-mock/store/store.ts';
import type { User, UserFacts } from '../../server-mock/store/users.ts';
import { createMentorship, type Mentorship } from '../../server-mock/wiki/mentorship.ts';
import { createMessages } from '../../server-mock/wiki/messages/messages.ts';
import { type MediaWikiVersion, mediaWikis, usualVersion } from '../../server-mock/wiki/site.ts';

/** 2026-11-22T12:00:00Z */
export const now = Date.UTC(2026, 10, 22, 12);

export const day = 86_400_000;

/** The demo wiki without a port and without files: requests go straight into the app. */
export interface TestDemo {
	readonly store: Store;
	readonly mentorship: Mentorship;
	/** A person's account; the name must be one of the demo's, or put there before. */
	user(name: string): User;
	put(facts: Partial<UserFacts> & { readonly name: string }): User;
	/** A request in the name of a person, or with the cookie of `null`, nobody. */
	request(path: string, as?: string | null, init?: RequestInit): Promise<Response>;
	/** What the API answers a person; `action=query` unless told. */
	get(as: string | null, parameters: Record<string, string>): Promise<Answer>;
	/** Likewise by POST, with the person's token. */
	post(as: string, parameters: Record<string, string>): Promise<Answer>;
	/** The text of a page as a person sees it. */
	page(path: string, as?: string | null): Promise<string>;
	/** The session that `request` uses for a person. */
	session(name: string): { readonly id: string; readonly csrfToken: string };
}

type Answer = Awaited<ReturnType<Response['json']>>;

/** @param random Whom the lot falls on: from 0 up to, but not including, 1. */
export function createTestDemo({
	random = () => 0,
	version = usualVersion,
	later = (work) => work(),
	faults,
}: {
	readonly random?: () => number;
	readonly version?: MediaWikiVersion;
	/** Runs the wiki's jobs: at once unless told. */
	readonly later?: (work: () => void) => void;
	readonly faults?: Faults;
} = {}): TestDemo {
	const store = createStore(openDatabase(':memory:'));
	seedDemo(store, now);
	const clock = () => now;
	const mediaWiki = mediaWikis[version];
	const mentorship = createMentorship({ store, mediaWiki, now: clock, random, later });
	const messages = createMessages((name) => store.users.byName(name)?.gender ?? 'unknown');
	const loader = createResourceLoader(store, messages, new Map());
	const files = { find: () => null, text: () => '', path: (name: string) => `/public/${name}` };
	const app = createApp({
		reset: () => undefined,
		store,
		mediaWiki,
		mentorship,
		messages,
		now: clock,
		loader,
		files,
		faults,
	});
	const sessions = new Map<string, { id: string; csrfToken: string }>();
	const user = (name: string): User => {
		const found = store.users.byName(name);
		if (found === null) {
			throw new Error(`There is no account “${name}”.`);
		}
		return found;
	};
	const session = (name: string) => {
		const known = sessions.get(name) ?? store.sessions.start(user(name).id, now);
		sessions.set(name, known);
		return known;
	};
	const request: TestDemo['request'] = async (path, as = null, init = {}) => {
		const headers = new Headers(init.headers);
		if (as !== null) {
			headers.set('cookie', `${sessionCookie}=${session(as).id}`);
		}
		return app.request(path, { ...init, headers }, {});
	};
	return {
		store,
		mentorship,
		user,
		put: (facts) => store.users.put({ ...somebody, ...facts }),
		request,
		get: async (as, parameters) => {
			const query = new URLSearchParams({ action: 'query', format: 'json', ...parameters });
			return (await request(`/api.php?${query}`, as)).json();
		},
		post: async (as, parameters) => {
			const fields = { format: 'json', ...parameters, token: session(as).csrfToken };
			return (await request('/api.php', as, form(fields))).json();
		},
		page: async (path, as) => (await request(path, as)).text(),
		session,
	};
}

const somebody: Omit<UserFacts, 'name'> = {
	editCount: 10,
	registration: now - 10 * day,
	groups: [],
	gender: 'unknown',
	blocked: false,
	temporary: false,
};

/** A form as a browser sends it. */
export function form(fields: Record<string, string>): RequestInit {
	return { method: 'POST', body: new URLSearchParams(fields) };
}
