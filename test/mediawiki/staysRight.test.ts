import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { askOnCard, cardOn, mentorOnCard } from '../journeys/card.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { openStage } from '../journeys/stage.ts';
import { newcomersPage, pageAddress, people, type Visitor } from '../journeys/visitor.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { describeOnMediaWiki } from './underTest.ts';

const skins = ['vector-2022', 'vector', 'minerva', 'monobook', 'timeless'] as const;
const narrow = { width: 320, height: 700 };

/** What was right when public reports were tried, and is to stay so. */
describeOnMediaWiki('the card', () => {
	let wiki: RealWiki;
	const stage = openStage(async () => {
		wiki = await startRealWiki();
		await wiki.savePage('Project:Start', `#REDIRECT [[${newcomersPage}]]`);
		return prepareWiki(wiki);
	});

	const arrive = (viewport?: typeof narrow): Promise<Visitor> =>
		stage.arrive(people.experienced, {
			memory: { mentor: stage.mentor('Mentor3') },
			...(viewport && { viewport }),
		});

	async function comeBack(page: Page): Promise<void> {
		await askOnCard(page);
		expect(await mentorOnCard(page)).toBe('Mentor3');
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
		await mentorOnCard(page);
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
		await comeBack(page);
		await page.emulateMedia({ forcedColors: 'none', media: 'print' });
		expect(await cardOn(page).mentorName.isVisible()).toBe(true);
	});

	test.each(['1', '2'])('is drawn and works with debug=%s', async (debug) => {
		const page = await (await arrive()).open(newcomersPage, { debug });
		await comeBack(page);
	});

	test.each([
		['its path', '/index.php/Project:Newcomers'],
		['its path and a place on the page', '/index.php/Project:Newcomers#top'],
		['another case', '/index.php?title=project:newcomers'],
		['spaces', '/index.php?title=Project:_Newcomers_'],
		['what it redirects from', '/index.php/Project:Start'],
		['a parameter of another site’s', '/index.php?title=Project:Newcomers&utm_source=x'],
		['what it is done with', '/index.php?title=Project:Newcomers&action=view'],
	])('is there where the page is named by %s', async (_what, address) => {
		const page = await (await arrive()).context.newPage();
		await page.goto(wiki.origin + address);
		await comeBack(page);
	});

	test('is as it is now when a person goes back and forward', async () => {
		const visitor = await arrive();
		const page = await visitor.open();
		await comeBack(page);
		await page.goto(pageAddress(wiki, 'Main Page'));
		await page.goBack();
		await mentorOnCard(page);
		await page.goForward();
		await settle(page);
		await page.goBack();
		await mentorOnCard(page);
		expect((await visitor.readMemory())?.pending).toBeUndefined();
	});

	test('is the same on a wiki that only members read', async () => {
		const settings = path.join(wiki.folder, 'extraSettings.php');
		await writeFile(settings, "<?php $wgGroupPermissions['*']['read'] = false;");
		try {
			await comeBack(await (await arrive()).open());
		} finally {
			await rm(settings);
		}
	});
});
