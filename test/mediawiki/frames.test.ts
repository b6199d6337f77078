import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namedMentor, people, stageGrowth } from '../journeys/growthStage.ts';
import { type PreparedWiki, prepareWiki } from '../journeys/preparedWiki.ts';
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
import { settle } from '../support/settle.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { startGrowthWiki, startRealWiki } from './realWiki.ts';
import { describeWithGrowth, mediaWiki } from './underTest.ts';

/** Shows somebody the newcomers' page inside another site: on another port, to which the wiki's cookies go all the same. */
async function openFramed(wiki: WikiUnderTest, { context, name }: Visitor) {
	const address = pageAddress(wiki, newcomersPage, {}).replaceAll('&', '&amp;');
	const site = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<iframe src="${address}"></iframe>`);
	}).listen(0, '127.0.0.1');
	await once(site, 'listening');
	const page = await context.newPage();
	await page.goto(`http://127.0.0.1:${Object(site.address()).port}/`);
	site.close();
	const frame = page.mainFrame().childFrames()[0] ?? expect.fail('There is no frame.');
	await settle(frame);
	expect(await frame.evaluate(() => mw.config.get('wgUserName'))).toBe(name);
	return page;
}

// The demo wiki is in nobody's frame; a real one is in anybody's.
describeWithGrowth('frames', () => {
	const stage = stageGrowth(async () => prepareWiki(await startGrowthWiki()));

	test('in another site’s frame nobody is opted out', async () => {
		const visitor = await stage.enroll(people.experienced);
		await openFramed(stage.wiki, visitor);
		expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
		expect(await visitor.hasMemory()).toBe(false);
	});
});

describe(`frames on ${mediaWiki}`, () => {
	let prepared: PreparedWiki;
	let browser: Awaited<ReturnType<typeof launchChromium>>;
	beforeAll(async () => {
		[prepared, browser] = await Promise.all([startRealWiki().then(prepareWiki), launchChromium()]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
	});
	afterAll(() => Promise.all([prepared?.wiki.stop(), browser?.close()]));

	test('in another site’s frame the placeholder stays empty', async () => {
		const person = { name: freshName('Newcomer'), ...facts(3, 1) };
		const visitor = await visit(prepared.wiki, browser, person);
		const page = await openFramed(prepared.wiki, visitor);
		expect(await cardOn(page).mentor.count()).toBe(0);
		expect(await visitor.hasMemory()).toBe(false);
	});
});
