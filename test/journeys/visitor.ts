import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { type Memory, memoryOption, readMemory } from '../../gadget/domain/memory.ts';
import { type Thresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import type { TestPerson, WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';

export const newcomersPage = 'Project:Newcomers';
export const configurationTitle = 'MediaWiki:Gadget-mentorship.json';
export const on: Thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
export const off: Thresholds = { ...on, enabled: false };

const millisecondsPerDay = 86_400_000;

/** Edits, and days since registration; `null`: registration unknown. */
export type Experience = readonly [edits: number, days: number | null];

/** The rule is 500 edits and 30 days. */
export const people = { newcomer: [3, 1], near: [450, 400], experienced: [600, 400] } as const;

/** The groups of those who may change the settings. */
export const administrators = ['sysop', 'interface-admin'];

type Parameters = Readonly<Record<string, string>>;

/** A person in a browser of their own, logged in on the wiki. */
export interface Visitor {
	readonly name: string;
	readonly context: BrowserContext;
	readonly session: WikiSession;
	/** Opens a page in a new tab. @param prepare What is done with the tab before. */
	open(title?: string, parameters?: Parameters, prepare?: (page: Page) => unknown): Promise<Page>;
	/** What the wiki has saved for them. */
	readMemory(): Promise<Memory | null>;
	writeMemory(memory: Memory): Promise<void>;
	/** Whether their option is set at all. */
	hasMemory(): Promise<boolean>;
}

let names = 0;

/** A name that no other test uses; `what` says who it is. */
export function freshName(what: string): string {
	names += 1;
	return `${what} ${names}`;
}

export function facts(...[editCount, days]: Experience): Omit<TestPerson, 'name'> {
	const registration = days === null ? null : new Date(Date.now() - days * millisecondsPerDay);
	return { editCount, registration };
}

/** A browser of its own in which an account of the wiki has logged in; `null`: none has. */
export async function openAs(
	wiki: Pick<WikiUnderTest, 'origin' | 'logIn'>,
	browser: Browser,
	name: string | null,
	options?: BrowserContextOptions,
): Promise<{ readonly session: WikiSession; readonly context: BrowserContext }> {
	const [session, context] = await Promise.all([wiki.logIn(name), browser.newContext(options)]);
	await context.addCookies(session.cookies.map((cookie) => ({ ...cookie, url: wiki.origin })));
	return { session, context };
}

/** An option of the person of the session, as the wiki has it. */
export async function readOption(session: WikiSession, name: string): Promise<unknown> {
	const answer = await session.get({ action: 'query', meta: 'userinfo', uiprop: 'options' });
	return Object(answer).query.userinfo.options[name];
}

export async function saveOption(
	session: WikiSession,
	optionname: string,
	optionvalue: string,
): Promise<void> {
	await session.post({ action: 'options', optionname, optionvalue });
}

/** What the wiki remembers, as it is stored: without what is undefined. */
export async function memoryOf(session: WikiSession): Promise<Memory | null> {
	return JSON.parse(JSON.stringify(readMemory(await readOption(session, memoryOption))));
}

/** Creates the person on the wiki and opens a browser for them. */
export async function visit(
	wiki: WikiUnderTest,
	browser: Browser,
	person: TestPerson | null,
	viewport = { width: 1280, height: 900 },
): Promise<Visitor> {
	if (person) {
		await wiki.setPerson(person);
	}
	const { session, context } = await openAs(wiki, browser, person?.name ?? null, { viewport });
	return {
		name: person?.name ?? '',
		context,
		session,
		async open(title = newcomersPage, parameters = {}, prepare = () => undefined) {
			const page = await context.newPage();
			await prepare(page);
			await page.goto(pageAddress(wiki, title, parameters));
			return page;
		},
		readMemory: () => memoryOf(session),
		hasMemory: async () => typeof (await readOption(session, memoryOption)) === 'string',
		writeMemory: (memory) => saveOption(session, memoryOption, JSON.stringify(memory)),
	};
}

export function pageAddress(
	wiki: Pick<WikiUnderTest, 'origin'>,
	title: string,
	parameters: Parameters = {},
): string {
	return `${wiki.origin}/index.php?${new URLSearchParams({ title, ...parameters })}`;
}

/** The text of the configuration page for these thresholds. */
export function configuration(thresholds: Partial<Record<keyof Thresholds, unknown>>): string {
	return JSON.stringify({ [thresholdsKey]: thresholds });
}
