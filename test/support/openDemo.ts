import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { type PreparedWiki, prepareWiki } from '../journeys/preparedWiki.ts';
import { configuration, configurationTitle, on } from '../journeys/visitor.ts';
import { launchChromium } from './chromium.ts';
import { type DemoWikiOptions, startDemoWiki } from './demoWiki.ts';
import { type Lane, openLane } from './lane.ts';
import type { WikiUnderTest } from './wikiUnderTest.ts';

/** What a file's tests have in common; there from the first `beforeAll` on. */
export interface OpenDemo {
	readonly prepared: PreparedWiki;
	readonly wiki: WikiUnderTest;
	readonly browser: Browser;
}

/** For the tests of a file: a demo wiki with mentors and the rule on, and a browser. */
export function openDemo(options: DemoWikiOptions = {}): OpenDemo {
	let prepared: PreparedWiki;
	let browser: Browser;
	beforeAll(async () => {
		[prepared, browser] = await Promise.all([
			startDemoWiki(options).then(prepareWiki),
			launchChromium(),
		]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(async () => {
		await Promise.all([prepared?.wiki.stop(), browser?.close()]);
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
	};
}

/**
 * For the tests of a file: a lane with the rule on.
 *
 * @returns What gives it, from the first `beforeAll` on.
 */
export function useLane(): () => Lane {
	let browser: Browser;
	let lane: Lane;
	beforeAll(async () => {
		browser = await launchChromium();
		lane = await openLane(browser);
		lane.configure(on);
	});
	afterAll(async () => {
		await lane?.close();
		await browser?.close();
	});
	return () => lane;
}
