import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installGadget } from '../mediawiki/installGadget.ts';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import { arriveAtHomepage, type Device, moduleOn } from './growthHomepage.ts';
import { readWatched, watchPages } from './pageWatch.ts';
import { type PreparedWiki, prepareWiki } from './preparedWiki.ts';
import { configuration, configurationTitle, on } from './visitor.ts';

interface Act {
	readonly what: string;
	act(page: Page): Promise<void>;
	readonly closes: boolean;
}

/** What a person does who sees the smaller card, and whether the room below it closes. */
const acts: readonly Act[] = [
	{ what: 'nothing happens', act: async () => undefined, closes: false },
	{ what: 'they scroll a little', act: (page) => page.mouse.wheel(0, 30), closes: false },
	{ what: 'they click somewhere', act: (page) => page.locator('h1').first().click(), closes: true },
	{ what: 'they press a key', act: (page) => page.keyboard.press('Tab'), closes: true },
	{
		what: 'the end of their window comes above it',
		async act(page) {
			const { bottom } = await readEdges(page);
			await page.setViewportSize({ width: 1280, height: Math.floor(bottom) });
		},
		closes: true,
	},
];

/** In pixels: less than that between two cards is no hole. */
const usualGap = 40;

/** Somebody is opted out as they come: the smaller card leaves no hole, and nothing moves. */
export function describeFirstVisit(start: () => Promise<PreparedWiki['wiki']>): void {
	let prepared: PreparedWiki;
	let browser: Browser;
	const shiftsWithout = new Map<Device, number>();

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([
			start().then((wiki) => prepareWiki(wiki, async () => undefined)),
			launchChromium(),
		]);
		for (const device of ['desktop', 'phone'] as const) {
			// A wiki that has just started sends its styles too late.
			await firstVisit(device, 'mentor');
			shiftsWithout.set(device, (await firstVisit(device, 'mentor')).shift);
		}
		await installGadget(prepared.wiki, 'dist/wiki');
		await prepared.wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(async () => {
		await Promise.all([prepared?.wiki.stop(), browser?.close()]);
	});

	async function firstVisit(device: Device, card: 'mentor' | 'optedOut') {
		const visitor = await arriveAtHomepage(prepared.wiki, browser, device, [600, 400]);
		await watchPages(visitor.context);
		const page = await visitor.openHomepage();
		await moduleOn(page)[card].waitFor();
		await settle(page);
		return { page, shift: (await readWatched(page)).shift };
	}

	test.each(['desktop', 'phone'] as const)(
		'with the gadget and without, the layout shifts as much, on a %s',
		async (device) => {
			const { shift } = await firstVisit(device, 'optedOut');
			console.info(`${device}: shift ${shift}, without the gadget ${shiftsWithout.get(device)}`);
			expect(shift).toBeCloseTo(shiftsWithout.get(device) ?? Number.NaN, 3);
		},
	);

	describe('the room below the smaller card', () => {
		test.each(acts.map((row) => [row.closes ? 'closes' : 'stays', row.what, row] as const))(
			'%s when %s',
			async (_closes, _what, { act, closes }) => {
				const { page, shift } = await firstVisit('desktop', 'optedOut');
				const before = await readEdges(page);
				expect(before.below - before.bottom).toBeGreaterThan(usualGap);
				// The hole is in sight, and there is more to scroll to.
				await page.setViewportSize({ width: 1280, height: Math.floor(before.bottom + 60) });
				await act(page);
				await settle(page);
				const after = await readEdges(page);
				expect(after.below - after.bottom < usualGap).toBe(closes);
				expect((await readWatched(page)).shift).toBe(shift);
			},
		);
	});
}

/** In pixels, in the window: where the opted-out card ends, and where the next one begins. */
function readEdges(page: Page): Promise<{ readonly bottom: number; readonly below: number }> {
	return page.evaluate(() => {
		const edges = (name: string) =>
			document.querySelector(`[data-module-name=${name}]`)?.getBoundingClientRect();
		return {
			bottom: edges('mentorship-optin')?.bottom ?? Number.NaN,
			below: edges('help')?.top ?? Number.NaN,
		};
	});
}
