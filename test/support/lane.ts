import type { Browser, Page } from 'playwright';
import { type Memory, memoryOption, readMemory } from '../../gadget/domain/memory.ts';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
import { createFaults, type FaultOrder } from '../../server-mock/faults.ts';
import { sessionCookie } from '../../server-mock/http/session.ts';
import type { Store } from '../../server-mock/store/store.ts';
import type { User } from '../../server-mock/store/users.ts';
import { titleOf } from '../../server-mock/wiki/title.ts';
import { mentorNamed, type PreparedWiki, prepareWiki } from '../journeys/preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	type Experience,
	facts,
	freshName,
	pageAddress,
	people,
} from '../journeys/visitor.ts';
import { startDemoWiki } from './demoWiki.ts';

/** A demo wiki of its own, and two browsers: combinations are tried there one after the other. */
export interface Lane {
	readonly browser: Browser;
	readonly prepared: PreparedWiki;
	readonly store: Store;
	/** What each call to the API since the last order was to: `query query+userinfo`. */
	calls(): readonly string[];
	order(orders: readonly FaultOrder[]): void;
	/** Saves a page as it is, past every check. */
	put(title: string, content: string): void;
	/** Saves the configuration page, where it says something else. */
	configure(thresholds: Thresholds): void;
	/** A new person, who meets the thresholds or not. */
	enroll(what: string, isExperienced: boolean, groups?: readonly string[]): User;
	/** An experienced editor in mentorship, with the mentor who is never drawn. */
	enrollMentee(): User;
	memoryOf(user: User): Memory;
	remember(user: User, memory: Memory): void;
	/** A person's tab, on no page yet. Its clock can be put forward. */
	openTab(user: User): Promise<Page>;
	/** A page in their tab. */
	open(user: User, title: string): Promise<Page>;
	/** In the tab as it is, and in a new session: that of before is over. */
	logInAgain(page: Page, user: User): Promise<void>;
	/** The same person at another computer. */
	openElsewhere(user: User): Promise<Page>;
	address(title: string): string;
	close(): Promise<void>;
}

/** In milliseconds: what a slow server takes here. */
const delay = 150;

export async function openLane(browser: Browser): Promise<Lane> {
	let calls: string[] = [];
	const faults = createFaults([], delay);
	const demo = await startDemoWiki({
		faults: {
			order: faults.order,
			respond(modules, exchange) {
				calls.push(modules.join(' '));
				return faults.respond(modules, exchange);
			},
		},
	});
	const { store, origin } = demo;
	const prepared = await prepareWiki(demo);
	// A tab of its own for each combination would cost four times as much as the visit.
	const [here, elsewhere] = await Promise.all([openTab(browser), openTab(browser)]);

	// Not by the API: the demo's sweep would be quicker than the visit.
	function put(title: string, content: string): void {
		const contentModel = title.endsWith('.json') ? 'json' : 'wikitext';
		const edit = { comment: '', user: null, timestamp: Date.now() };
		store.pages.save({ title: titleOf(title), contentModel, content, ...edit });
	}

	function enroll(what: string, isExperienced: boolean, groups: readonly string[] = []): User {
		const experience: Experience = isExperienced ? people.experienced : people.newcomer;
		const { editCount, registration } = facts(...experience);
		return store.users.put({
			name: freshName(what),
			editCount,
			registration: registration?.getTime() ?? null,
			groups,
			gender: 'unknown',
			blocked: false,
			temporary: false,
		});
	}

	async function logInAgain(page: Page, user: User): Promise<void> {
		const { id } = store.sessions.start(user.id, Date.now());
		await page.context().clearCookies();
		await page.context().addCookies([{ name: sessionCookie, value: id, url: origin }]);
	}

	async function logIn(page: Page, user: User): Promise<Page> {
		await page.goto('about:blank');
		await logInAgain(page, user);
		await forget(page, origin);
		return page;
	}

	return {
		browser,
		prepared,
		store,
		calls: () => calls,
		order(orders) {
			calls = [];
			faults.order(orders);
		},
		put,
		configure(thresholds) {
			const content = configuration(thresholds);
			if (store.pages.find(configurationTitle)?.latest.content !== content) {
				put(configurationTitle, content);
			}
		},
		enroll,
		enrollMentee() {
			const user = enroll('Mentee', true);
			store.mentees.setMentor(user.id, mentorNamed(prepared, 'Mentor3').id ?? 0);
			return user;
		},
		memoryOf: (user) => readMemory(store.userOptions.of(user.id)[memoryOption]) ?? { version: 1 },
		remember(user, memory) {
			store.userOptions.set(user.id, memoryOption, JSON.stringify(memory));
		},
		openTab: (user) => logIn(here, user),
		async open(user, title) {
			const page = await logIn(here, user);
			await page.goto(pageAddress(demo, title));
			return page;
		},
		logInAgain,
		openElsewhere: (user) => logIn(elsewhere, user),
		address: (title) => pageAddress(demo, title),
		async close() {
			await Promise.all([here.context().close(), elsewhere.context().close()]);
			await demo.stop();
		},
	};
}

/** In it the lot falls on the first, then on the last, so that drawing twice is seen. */
async function openTab(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	await context.addInitScript(() => {
		let draws = 0;
		Math.random = () => (draws++ % 2 === 0 ? 0 : 0.99);
	});
	await context.clock.install();
	return context.newPage();
}

/** What the browser keeps of a wiki besides cookies and copies of files. */
async function forget(page: Page, origin: string): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const storageTypes = 'indexeddb,local_storage';
	await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes });
	await devtools.detach();
}
