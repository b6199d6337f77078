import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { arriveAtHomepage, type HomepageVisitor } from '../journeys/growthHomepage.ts';
import { setStatus } from '../journeys/growthStage.ts';
import { stepOf } from '../journeys/growthSteps.ts';
import { readWatched, type Sight, type Watched, watchPages } from '../journeys/pageWatch.ts';
import { listRequests } from '../journeys/requests.ts';
import { configuration, type Experience, on, people } from '../journeys/visitor.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

const demo = openDemo();

const arrive = (who: Experience, device: 'desktop' | 'phone' = 'desktop') =>
	arriveAtHomepage(demo.wiki, demo.browser, device, who);

/** As if the rule had never opted them out, for another visit in the same browser. */
async function undoGraduation(visitor: HomepageVisitor): Promise<void> {
	await setStatus(visitor, 'enabled');
	await visitor.writeMemory({ version: 1, mentor: { name: 'Mentor1' } });
}

describe.each(['desktop', 'phone'] as const)('on a %s', (device) => {
	test('nothing moves for a newcomer, cold and warm, and nothing is ever hidden', async () => {
		const visitor = await arrive(people.newcomer, device);
		await watchPages(visitor.context);
		for (const visit of ['cold', 'warm']) {
			const { frames, shift } = await watchVisit(visitor, 'mentor');
			expect([visit, shift, summarize(frames)]).toEqual([visit, 0, 'mentor']);
		}
	});

	test('nothing moves for an experienced editor, and the wrong card never comes back', async () => {
		const visitor = await arrive(people.experienced, device);
		await watchPages(visitor.context);
		for (const visit of ['cold', 'warm']) {
			const { frames, shift } = await watchVisit(visitor, 'opted out');
			const wrong = frames.filter((sight) => sight === 'mentor').length;
			console.info(`${device}, ${visit}: the wrong card in ${wrong} frames; shift ${shift}`);
			expect(shift).toBe(0);
			expect(summarize(frames)).toMatch(/^(mentor, )?(out of sight, )?opted out$/);
			expect(wrong).toBeLessThan(120);
			await undoGraduation(visitor);
		}
	});
});

test('for a newcomer the loader decides in less than 1 ms, asks the wiki nothing and loads no card', async () => {
	const visitor = await arrive(people.newcomer);
	let asked: readonly string[] = [];
	const page = await visitor.openHomepage({}, (tab) => {
		asked = listRequests(
			tab,
			(request, { href }) => stepOf(request) ?? (/mentorship-(growth|card)/.test(href) && href),
		);
	});
	await settle(page);
	expect(asked).toEqual([]);
	const milliseconds = await timeLoader(page);
	console.info(`the loader decides in ${milliseconds.toFixed(3)} ms `);
	expect(milliseconds).toBeLessThan(1);
});

/** Opens the Homepage and watches it until everything has come to rest. */
async function watchVisit(visitor: HomepageVisitor, last: Sight): Promise<Watched> {
	const page = await visitor.openHomepage();
	await expect.poll(async () => (await readWatched(page)).frames.at(-1)).toBe(last);
	await settle(page);
	const watched = await readWatched(page);
	await page.close();
	return watched;
}

/** What was in sight, one after the other, each named once, from when there was something. */
function summarize(frames: readonly Sight[]): string {
	return frames
		.filter((sight, index) => sight !== 'nothing' && sight !== frames[index - 1])
		.join(', ');
}

/** How long the built loader's code takes on the page: the median of many batches, per run, in milliseconds. */
async function timeLoader(page: Page): Promise<number> {
	const code = await readFile('dist/wiki/Gadget-mentorship.js', 'utf8');
	// As ResourceLoader wraps it; jQuery's wait for the page is not a part of the decision.
	const body = `window.runLoader = (require, $) => {${code}\n}`;
	await page.route('**/loader.js', (route) =>
		route.fulfill({ body, contentType: 'text/javascript' }),
	);
	await page.addScriptTag({ url: '/loader.js' });
	return page.evaluate((json) => {
		const configuration = JSON.parse(json);
		const { runLoader } = Object(window);
		const runs = 100;
		const times = Array.from({ length: 51 }, () => {
			performance.mark('before');
			for (let run = 0; run < runs; run++) {
				runLoader(
					() => configuration,
					(work: () => void) => work(),
				);
			}
			return performance.measure('decisions', 'before').duration / runs;
		});
		return times.sort((one, other) => one - other)[25] ?? Number.NaN;
	}, configuration(on));
}
