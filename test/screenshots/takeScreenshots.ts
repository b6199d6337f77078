import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright';
import { type Demo, serveDemo } from '../../server-mock/demo.ts';
import { demoPassword } from '../../server-mock/wiki/site.ts';
import { cardOn } from '../journeys/card.ts';
import { previewOn } from '../journeys/configPerson.ts';
import { configurationTitle, newcomersPage, openAs, pageAddress } from '../journeys/visitor.ts';
import { logIn } from '../mediawiki/session.ts';
import { launchChromium } from '../support/chromium.ts';
import { settle } from '../support/settle.ts';
import { takeMovingLine } from './movingLine.ts';
import { takeItems } from './takeItems.ts';

/*
 * Takes the pictures for README.md, of the demo wiki, so that they show what there is; and pictures of
 * the demo's own pages, to look at before a release. Time and lot are always the same, and so are the
 * pictures on one machine.
 */

const folder = 'public/pictures';
const looksFolder = 'dist/looks';
const now = Date.UTC(2026, 10, 22, 12);

interface Look {
	readonly width?: number;
	readonly colorScheme?: 'light' | 'dark';
	readonly language?: string;
}

/** Opens a page in a browser whose clock stands still and whose draws fall on the first. */
async function open(
	browser: Browser,
	{ origin }: Demo,
	name: string,
	title: string,
	{ width = 800, colorScheme = 'light', language = 'en' }: Look = {},
): Promise<Page> {
	const wiki = { origin, logIn: () => logIn(origin, name, demoPassword) };
	const viewport = { width, height: 900 };
	const { context } = await openAs(wiki, browser, name, { viewport, colorScheme });
	await context.clock.setFixedTime(now);
	await context.addInitScript(() => {
		Math.random = () => 0;
	});
	const page = await context.newPage();
	await page.goto(pageAddress(wiki, title, { uselang: language }));
	return page;
}

async function take(name: string, place: Locator): Promise<void> {
	await place.waitFor();
	await settle(place.page());
	await place.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
	console.log(`${folder}/${name}.png`);
}

async function takeCards(browser: Browser, demo: Demo): Promise<void> {
	const newcomer = cardOn(await open(browser, demo, 'Nora Newcomer', newcomersPage));
	await newcomer.mentorName.waitFor();
	await take('mentor-card', newcomer.module.locator('.mentorship-card'));
	const editor = cardOn(await open(browser, demo, 'Edgar Experienced', newcomersPage));
	await editor.getMentor.waitFor();
	await take('opted-out-card', editor.module.locator('.mentorship-card'));
}

const looks: Readonly<Record<string, Look>> = {
	'1280': { width: 1280 },
	'390': { width: 390 },
	'1280-dark': { width: 1280, colorScheme: 'dark' },
	'390-dark': { width: 390, colorScheme: 'dark' },
	'1280-ar': { width: 1280, language: 'ar' },
	'390-ar': { width: 390, language: 'ar' },
};

/** The demo's own pages, whole. */
async function takeLooks(browser: Browser, demo: Demo): Promise<void> {
	const pages = [
		['main-page', 'Nora Newcomer', 'Main Page'],
		['opted-out', 'Edgar Experienced', newcomersPage],
		['homepage', 'Nora Newcomer', 'Special:Homepage'],
		['form', 'Ada Administrator', configurationTitle],
	] as const;
	for (const [what, name, title] of pages) {
		for (const [how, look] of Object.entries(looks)) {
			const page = await open(browser, demo, name, title, look);
			await settle(page);
			await page.screenshot({ path: `${looksFolder}/${what}-${how}.png`, fullPage: true });
			await page.context().close();
		}
	}
	console.log(looksFolder);
}

async function takeForm(browser: Browser, demo: Demo): Promise<void> {
	const page = await open(browser, demo, 'Ada Administrator', configurationTitle);
	const form = page.locator('.mentorship-settings');
	const { begin, sentence, editsLine } = previewOn(page);
	await begin.waitFor();
	await take('form', form);
	await begin.click();
	await sentence.waitFor();
	const preview = form.getByRole('region', { name: 'Preview' });
	// The numbers beside the picture reach beyond the section.
	await preview.evaluate((section) => {
		section.style.padding = '1em';
	});
	await take('preview', preview);
	const file = `${folder}/moving-line.gif`;
	await writeFile(file, await takeMovingLine(editsLine, sentence));
	console.log(file);
}

await mkdir(folder, { recursive: true });
const demo = await serveDemo({
	port: 0,
	storeFile: ':memory:',
	gadgetFolder: 'dist/wiki',
	now: () => now,
	random: () => 0,
	crowd: { mentees: 5000, date: now },
});
const browser = await launchChromium();
try {
	await takeCards(browser, demo);
	await takeForm(browser, demo);
	await takeItems(browser);
	await takeLooks(browser, demo);
} finally {
	await browser.close();
	await demo.close();
}
