import { expect, test } from 'vitest';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { cardOn } from './card.ts';
import { openStage, type Prepare } from './stage.ts';
import { freshName, newcomersPage, people } from './visitor.ts';

const placeholder = '<div class="mentorship-module"></div>';

/** A page, the parameters it is asked for with, and whether the placeholder there is a place. */
const pages: ReadonlyArray<[string, string, Readonly<Record<string, string>>, boolean]> = [
	['a project page', newcomersPage, {}, true],
	['a help page', 'Help:Mentorship', {}, true],
	['a page of the interface', 'MediaWiki:Mentorship-page', {}, true],
	['one’s own user page', 'User:NAME', {}, true],
	['a page below one’s own', 'User:NAME/start', {}, true],
	['another person’s user page', 'User:Mentor1', {}, false],
	['an old revision', newcomersPage, { oldid: 'OLD' }, false],
	['a difference between revisions', newcomersPage, { diff: 'cur', oldid: 'OLD' }, false],
	[
		'Special:ExpandTemplates',
		'Special:ExpandTemplates',
		{ wpInput: placeholder, input: placeholder },
		false,
	],
];

/** Only the wiki says where a place is, on the `plain` host. */
export function describePlainPlaces(prepare: Prepare): void {
	const stage = openStage(prepare);

	test.each(pages)('%s: a card only where the wiki made a place', async (...row) => {
		const [, titleOf, parametersOf, isPlace] = row;
		const name = freshName('Newcomer');
		const visitor = await stage.arrive(people.newcomer, { name });
		const title = titleOf.replace('NAME', name);
		if (!title.startsWith('Special:')) {
			await stage.wiki.savePage(title, `First.\n\n${placeholder}`);
		}
		let old = '';
		if ('oldid' in parametersOf) {
			const revisions = { action: 'query', prop: 'revisions', titles: title };
			const answer = await visitor.session.get(revisions);
			old = String(Object(answer).query.pages[0].revisions[0].revid);
			await stage.wiki.savePage(title, `Second.\n\n${placeholder}`);
		}
		const parameters = Object.fromEntries(
			Object.entries(parametersOf).map(([key, value]) => [key, value.replace('OLD', old)]),
		);
		const page = await visitor.open(title, parameters);
		await settle(page);
		expect(await cardOn(page).mentor.count()).toBe(isPlace ? 1 : 0);
		await expect.poll(() => visitor.hasMemory(), patience).toBe(isPlace);
	});

	test('each place on a page has the card, also when it is drawn anew; all show what was done', async () => {
		const title = 'Project:Two places';
		await stage.wiki.savePage(title, `First:\n\n${placeholder}\n\nSecond:\n\n${placeholder}`);
		const page = await (await stage.arrive(people.experienced)).open(title);
		const { optedOut, getMentor, confirm, mentor } = cardOn(page);
		await getMentor.nth(1).click();
		expect(await optedOut.count()).toBe(2);
		await confirm.click();
		await mentor.nth(1).waitFor();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your mentor');

		// As a reply tool does.
		await page.evaluate((html) => {
			const $content = $('#mw-content-text').html(`${html}${html}${html}`);
			mw.hook('wikipage.content').fire($content);
		}, placeholder);
		await mentor.nth(2).waitFor();
		await settle(page);
		expect(await mentor.count()).toBe(3);
	});
}
