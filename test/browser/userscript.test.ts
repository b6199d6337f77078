import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import { cardOn } from '../journeys/card.ts';
import { drawnByGadget, openFramed } from '../journeys/framed.ts';
import { homepage, moduleOn } from '../journeys/growthHomepage.ts';
import { injectUserscript } from '../journeys/injected.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { listWrites } from '../journeys/requests.ts';
import { openStage } from '../journeys/stage.ts';
import {
	configurationTitle,
	type Experience,
	newcomersPage,
	pageAddress,
	people,
} from '../journeys/visitor.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { settle } from '../support/settle.ts';

describe('the userscript on the demo wiki, which has no gadget', () => {
	const stage = openStage(async () => prepareWiki(await startDemoWiki(), async () => undefined));

	async function open(who: Experience, title: string): Promise<Page> {
		const page = await (await stage.arrive(who)).open(title);
		await injectUserscript(page);
		return page;
	}

	test('leaves a newcomer’s Homepage as the server drew it', async () => {
		const page = await open(people.newcomer, homepage);
		await settle(page);
		expect(await moduleOn(page).mentor.isVisible()).toBe(true);
	});

	test('shows an experienced editor the opted-out card on a wiki without the extension', async () => {
		await cardOn(await open(people.experienced, newcomersPage)).getMentor.waitFor();
	});

	test('does nothing in another site’s frame', async () => {
		const visitor = await stage.arrive(people.experienced);
		const address = pageAddress(stage.wiki, homepage);
		const { frame, writes } = await openFramed(visitor, address, injectUserscript);
		expect(await frame.locator(drawnByGadget).count()).toBe(0);
		expect(writes).toEqual([]);
		expect(await visitor.hasMemory()).toBe(false);
	});

	test('says in its menu that the wiki has no settings, and shows what one would see, writing nothing', async () => {
		await stage.wiki.deletePage(configurationTitle);
		const page = await (await stage.arrive(people.experienced)).open(homepage);
		const writes = listWrites(page);
		const asServed = await page.locator('#mw-content-text').innerHTML();
		await injectUserscript(page);
		await page.getByText(english['userscript-menu-off']).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByText(english['userscript-opted-out']).waitFor();
		await dialog.getByLabel(english['form-minEditcount']).fill('100000');
		await dialog.getByText(english['userscript-enabled']).waitFor();
		await dialog.getByText(english.close).click();
		await dialog.waitFor({ state: 'detached' });
		expect(await page.locator('#mw-content-text').innerHTML()).toBe(asServed);
		expect(writes).toEqual([]);
	});
});
