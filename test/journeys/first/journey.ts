import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EngineBrowser } from '../../support/engines/engine.ts';
import type { WikiUnderTest } from '../../support/wikiUnderTest.ts';
import type { PreparedWiki } from '../preparedWiki.ts';
import { configuration, configurationTitle, on } from '../visitor.ts';
import { mouse } from './hand.ts';
import { type Arriving, arrive, type Person } from './person.ts';

/** Where a journey of the first rung is gone through: a wiki with the rule on, and an engine. */
export interface Stage {
	readonly wiki: WikiUnderTest;
	readonly prepared: PreparedWiki;
	arrive(who: Arriving): Promise<Person>;
}

/** Something that a person comes for, from the first page to what they see at the end. */
export interface PersonsJourney {
	readonly name: string;
	go(stage: Stage): Promise<void>;
}

/** Goes through journeys in an engine, on whichever wiki. */
export async function describePersonsJourneys(
	engine: Engine,
	prepare: () => Promise<PreparedWiki>,
	journeys: readonly PersonsJourney[],
	hand = mouse,
): Promise<void> {
	if (!(await engine.isInstalled())) {
		describeMissing(engine);
		return;
	}
	describe(`in ${engine.name}, by ${hand.name}`, () => {
		let prepared: PreparedWiki;
		let browser: EngineBrowser;
		let people: Person[];

		beforeAll(async () => {
			[prepared, browser] = await Promise.all([prepare(), engine.launch()]);
		});
		afterEach(async () => {
			await Promise.all(people.map((person) => person.leave()));
		});
		afterAll(async () => {
			await Promise.all([prepared?.wiki.stop(), browser?.close()]);
		});

		test.for(journeys.map(({ name, go }) => [name, go] as const))('%s', async ([, go]) => {
			people = [];
			const { wiki } = prepared;
			await wiki.savePage(configurationTitle, configuration(on));
			await go({
				wiki,
				prepared,
				async arrive(who) {
					const person = await arrive(wiki, browser, hand, who);
					people.push(person);
					return person;
				},
			});
		});
	});
}

/** In CI nothing is left out in silence; a contributor may have no more than Chromium. */
function describeMissing({ name, debianPackages }: Engine): void {
	test(`in ${name}`, ({ skip }) => {
		const missing = `${name} is not installed (Debian: ${debianPackages.join(', ')})`;
		if (process.env.CI) {
			expect.fail(missing);
		}
		console.log(`${missing}: its journeys are left out.`);
		skip(missing);
	});
}
