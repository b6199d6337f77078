import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { mentorOf, moduleOn } from './growthHomepage.ts';
import type { PreparedWiki } from './preparedWiki.ts';
import { cardOn, configuration, configurationTitle, facts, on, visit } from './visitor.ts';

/** What addresses, scripts, selectors, texts and wikitext may take for something else. */
const names = [
	'A+B',
	'R&D',
	"O'Brien",
	"Two''quotes",
	'Say "hi"',
	'50% off',
	'Who?',
	'Semi;colon, comma',
	'$1 and $2',
	'(paren) *star',
	'Back\\slash',
	'Dot.json',
	'Constructor',
	'ISBN 0123456789',
	'Ünïcödé',
	'李小龙',
	'משה (מדריך)',
	'🦊 fox',
] as const;

/** A person and their mentor, both with a name out of the ordinary: the rule, and the way back. */
export function describeOddNames(
	prepare: () => Promise<PreparedWiki>,
	host: 'growth' | 'plain',
): void {
	let prepared: PreparedWiki;
	let browser: Browser;
	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
		const { wiki } = prepared;
		const entries: Array<[number, object]> = [];
		for (const name of names) {
			const username = `${name} mentor`;
			await wiki.setPerson({ name: username, ...facts(5000, 1000) });
			const session = await wiki.logIn(username);
			const answer = await session.get({ action: 'query', meta: 'userinfo' });
			entries.push([Object(answer).query.userinfo.id, { username, message: null, weight: 2 }]);
		}
		const list = JSON.stringify({ Mentors: Object.fromEntries(entries) });
		await wiki.savePage('MediaWiki:GrowthMentors.json', list);
	});
	afterAll(() => Promise.all([prepared?.wiki.stop(), browser?.close()]));

	test.each(names)('%s is opted out, and gets their mentor, named alike, back', async (name) => {
		const { wiki } = prepared;
		const mentor = `${name} mentor`;
		const visitor = await visit(wiki, browser, { name, ...facts(600, 400) });
		if (host === 'plain') {
			const answer = await visitor.session.get({ action: 'query', list: 'users', ususers: mentor });
			const id: number = Object(answer).query.users[0].userid;
			await visitor.writeMemory({ version: 1, mentor: { name: mentor, id } });
			const card = cardOn(await visitor.open());
			await card.getMentor.click();
			await card.confirm.click();
			await card.mentorName.waitFor();
			expect(await card.mentorName.innerText()).toBe(mentor);
			const href = (await card.module.getByRole('link').first().getAttribute('href')) ?? '';
			const { pathname, searchParams } = new URL(href, wiki.origin);
			const title = searchParams.get('title') ?? decodeURIComponent(pathname.slice(11));
			expect(title.replaceAll('_', ' ')).toBe(`User:${mentor}`);
		} else {
			await visitor.session.post({ action: 'growthsetmentor', mentee: name, mentor });
			const stateOption = 'growthexperiments-homepage-mentorship-enabled';
			await visitor.session.post({ action: 'options', optionname: stateOption, optionvalue: '1' });
			const page = await visitor.open('Special:Homepage');
			await moduleOn(page).optedOut.waitFor();
			await expect
				.poll(() => visitor.readMemory(), patience)
				.toMatchObject({ mentor: { name: mentor } });
			await settle(page);
			await moduleOn(page).getMentor.click();
			await moduleOn(page).confirm.click();
			await moduleOn(page).mentorName.waitFor();
			expect(await moduleOn(page).mentorName.innerText()).toBe(mentor);
			const loggedOut = await wiki.logIn(null);
			await expect.poll(() => mentorOf(loggedOut, name, [{ name: mentor }]), patience).toBe(mentor);
		}
		await visitor.context.close();
	});
}
