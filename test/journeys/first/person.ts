import { expect } from 'vitest';
import { type Memory, memoryOption } from '../../../gadget/domain/memory.ts';
import type { EngineBrowser, Key, Tab } from '../../support/engines/engine.ts';
import { patience } from '../../support/patience.ts';
import type { WikiSession, WikiUnderTest } from '../../support/wikiUnderTest.ts';
import { facts, freshName, memoryOf, newcomersPage, pageAddress, saveOption } from '../visitor.ts';
import type { Hand } from './hand.ts';
import { findExpression, type Part } from './part.ts';

/** A page before a person's eyes. Everything waits until it is so, or fails. */
export interface PersonsPage {
	sees(part: Part): Promise<void>;
	/** @param selector Where the text is. */
	reads(selector: string, text: string | RegExp): Promise<void>;
	/** Nothing of a kind is in sight. */
	seesNo(selector: string): Promise<void>;
	/** The focus is at a part. */
	isAt(part: Part): Promise<void>;
	/** The text of an element, once there is one. */
	textOf(selector: string): Promise<string>;
	press(part: Part): Promise<void>;
	/** Presses a key where the focus is. */
	pressKey(key: Key): Promise<void>;
	write(part: Part, text: string): Promise<void>;
	/** What an expression gives on the page, now. */
	evaluate(expression: string): Promise<unknown>;
	/** The scripts that every page has are through with their work, and have asked for what they need. */
	untilLoaded(): Promise<void>;
}

/** A person who reads and acts on a wiki, in whichever engine. */
export interface Person {
	readonly name: string;
	readonly session: WikiSession;
	/** Opens a page, in the same tab as the one before. */
	open(title?: string, parameters?: Readonly<Record<string, string>>): Promise<PersonsPage>;
	/** What the wiki has saved for them. */
	memory(): Promise<Memory | null>;
	remember(memory: Memory): Promise<void>;
	leave(): Promise<void>;
}

/** A person who is about to arrive. */
export interface Arriving {
	/** Who they are, in a word; `null`: not logged in. */
	readonly what: string | null;
	readonly edits?: number;
	/** Of the account. */
	readonly days?: number;
	readonly groups?: readonly string[];
	/** Of their window, in pixels. */
	readonly width?: number;
}

/** Creates the account and opens a window for them. */
export async function arrive(
	wiki: WikiUnderTest,
	browser: EngineBrowser,
	hand: Hand,
	{ what, edits = 0, days = 0, groups = [], width = 1280 }: Arriving,
): Promise<Person> {
	const name = what === null ? null : freshName(what);
	if (name !== null) {
		await wiki.setPerson({ name, ...facts(edits, days), groups });
	}
	const session = await wiki.logIn(name);
	const { origin } = wiki;
	const tab = await browser.open({ origin, cookies: session.cookies, width });
	return {
		name: name ?? '',
		session,
		async open(title = newcomersPage, parameters = {}) {
			await tab.goTo(pageAddress(wiki, title, parameters));
			return pageIn(tab, hand);
		},
		memory: () => memoryOf(session),
		remember: (memory) => saveOption(session, memoryOption, JSON.stringify(memory)),
		leave: () => tab.close(),
	};
}

function pageIn(tab: Tab, hand: Hand): PersonsPage {
	const isTrue = (expression: string) =>
		expect.poll(() => tab.read(expression), { ...patience, message: expression }).toBe(true);
	const sees = (part: Part) => isTrue(`${findExpression(part)} !== null`);
	const text = async (selector: string) => {
		const expression = `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`;
		return String(await tab.read(expression));
	};
	return {
		sees,
		seesNo: (selector) =>
			isTrue(`[...document.querySelectorAll(${JSON.stringify(selector)})]
			.every((element) => !element.checkVisibility({ visibilityProperty: true }))`),
		isAt: (part) => isTrue(`document.activeElement === ${findExpression(part)}`),
		pressKey: (key) => tab.press(key),
		reads: (selector, expected) => expect.poll(() => text(selector), patience).toMatch(expected),
		async textOf(selector) {
			await expect.poll(() => text(selector), patience).not.toBe('');
			return text(selector);
		},
		async press(part) {
			await sees(part);
			await hand.press(tab, part);
		},
		async write(part, typed) {
			await sees(part);
			await hand.write(tab, part, typed);
		},
		evaluate: (expression) => tab.read(expression),
		untilLoaded: () =>
			expect
				.poll(() => tab.read('mw.loader.getState("ext.gadget.mentorship")'), patience)
				.toBe('ready'),
	};
}
