import type { BrowserContext, Page } from 'playwright';
import { arriveAtHomepage, moduleOn } from '../journeys/growthHomepage.ts';
import type { PreparedWiki } from '../journeys/preparedWiki.ts';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import type { Figure } from './benchmark.ts';
import { median } from './measure.ts';

const rounds = 6;
/** Continue → the mentor's name is seen, at most this share of what the extension's script takes. */
const promisedShare = 1 / 3;

/** Milliseconds from the press on Continue, and what was asked of the wiki since. */
interface Return {
	readonly name: number;
	readonly card: number;
	readonly requests: number;
}

/** Somebody opted out, and how they press their way back. */
type Side = () => Promise<Return>;

/** Measures on a wiki, and stops it. */
export async function measureReturn(
	prepared: PreparedWiki,
	note: (line: string) => void,
): Promise<Figure[]> {
	const browser = await launchChromium();
	try {
		const arrive = () => arriveAtHomepage(prepared.wiki, browser, 'desktop', [600, 400]);
		const withGadget = await arrive();
		const without = await arrive();
		await without.session.post({
			action: 'options',
			optionname: 'gadget-mentorship',
			optionvalue: '0',
		});
		const mentor = prepared.mentors[0];
		const sides = await Promise.all(
			[withGadget, without].map(async (visitor): Promise<Side> => {
				await watchReturns(visitor.context);
				return async () => {
					await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
					if (visitor === withGadget && mentor) {
						const graduatedAt = new Date().toISOString();
						await visitor.writeMemory({ version: 1, mentor, graduatedAt });
					}
					return getMentor(await visitor.openHomepage());
				};
			}),
		);
		return await compare(prepared.wiki.name, sides, note);
	} finally {
		await Promise.all([browser.close(), prepared.wiki.stop()]);
	}
}

async function compare(
	wiki: string,
	sides: readonly Side[],
	note: (line: string) => void,
): Promise<Figure[]> {
	const [ours = [], theirs = []] = await inTurn(sides, note);
	const middle = (returns: readonly Return[], key: keyof Return) =>
		median(returns.map((measured) => measured[key]));
	const ownName = middle(theirs, 'name');
	const ownCard = middle(theirs, 'card');
	return [
		{
			name: `${wiki}: Continue → the mentor’s name`,
			value: middle(ours, 'name'),
			unit: 'ms',
			limit: Math.floor(ownName * promisedShare),
		},
		{ name: 'the same, by the extension’s own script', value: ownName, unit: 'ms' },
		{ name: 'Continue → the whole card', value: middle(ours, 'card'), unit: 'ms', limit: ownCard },
		{ name: 'the same, by the extension’s own script', value: ownCard, unit: 'ms' },
		{ name: 'requests meanwhile', value: middle(ours, 'requests'), unit: '' },
		{
			name: 'the same, by the extension’s own script',
			value: middle(theirs, 'requests'),
			unit: '',
		},
	];
}

/** One round more than counts, to fill the caches of browser and wiki. */
async function inTurn(
	sides: readonly Side[],
	note: (line: string) => void,
): Promise<readonly (readonly Return[])[]> {
	const returns = sides.map((): Return[] => []);
	for (let round = 0; round <= rounds; round++) {
		for (const [index, run] of sides.entries()) {
			const measured = await run();
			const side = index === 0 ? 'the gadget' : 'the extension';
			const { name, card, requests } = measured;
			note(`${round || 'warm-up'}, ${side}: name ${name}, card ${card} ms, ${requests} requests`);
			if (round > 0) {
				returns[index]?.push(measured);
			}
		}
	}
	return returns;
}

async function getMentor(page: Page): Promise<Return> {
	await settle(page);
	await moduleOn(page).getMentor.click();
	await moduleOn(page).confirm.waitFor();
	// Somebody reads the dialog for a moment.
	await settle(page);
	let requests = 0;
	page.on('request', () => {
		requests += 1;
	});
	await moduleOn(page).confirm.click();
	await page.waitForFunction(() => sessionStorage.getItem('card') !== null, null, { polling: 50 });
	// The extension's side is another page now, whose scripts are still to come.
	await page.waitForLoadState('networkidle');
	const seen = await page.evaluate(() => ({
		name: Number(sessionStorage.getItem('name')),
		card: Number(sessionStorage.getItem('card')),
	}));
	await page.close();
	return { ...seen, requests };
}

/**
 * Has every page of a browser note, frame by frame, how long after the last press the mentor's name
 * and the whole card were first there to see. It survives a reload.
 */
async function watchReturns(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		// Methods, as tsx wraps functions that are named otherwise in one that the page does not have.
		const watch = {
			now() {
				return performance.timeOrigin + performance.now();
			},
			handleEvent() {
				sessionStorage.setItem('pressed', String(watch.now()));
			},
			isSeen(selector: string) {
				const found = document.querySelector(`[data-module-name^=mentorship] ${selector}`);
				return found?.checkVisibility({ visibilityProperty: true }) ?? false;
			},
			note(what: string, ...selectors: string[]) {
				if (sessionStorage.getItem(what) === null && selectors.every(watch.isSeen)) {
					const pressed = Number(sessionStorage.getItem('pressed'));
					sessionStorage.setItem(what, String(Math.round(watch.now() - pressed)));
				}
			},
			look() {
				watch.note('name', '.growthexperiments-homepage-mentorship-username bdi');
				watch.note(
					'card',
					'.growthexperiments-homepage-mentorship-ellipsis',
					'#growthexperiments-homepage-mentorship-learn-more',
					'#mw-ge-homepage-mentorship-cta',
				);
				requestAnimationFrame(watch.look);
			},
		};
		document.addEventListener('click', watch, true);
		requestAnimationFrame(watch.look);
	});
}
