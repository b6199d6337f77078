import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryOption } from '../../gadget/domain/memory.ts';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import type { User } from '../../server-mock/store/users.ts';
import { titleOf } from '../../server-mock/title.ts';
import { formOn } from '../journeys/configPerson.ts';
import { moduleOn } from '../journeys/growthHomepage.ts';
import { watchPolicy } from '../journeys/strictPolicy.ts';
import {
	cardOn,
	configuration,
	configurationTitle,
	newcomersPage,
	on,
} from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { hostileTexts } from '../support/hostileTexts.ts';
import { type Lane, openLane } from './faultMatrix/lane.ts';

// Too deep for any table of a page; readers of documents are tried with it by themselves.
const { 'deep nesting': _deep, ...texts } = hostileTexts;
const phone = { width: 390, height: 844 };

let browser: Browser;
let lane: Lane;
let violations: () => readonly string[];
const slips: string[] = [];
let shown = 0;
const seen = { ran: 0, wide: 0 };

beforeAll(async () => {
	browser = await launchChromium();
	lane = await openLane(browser);
	const page = await lane.openTab(lane.enroll('Nobody', false));
	await page.setViewportSize(phone);
	page.on('pageerror', (error) => slips.push(String(error)));
	page.on('dialog', (dialog) => slips.push(dialog.message()));
	violations = await watchPolicy(page.context());
});
afterAll(async () => {
	await lane?.close();
	await browser?.close();
	console.log(
		`Hostile: ${Object.keys(texts).length} texts x ${places.length} places, ${shown} shown; ` +
			`scripts run: ${seen.ran}, layout overflow at 390 px: ${seen.wide}`,
	);
});

/** Saves a page as it is, past every check. */
function put(title: string, content: string): void {
	lane.store.pages.save({
		title: titleOf(title),
		contentModel: title.endsWith('.json') ? 'json' : 'wikitext',
		content,
		comment: '',
		user: null,
		timestamp: Date.now(),
	});
}

/** The list of mentors with one whose words these are. */
function listMentor(username: string, message: string): void {
	put('MediaWiki:GrowthMentors.json', JSON.stringify({ Mentors: { 7: { username, message } } }));
}

async function openCard(user: User): Promise<Page> {
	const page = await lane.openTab(user);
	await page.goto(lane.address(newcomersPage));
	await cardOn(page).module.getByRole('heading').first().waitFor();
	return page;
}

/** Does something, and waits until its answer is drawn. */
async function untilAnswered(page: Page, address: RegExp, work: () => Promise<unknown>) {
	const answered = page.waitForResponse(address);
	await Promise.all([work(), Promise.race([answered, page.getByRole('alert').waitFor()])]);
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

function rememberText(user: User, text: string): void {
	lane.store.userOptions.set(user.id, memoryOption, text);
}

async function askForMentor(page: Page): Promise<void> {
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
}

interface Place {
	readonly name: string;
	/** Puts a text there and opens what shows it. */
	show(text: string): Promise<Page>;
}

const places: readonly Place[] = [
	{
		name: 'a mentor’s name and introduction',
		async show(text) {
			listMentor(text, text);
			const user = lane.enroll('Mentee', false);
			lane.remember(user, { version: 1, mentor: { id: 7, name: text || 'x' } });
			const page = await lane.openTab(user);
			await untilAnswered(page, /list=users/, () => openCard(user));
			return page;
		},
	},
	{
		name: 'the mentor whom the memory names, in the dialog',
		async show(text) {
			const user = lane.enroll('Opted out', false);
			const mentor = { name: text };
			rememberText(user, JSON.stringify({ version: 1, state: 'optedOut', mentor }));
			const page = await openCard(user);
			await cardOn(page).getMentor.click();
			await cardOn(page).dialog.waitFor();
			return page;
		},
	},
	{
		name: 'the whole memory',
		async show(text) {
			const user = lane.enroll('Mentee', false);
			rememberText(user, text.slice(0, 65_000));
			return openCard(user);
		},
	},
	{
		name: 'what the API says of a refusal',
		async show(text) {
			const user = lane.enroll('Experienced', true);
			const page = await openCard(user);
			await page.route('**/api.php', (route) =>
				route.fulfill({ json: { errors: [{ code: 'abusefilter-disallowed', text }] } }),
			);
			await askForMentor(page);
			await cardOn(page).alert.waitFor();
			await page.unroute('**/api.php');
			return page;
		},
	},
	{
		name: 'every fact about a mentor that the API gives',
		async show(text) {
			listMentor('Mentor', text);
			const user = lane.enroll('Mentee', false);
			lane.remember(user, { version: 1, mentor: { id: 7, name: 'Mentor' } });
			const facts = { name: text, editcount: text, timestamp: text };
			const page = await lane.openTab(user);
			await page.route(/list=users/, async (route) => {
				const answer = await (await route.fetch()).json();
				answer.query = { ...answer.query, users: [facts], usercontribs: [facts] };
				await route.fulfill({ json: answer });
			});
			await untilAnswered(page, /list=users/, () => openCard(user));
			await page.unroute(/list=users/);
			return page;
		},
	},
	{
		name: 'the wiki’s texts on GrowthExperiments’ Homepage',
		async show(text) {
			const page = await lane.openTab(lane.enroll('Experienced', true));
			await page.route(/allmessages/, async (route) => {
				const answer = await (await route.fetch()).json();
				for (const message of answer.query.allmessages) {
					message.content = text;
				}
				await route.fulfill({ json: answer });
			});
			await untilAnswered(page, /allmessages/, () => page.goto(lane.address('Special:Homepage')));
			await moduleOn(page).either.waitFor();
			await page.unroute(/allmessages/);
			return page;
		},
	},
	{
		name: 'the configuration page, above which the form is',
		async show(text) {
			put(configurationTitle, text);
			const page = await lane.openTab(
				lane.enroll('Administrator', true, ['sysop', 'interface-admin']),
			);
			await page.goto(lane.address(configurationTitle));
			await formOn(page)
				.edits.or(formOn(page).alert)
				.or(page.locator('.cdx-message'))
				.first()
				.waitFor();
			return page;
		},
	},
	{
		name: 'the configuration page, for an experienced editor',
		async show(text) {
			put(configurationTitle, text);
			const user = lane.enroll('Experienced', true);
			const page = await openCard(user);
			await cardOn(page).mentorName.waitFor();
			return page;
		},
	},
];

describe.each(places)('$name', ({ name, show }) => {
	test.each(Object.entries(texts))('%s', async (what, text) => {
		listMentor('Mentor', 'Hello');
		put(configurationTitle, configuration(on));
		slips.length = 0;
		const page = await show(text);
		shown += 1;
		const { ran, added, width } = await page.evaluate(() => ({
			ran: Number(Object(window).ran ?? 0),
			added: document.querySelectorAll(
				':is(.mentorship-module, .mentorship-config, [data-module-name]) :is(script, img, iframe, svg[onload], [onerror], [onmouseover], [href^="javascript"])',
			).length,
			width: document.documentElement.scrollWidth,
		}));
		seen.ran += ran;
		seen.wide += Number(width > phone.width);
		expect({ name, what, ran, added, width }).toEqual({
			name,
			what,
			ran: 0,
			added: 0,
			width: phone.width,
		});
		expect(slips).toEqual([]);
		expect(violations()).toEqual([]);
	});
});

const block = configuration({ ...on, minEditcount: 0, minTenureInDays: 0 });

test.each([
	['inherits the block', `{"__proto__": ${block}}`],
	['has a block that inherits', `{"${thresholdsKey}": {"__proto__": ${JSON.stringify(on)}}}`],
	['is JavaScript', `(${block})`],
	['says it twice, off last', `${block.slice(0, -1)},"${thresholdsKey}":{"enabled":false}}`],
])('a configuration page that %s opts nobody out', async (_what, text) => {
	put(configurationTitle, text);
	const page = await openCard(lane.enroll('Experienced', true));
	await cardOn(page).mentorName.waitFor();
});
