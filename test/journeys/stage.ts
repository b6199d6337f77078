import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Memory, RememberedMentor } from '../../gadget/domain/memory.ts';
import { launchChromium } from '../support/chromium.ts';
import type { TestPerson, WikiUnderTest } from '../support/wikiUnderTest.ts';
import {
	mentorList,
	mentorListTitle,
	mentorNamed,
	type PreparedWiki,
	type Weights,
} from './preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	type Experience,
	facts,
	freshName,
	on,
	type Visitor,
	visit,
} from './visitor.ts';

/** Starts a wiki that has the gadget, the newcomers' page and the mentors. */
export type Prepare = () => Promise<PreparedWiki>;

/** What is out of the ordinary about a person who arrives. */
export interface Arrival extends Partial<TestPerson> {
	/** What the wiki remembers of them as they come. */
	readonly memory?: Omit<Memory, 'version'>;
	readonly viewport?: { width: number; height: number };
}

/** Where the tests of a file happen: a wiki, a browser, and the people who come. */
export interface Stage {
	readonly prepared: PreparedWiki;
	readonly wiki: WikiUnderTest;
	readonly browser: Browser;
	/** One of the three mentors, as the memory names them. */
	mentor(name: string): RememberedMentor;
	/** Saves the page with the thresholds. */
	setRule(thresholds: Parameters<typeof configuration>[0]): Promise<void>;
	/** Saves the list of mentors: those who have a weight, the three as usual unless told. */
	setMentors(weights?: Weights): Promise<void>;
	/** A new person; their browser is closed after the test. */
	arrive(who: Experience, more?: Arrival): Promise<Visitor>;
}

/** Opens a stage for the tests of a file. Each test begins with the rule on, and three mentors. */
export function openStage(prepare: Prepare): Stage {
	let prepared: PreparedWiki;
	let browser: Browser;
	let visitors: Visitor[] = [];

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
	});
	afterAll(async () => {
		await Promise.all([prepared?.wiki.stop(), browser?.close()]);
	});
	const setRule: Stage['setRule'] = (thresholds) =>
		prepared.wiki.savePage(configurationTitle, configuration(thresholds));
	const setMentors: Stage['setMentors'] = (weights) =>
		prepared.wiki.savePage(mentorListTitle, mentorList(prepared.mentors, weights));
	beforeEach(async () => {
		await setRule(on);
		await setMentors();
	});
	afterEach(async () => {
		await Promise.all(visitors.map(({ context }) => context.close()));
		visitors = [];
	});

	return {
		get prepared() {
			return prepared;
		},
		get wiki() {
			return prepared.wiki;
		},
		get browser() {
			return browser;
		},
		mentor: (name) => mentorNamed(prepared, name),
		setRule,
		setMentors,
		async arrive(who, { memory, viewport, ...person } = {}) {
			const whole = { name: freshName('Visitor'), ...facts(...who), ...person };
			const visitor = await visit(prepared.wiki, browser, whole, viewport);
			visitors.push(visitor);
			if (memory) {
				await visitor.writeMemory({ version: 1, ...memory });
			}
			return visitor;
		},
	};
}
