import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { openStage, type Prepare, type Stage } from '../journeys/stage.ts';
import { on } from '../journeys/visitor.ts';
import { launchChromium } from './chromium.ts';
import { type DemoWikiOptions, startDemoWiki } from './demoWiki.ts';
import { type Lane, openLane } from './lane.ts';

/** A stage on the demo wiki, for the tests of a file. */
export function openDemo(options: DemoWikiOptions = {}): Stage {
	return openStage(async () => prepareWiki(await startDemoWiki(options)));
}

/** Runs journeys on a demo wiki of their own, as 1.43 unless told. `test/mediawiki` has real ones. */
export function describeOnDemo(
	what: string,
	journeys: (prepare: Prepare, version: string) => void | Promise<void>,
	options: DemoWikiOptions = {},
): void {
	const { version = '1.43' } = options;
	describe(`${what} on the demo wiki as MediaWiki ${version}`, () =>
		journeys(async () => prepareWiki(await startDemoWiki(options)), version));
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
