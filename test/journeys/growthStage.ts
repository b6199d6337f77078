import type { Browser, Page, Request } from 'playwright';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
	extensionPageTitle,
	type Thresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import type { TestPerson, WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';
import { mentorOf, statusOf } from './growthHomepage.ts';
import { mentorList, type PreparedWiki } from './preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	facts,
	freshName,
	on,
	pageAddress,
	type Visitor,
	visit,
} from './visitor.ts';

/** Has the gadget's loader, and nothing of mentorship. */
export const elsewhere = 'Special:Watchlist';
export const homepage = 'Special:Homepage';

/** The mentor who is never drawn: whoever has them got them by name. */
export const namedMentor = 'Mentor3';

/** By edits and days since registration; the rule is 500 and 30. */
export const people = { newcomer: [3, 1], near: [450, 400], experienced: [600, 400] } as const;

/** GrowthExperiments' own page of settings, with thresholds or without. */
export const ownPage = extensionPageTitle;
export function ownConfiguration(thresholds?: Partial<Thresholds>): string {
	return JSON.stringify({
		GEMentorshipEnabled: true,
		...(thresholds && { [thresholdsKey]: thresholds }),
	});
}

/** What the wiki says of a person. */
export interface Standing {
	readonly status: string;
	readonly mentor: string | null;
	/** GrowthExperiments' own option: 1 enabled, 2 opted out, 50 enabled explicitly (from 1.45 on). */
	readonly state: number;
}

/** A wiki with Special:Homepage, the gadget, and the rule on; there from the first `beforeAll` on. */
export interface GrowthStage {
	readonly wiki: WikiUnderTest;
	readonly browser: Browser;
	readonly prepared: PreparedWiki;
	readonly loggedOut: WikiSession;
	/** A person in mentorship, with {@link namedMentor} unless told; `null`: with nobody. */
	enroll(who: readonly [number, number | null], more?: Enrolled): Promise<Visitor>;
	/** Opens a page in a new tab and waits until nothing is on its way to the wiki any more. */
	open(visitor: Visitor, title: string, parameters?: Parameters): Promise<OpenPage>;
	standingOf(visitor: Visitor): Promise<Standing>;
	/** Public log entries about a person's mentor, the newest first: what happened, and the reason given. */
	logOf(visitor: Visitor): Promise<ReadonlyArray<{ action: string; reason: string }>>;
}

type Parameters = Readonly<Record<string, string>>;

export interface OpenPage {
	readonly page: Page;
	readonly traffic: Traffic;
}

export interface Enrolled {
	readonly mentor?: string | null;
	/** As {@link Standing} has it; 1, as of whoever was given a mentor, unless told. */
	readonly state?: number;
	readonly person?: Partial<TestPerson>;
}

export function stageGrowth(prepare: () => Promise<PreparedWiki>): GrowthStage {
	let prepared: PreparedWiki;
	let browser: Browser;
	let loggedOut: WikiSession;

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
		loggedOut = await prepared.wiki.logIn(null);
	});
	afterAll(async () => {
		await Promise.all([prepared?.wiki.stop(), browser?.close()]);
	});
	beforeEach(async () => {
		await prepared.wiki.savePage(configurationTitle, configuration(on));
		await prepared.wiki.savePage(ownPage, ownConfiguration());
		await prepared.wiki.savePage('MediaWiki:GrowthMentors.json', mentorList(prepared.mentors));
	});

	return {
		get wiki() {
			return prepared.wiki;
		},
		get browser() {
			return browser;
		},
		get prepared() {
			return prepared;
		},
		get loggedOut() {
			return loggedOut;
		},
		async enroll([edits, days], { mentor = namedMentor, state = 1, person = {} } = {}) {
			const name = freshName('Mentee');
			const visitor = await visit(prepared.wiki, browser, {
				name,
				...facts(edits, days),
				...person,
			});
			await visitor.session.post(
				mentor === null
					? { action: 'growthsetmenteestatus', state: 'optout' }
					: { action: 'growthsetmentor', mentee: name, mentor },
			);
			// Choosing a mentor is asking for one, from 1.45 on.
			await setState(visitor.session, state);
			return visitor;
		},
		async open({ context }, title, parameters = {}) {
			const page = await context.newPage();
			const traffic = watchTraffic(page);
			await page.goto(pageAddress(prepared.wiki, title, parameters));
			await settle(page);
			return { page, traffic };
		},
		async standingOf({ session, name }) {
			const [status, mentor, state] = await Promise.all([
				statusOf(session),
				mentorOf(loggedOut, name, prepared.mentors),
				readState(session),
			]);
			return { status, mentor, state };
		},
		async logOf({ name }) {
			const answer = await loggedOut.get({
				...{ action: 'query', list: 'logevents', letitle: `User:${name}` },
				...{ letype: 'growthexperiments', leprop: 'type|comment' },
			});
			const entries: Array<{ action: string; comment: string }> = Object(answer).query.logevents;
			return entries.map(({ action, comment }) => ({ action, reason: comment }));
		},
	};
}

const stateOption = 'growthexperiments-homepage-mentorship-enabled';

/** By what is stored: whoever is whose mentee stays that. */
export async function setState(session: WikiSession, state: number): Promise<void> {
	await session.post({ action: 'options', optionname: stateOption, optionvalue: String(state) });
}

async function readState(session: WikiSession): Promise<number> {
	const answer = await session.get({ action: 'query', meta: 'userinfo', uiprop: 'options' });
	return Number(Object(answer).query.userinfo.options[stateOption]);
}

/** What a page asks of the wiki's API, and which of the gadget's own modules it loads. */
export interface Traffic {
	readonly reads: readonly string[];
	readonly writes: readonly string[];
	readonly gadgets: readonly string[];
}

/** Lists what a page asks for from now on. */
export function watchTraffic(page: Page): Traffic {
	const reads: string[] = [];
	const writes: string[] = [];
	const gadgets: string[] = [];
	page.on('request', (request) => {
		const { pathname, searchParams } = new URL(request.url());
		if (pathname.endsWith('/api.php') && !isTheWikisOwn(request)) {
			(request.method() === 'POST' ? writes : reads).push(summarize(request));
		} else if (/mentorship-(growth|card|cache)/.test(searchParams.get('modules') ?? '')) {
			gadgets.push(searchParams.get('modules') ?? '');
		}
	});
	page.on('response', (response) => {
		const request = response.request();
		const error = response.headers()['mediawiki-api-error'] ?? '';
		if (error.startsWith('internal_') && !isTheWikisOwn(request)) {
			// The wiki undid it, as its own scripts saved something of the person: it is sent once more.
			writes.splice(writes.indexOf(summarize(request)), 1);
		}
	});
	return { reads, writes, gadgets };
}

/** MediaWiki's scripts keep in options of their own what a person has seen of the interface. */
function isTheWikisOwn(request: Request): boolean {
	const sent = request.postData() ?? '';
	return sent.includes('action=options') && !sent.includes('userjs-');
}

/** E.g. `growthsetmenteestatus optout`. */
function summarize(request: Request): string {
	const sent = new URLSearchParams(request.postData() ?? new URL(request.url()).searchParams);
	const what = ['action', 'state', 'mentor', 'optionname', 'meta', 'list', 'prop'];
	return what.flatMap((name) => sent.get(name) ?? []).join(' ');
}
