import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import { createRandom } from '../../server-mock/people/population.ts';
import { formOn, previewOn, unfoldAll } from '../journeys/configPerson.ts';
import { configurationTitle, openAs, pageAddress } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { makeLargeStore } from '../support/largeStore.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { quantile } from './measure.ts';

/** Some have left, or are mentees of mentors who have: 100,000 are found. */
const mentees = 112_000;
const mentors = 400;
const redraws = 60;
const longestRedraw = 50;
const mostMegabytes = 200;
const bytesPerMegabyte = 2 ** 20;
const kilobytesPerMegabyte = 1024;

/**
 * The preview of the configuration form in Chromium, with 100,000 mentees that it has scanned itself
 * on the demo wiki: how long a changed threshold takes until it is painted, and what it holds.
 */
export const previewBench: Benchmark = {
	name: 'preview',
	run: async (note) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'preview-bench-'));
		const file = path.join(folder, 'demo.sqlite');
		note(`Making a wiki with ${mentees} mentees …`);
		makeLargeStore({ file, mentees, mentors, seed: 1, date: Date.now() });
		const wiki = await startDemoWiki({ storeFile: file, gadgetFolder: 'dist/wiki' });
		const browser = await launchChromium();
		try {
			return await measurePreview(wiki, browser, note);
		} finally {
			await browser.close();
			await wiki.stop();
			await rm(folder, { recursive: true });
		}
	},
};

async function measurePreview(
	wiki: WikiUnderTest,
	browser: Browser,
	note: (line: string) => void,
): Promise<Figure[]> {
	const viewport = { width: 1280, height: 2000 };
	const { context } = await openAs(wiki, browser, 'Ada Administrator', { viewport });
	const page = await context.newPage();
	const protocol = await context.newCDPSession(page);
	await page.goto(pageAddress(wiki, configurationTitle));
	await formOn(page).edits.waitFor();
	const before = await heapMegabytes(protocol);
	note('Scanning …');
	const scanning = await scan(page, protocol);
	note(await previewOn(page).sentence.innerText());
	await unfoldAll(page);
	const times = await redraw(page);
	const shown = await heapMegabytes(protocol);
	return [
		figure('redraw, median', quantile(times, 0.5), 'ms', longestRedraw),
		figure('redraw, 95th percentile', quantile(times, 0.95), 'ms', longestRedraw),
		// One that the machine took the processor from, as a rule: scripts are done in half the time.
		figure('redraw, slowest', Math.max(...times), 'ms'),
		figure('heap added while scanning', scanning - before, 'MB'),
		figure('heap with everything shown', shown, 'MB'),
		figure('the page’s process', await pageMegabytes(browser), 'MB', mostMegabytes),
	];
}

/** @returns The most that JavaScript held until the last answer came, in MB, garbage not counted. */
async function scan(page: Page, protocol: CDPSession): Promise<number> {
	const { begin, sentence } = previewOn(page);
	await begin.click();
	let most = 0;
	while (!(await sentence.isVisible())) {
		const megabytes = await heapMegabytes(protocol);
		if (await isScanning(page)) {
			most = Math.max(most, megabytes);
		}
	}
	return most;
}

/** Whether there are answers to come. */
function isScanning(page: Page): Promise<boolean> {
	return page
		.locator('.mentorship-settings progress')
		.evaluateAll((bars) =>
			bars.some((bar) => bar instanceof HTMLProgressElement && bar.value < bar.max),
		);
}

/** Changes both thresholds many times. @returns Milliseconds from each change until it was painted. */
async function redraw(page: Page): Promise<number[]> {
	const random = createRandom(1);
	const values = Array.from({ length: redraws }, (_none, index) => ({
		id: `mentorship-settings-${index % 2 ? 'minEditcount' : 'minTenureInDays'}`,
		value: String(Math.floor(Math.expm1(random() * Math.log1p(index % 2 ? 5000 : 700)))),
	}));
	return page.evaluate(async (changes) => {
		const times: number[] = [];
		for (const { id, value } of changes) {
			const input = document.getElementById(id) as HTMLInputElement;
			await new Promise((resolve) => setTimeout(resolve, 50));
			const start = performance.now();
			input.value = value;
			input.dispatchEvent(new InputEvent('input', { bubbles: true }));
			await new Promise((resolve) => {
				requestAnimationFrame(() => {
					// A task after the frame's callbacks runs when the frame has been painted.
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = resolve;
					port2.postMessage(null);
				});
			});
			times.push(performance.now() - start);
		}
		return times;
	}, values);
}

async function heapMegabytes(protocol: CDPSession): Promise<number> {
	await protocol.send('HeapProfiler.collectGarbage');
	const { usedSize } = await protocol.send('Runtime.getHeapUsage');
	return usedSize / bytesPerMegabyte;
}

/** What the process that shows the page has for itself, Chromium's own part of it included. */
async function pageMegabytes(browser: Browser): Promise<number> {
	const protocol = await browser.newBrowserCDPSession();
	const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
	const sizes = await Promise.all(
		processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => ownMegabytes(id)),
	);
	return Math.max(...sizes);
}

async function ownMegabytes(process: number): Promise<number> {
	const status = await readFile(`/proc/${process}/status`, 'utf8');
	return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1]) / kilobytesPerMegabyte;
}
