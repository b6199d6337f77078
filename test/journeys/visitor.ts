import type { Browser, BrowserContext, Page } from 'playwright';
import { type Memory, memoryOption, readMemory } from '../../gadget/domain/memory.ts';
import { type Thresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import type { TestPerson, WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';

export const newcomersPage = 'Project:Newcomers';
export const configurationTitle = 'MediaWiki:Gadget-mentorship.json';
export const on: Thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };

const millisecondsPerDay = 86_400_000;

/** A person in a browser of their own, logged in on the wiki. */
export interface Visitor {
	readonly name: string;
	readonly context: BrowserContext;
	readonly session: WikiSession;
	/** Opens a page in a new tab; the tab shows what `settled` waits for. */
	open(title?: string, parameters?: Readonly<Record<string, string>>): Promise<Page>;
	/** What the wiki has saved for them. */
	readMemory(): Promise<Memory | null>;
	writeMemory(memory: Memory): Promise<void>;
	/** Whether their option is set at all. */
	hasMemory(): Promise<boolean>;
}

let people = 0;

/** A name that no other test uses; `what` says who it is. */
export function freshName(what: string): string {
	people += 1;
	return `${what} ${people}`;
}

/** @param days Age of the account; `null`: registration unknown. */
export function facts(editCount: number, days: number | null): Omit<TestPerson, 'name'> {
	const registration = days === null ? null : new Date(Date.now() - days * millisecondsPerDay);
	return { editCount, registration };
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
	const session = await wiki.logIn(person?.name ?? null);
	const context = await browser.newContext({ viewport });
	await context.addCookies(session.cookies.map((cookie) => ({ ...cookie, url: wiki.origin })));
	const readOption = async (): Promise<unknown> => {
		const answer = await session.get({ action: 'query', meta: 'userinfo', uiprop: 'options' });
		return Object(answer).query.userinfo.options[memoryOption];
	};
	return {
		name: person?.name ?? '',
		context,
		session,
		async open(title = newcomersPage, parameters = {}) {
			const page = await context.newPage();
			await page.goto(pageAddress(wiki, title, parameters));
			return page;
		},
		// As it is stored, without what is undefined.
		readMemory: async () => JSON.parse(JSON.stringify(readMemory(await readOption()))),
		hasMemory: async () => typeof (await readOption()) === 'string',
		async writeMemory(memory) {
			await session.post({
				action: 'options',
				optionname: memoryOption,
				optionvalue: JSON.stringify(memory),
			});
		},
	};
}

export function pageAddress(
	wiki: WikiUnderTest,
	title: string,
	parameters: Readonly<Record<string, string>>,
): string {
	return `${wiki.origin}/index.php?${new URLSearchParams({ title, ...parameters })}`;
}

/** The text of the configuration page for these thresholds. */
export function configuration(thresholds: Partial<Record<keyof Thresholds, unknown>>): string {
	return JSON.stringify({ [thresholdsKey]: thresholds });
}

/** Which pages a community has is in no language's file. */
export type CardTexts = Pick<
	typeof english,
	Exclude<Extract<keyof typeof english, `card-${string}`>, 'card-help-page' | 'card-help-desk'>
>;

/**
 * The card's parts, as a person would name them.
 *
 * @param texts In the language of whoever looks at it.
 */
export function cardOn(page: Page, texts: CardTexts = english) {
	const module = page.locator('.mentorship-module');
	const heading = (name: string) => module.getByRole('heading', { name, exact: true });
	const button = (name: string) => module.getByRole('button', { name, exact: true });
	return {
		module,
		optedOut: heading(texts['card-opted-out-title']),
		mentor: heading(texts['card-mentor-title']),
		mentorName: module.locator('.mentorship-card__mentor bdi'),
		getMentor: button(texts['card-opted-out-get']),
		menu: button(texts['card-mentor-menu']),
		optOut: module.getByRole('menuitem', { name: texts['card-leave-title'], exact: true }),
		dialog: page.getByRole('dialog'),
		confirm: page.getByRole('dialog').locator('.cdx-button--weight-primary'),
		alert: page.getByRole('alert'),
		status: page.locator('.mentorship-hidden[role=status]'),
	};
}
