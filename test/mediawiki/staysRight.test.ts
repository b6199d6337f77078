import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mentorNamed, type PreparedWiki, prepareWiki } from '../journeys/preparedWiki.ts';
import {
	cardOn,
	configuration,
	configurationTitle,
	facts,
	freshName,
	newcomersPage,
	on,
	pageAddress,
	type Visitor,
	visit,
} from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

const skins = ['vector-2022', 'vector', 'minerva', 'monobook', 'timeless'] as const;
const narrow = { width: 320, height: 700 };

/** What was right when public reports were tried, and is to stay so. */
describe(`the card on ${mediaWiki}`, () => {
	let wiki: RealWiki;
	let prepared: PreparedWiki;
	let browser: Browser;

	beforeAll(async () => {
		[wiki, browser] = await Promise.all([startRealWiki(), launchChromium()]);
		prepared = await prepareWiki(wiki);
		await wiki.savePage(configurationTitle, configuration(on));
		await wiki.savePage('Project:Start', `#REDIRECT [[${newcomersPage}]]`);
	});
	afterAll(() => Promise.all([wiki?.stop(), browser?.close()]));

	async function arrive(viewport?: typeof narrow): Promise<Visitor> {
		const person = { name: freshName('Experienced'), ...facts(600, 400) };
		const visitor = await visit(wiki, browser, person, viewport);
		await visitor.writeMemory({ version: 1, mentor: mentorNamed(prepared, 'Mentor3') });
		return visitor;
	}

	async function getMentor(page: Page): Promise<void> {
		const card = cardOn(page);
		await card.getMentor.click();
		await card.confirm.click();
		await card.mentorName.waitFor();
		expect(await card.mentorName.innerText()).toBe('Mentor3');
	}

	/** Nothing of it is beside what a person sees. */
	async function expectWithin(page: Page, selector: string): Promise<void> {
		const readBoxes = () =>
			page.locator(`${selector}, ${selector} :is(button, a, p, h2)`).evaluateAll((elements) =>
				elements
					.map((element) => element.getBoundingClientRect())
					.filter(({ width }) => width > 0)
					.map(({ left, right }) => [Math.floor(left), Math.ceil(right)]),
			);
		await expect.poll(async () => (await readBoxes()).length, patience).toBeGreaterThan(1);
		const beside = (await readBoxes()).filter(
			([left = 0, right = 0]) => left < 0 || right > narrow.width,
		);
		expect(beside).toEqual([]);
	}

	test.each(skins)('fits into 320 pixels in %s, as do dialog and menu', async (useskin) => {
		const page = await (await arrive(narrow)).open(newcomersPage, { useskin });
		await cardOn(page).getMentor.waitFor();
		await expectWithin(page, '.mentorship-module');
		await cardOn(page).getMentor.click();
		await cardOn(page).dialog.waitFor();
		await expectWithin(page, 'dialog');
		await cardOn(page).confirm.click();
		await cardOn(page).mentorName.waitFor();
		await cardOn(page).menu.click();
		await cardOn(page).optOut.waitFor();
		await expectWithin(page, '.mentorship-module');
	});

	test('can be told from the page in forced colours, and read on paper', async () => {
		const page = await (await arrive()).open();
		await cardOn(page).getMentor.waitFor();
		await page.emulateMedia({ forcedColors: 'active' });
		const [color, background] = await cardOn(page).getMentor.evaluate((button) => {
			const style = getComputedStyle(button);
			return [style.color, style.backgroundColor];
		});
		expect(color).not.toBe(background);
		await getMentor(page);
		await page.emulateMedia({ forcedColors: 'none', media: 'print' });
		expect(await cardOn(page).mentorName.isVisible()).toBe(true);
	});

	test.each(['1', '2'])('is drawn and works with debug=%s', async (debug) => {
		const page = await (await arrive()).open(newcomersPage, { debug });
		await getMentor(page);
	});

	test.each([
		['its path', '/index.php/Project:Newcomers'],
		['its path and a place on the page', '/index.php/Project:Newcomers#top'],
		['another case', '/index.php?title=project:newcomers'],
		['spaces', '/index.php?title=Project:_Newcomers_'],
		['what it redirects from', '/index.php/Project:Start'],
		['a parameter of somebody else’s', '/index.php?title=Project:Newcomers&utm_source=x'],
		['what it is done with', '/index.php?title=Project:Newcomers&action=view'],
	])('is there where the page is named by %s', async (_what, address) => {
		const page = await (await arrive()).context.newPage();
		await page.goto(wiki.origin + address);
		await getMentor(page);
	});

	test('is as it is now when somebody goes back and forward', async () => {
		const visitor = await arrive();
		const page = await visitor.open();
		await getMentor(page);
		await page.goto(pageAddress(wiki, 'Main Page', {}));
		await page.goBack();
		await cardOn(page).mentorName.waitFor();
		await page.goForward();
		await settle(page);
		await page.goBack();
		await cardOn(page).mentorName.waitFor();
		expect((await visitor.readMemory())?.pending).toBeUndefined();
	});

	test('is the same on a wiki that only members read', async () => {
		const settings = path.join(wiki.folder, 'extraSettings.php');
		await writeFile(settings, "<?php $wgGroupPermissions['*']['read'] = false;");
		try {
			await getMentor(await (await arrive()).open());
		} finally {
			await rm(settings);
		}
	});
});
