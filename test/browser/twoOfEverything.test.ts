import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { memoryOption } from '../../gadget/domain/memory.ts';
import english from '../../gadget/i18n/en.json';
import type { User } from '../../server-mock/store/users.ts';
import { moduleOn } from '../journeys/growthHomepage.ts';
import { injectUserscript } from '../journeys/injected.ts';
import { mentorNamed } from '../journeys/preparedWiki.ts';
import { cardOn, newcomersPage, on } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Lane, openLane } from './faultMatrix/lane.ts';

const patience = { timeout: 15_000, interval: 50 };
const homepage = 'Special:Homepage';
/** In milliseconds. */
const day = 86_400_000;

let browser: Browser;
let lane: Lane;

beforeAll(async () => {
	browser = await launchChromium();
	lane = await openLane(browser);
});
afterAll(async () => {
	await lane?.close();
	await browser?.close();
});
beforeEach(() => lane.configure(on));

/** An experienced editor in mentorship, whose mentor is never drawn. */
function enrollVeteran(): User {
	const user = lane.enroll('Experienced', true);
	lane.store.mentees.setMentor(user.id, mentorNamed(lane.prepared, 'Mentor3').id ?? 0);
	return user;
}

async function openBoth(user: User, title: string): Promise<[Page, Page]> {
	const pages = await Promise.all([lane.openTab(user), lane.openElsewhere(user)]);
	lane.order([]);
	await Promise.all(pages.map((page) => page.goto(lane.address(title))));
	return pages;
}

const writesSince = () =>
	lane.calls().filter((call) => /^(options|growthset\w+|edit)$/.test(call)).length;

const stateOf = (user: User) => ({
	state: lane.store.mentees.stateOf(user.id),
	mentor: lane.store.mentees.mentorOf(user.id),
	logEntries: lane.store.log.list({ title: `User:${user.name}` }, 10).length,
	pending: lane.memoryOf(user).pending,
});

/** Opens the page on one computer and the other in turn: nothing is written any more. */
async function expectPeace(user: User, pages: readonly Page[], title: string): Promise<void> {
	const openInTurn = async () => {
		for (const page of pages) {
			await page.goto(lane.address(title));
			await page.waitForLoadState('networkidle');
		}
	};
	// The first time may finish what was under way when the page was left.
	await openInTurn();
	const before = JSON.stringify([stateOf(user), lane.memoryOf(user)]);
	lane.order([]);
	await openInTurn();
	await openInTurn();
	expect(writesSince()).toBe(0);
	expect(JSON.stringify([stateOf(user), lane.memoryOf(user)])).toBe(before);
}

test('the rule opts somebody out on two computers at once: once, and for good', async () => {
	const user = enrollVeteran();
	const pages = await openBoth(user, homepage);
	await Promise.all(pages.map((page) => moduleOn(page).optedOut.waitFor()));
	await expect
		.poll(() => stateOf(user), patience)
		.toEqual({
			state: 'optedOut',
			mentor: null,
			logEntries: 0,
			pending: undefined,
		});
	// Three each at most: what is begun, the state, what is done.
	expect(writesSince()).toBeLessThanOrEqual(6);
	await expectPeace(user, pages, homepage);
});

test('somebody gets their mentor back on two computers at once: one mentor, one log entry', async () => {
	const user = enrollVeteran();
	const [here, elsewhere] = await openBoth(user, homepage);
	await expect.poll(() => stateOf(user), patience).toMatchObject({ state: 'optedOut' });
	await expect.poll(() => stateOf(user).pending, patience).toBeUndefined();
	lane.order([]);
	await Promise.all(
		[here, elsewhere].map(async (page) => {
			await moduleOn(page).getMentor.click();
			await moduleOn(page).confirm.click();
			await moduleOn(page).either.locator('bdi', { hasText: 'Mentor3' }).first().waitFor();
		}),
	);
	await expect
		.poll(() => stateOf(user), patience)
		.toEqual({
			state: 'enabled',
			mentor: mentorNamed(lane.prepared, 'Mentor3').id,
			logEntries: 1,
			pending: undefined,
		});
	// Four each; and whichever was slower may note only now that the rule had opted them out.
	expect(writesSince()).toBeLessThanOrEqual(10);
	await expectPeace(user, [here, elsewhere], homepage);
});

test.each([
	[newcomersPage, '.mentorship-card'],
	[homepage, '[data-module-name=mentorship-optin][data-mode=desktop]'],
])('the userscript beside the gadget changes nothing on %s', async (title, card) => {
	const user = enrollVeteran();
	const page = await lane.openTab(user);
	lane.order([]);
	await page.goto(lane.address(title));
	await page.locator(card).waitFor();
	await page.waitForLoadState('networkidle');
	const look = async () => [[...lane.calls()], await page.locator('#content').innerHTML()];
	const before = await look();
	await injectUserscript(page);
	// It waits for MediaWiki; whoever comes after it is served after it.
	await page.evaluate(
		() =>
			new Promise((resolve) =>
				Object(window).RLQ.push([['jquery', 'user.options'], () => Object(window).$(resolve)]),
			),
	);
	expect(await look()).toEqual(before);
	await expectPeace(user, [page], title);
});

test('a page from before somebody asked elsewhere does not opt them out again', async () => {
	const user = enrollVeteran();
	const [here, elsewhere] = await Promise.all([lane.openTab(user), lane.openElsewhere(user)]);
	// Opened, but its gadget is held up until the other computer is through.
	let goOn: () => void = () => undefined;
	const isThrough = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	await here.route(/api\.php/, async (route) => {
		await isThrough;
		await route.continue();
	});
	await here.goto(lane.address(homepage));
	const mentor = { name: 'Mentor3' };
	const askedAt = new Date().toISOString();
	lane.remember(user, { version: 1, mentor, graduatedAt: askedAt, askedAt });
	goOn();
	await here.waitForLoadState('networkidle');
	expect(lane.store.mentees.stateOf(user.id)).toBe('enabled');
	await here.unrouteAll();
	await expectPeace(user, [here, elsewhere], homepage);
});

test('a tab with an older gadget that forgets that somebody asked starts no ping-pong', async () => {
	const user = enrollVeteran();
	const pages = await Promise.all([lane.openTab(user), lane.openElsewhere(user)]);
	const mentor = { name: 'Mentor3' };
	// As it was before they asked: graduated, and yet in mentorship.
	lane.remember(user, { version: 1, mentor, graduatedAt: new Date().toISOString() });
	lane.order([]);
	await pages[0].goto(lane.address(homepage));
	await expect.poll(() => lane.memoryOf(user).askedAt, patience).toBeDefined();
	await expect.poll(() => stateOf(user).pending, patience).toBeUndefined();
	expect(stateOf(user)).toMatchObject({ state: 'enabled', logEntries: 0 });
	expect(writesSince()).toBeLessThanOrEqual(2);
	await expectPeace(user, pages, homepage);
});

test('two tabs decide otherwise on MediaWiki alone: the last word holds on both', async () => {
	const user = lane.enroll('Mentee', false);
	lane.remember(user, { version: 1, mentor: mentorNamed(lane.prepared, 'Mentor1') });
	const [here, elsewhere] = await openBoth(user, newcomersPage);
	await Promise.all([here, elsewhere].map((page) => cardOn(page).mentorName.waitFor()));
	for (const page of [here, elsewhere]) {
		await cardOn(page).menu.click();
		await cardOn(page).optOut.click();
		await cardOn(page).confirm.click();
		await cardOn(page).optedOut.waitFor();
	}
	await cardOn(here).getMentor.click();
	await cardOn(here).confirm.click();
	await cardOn(here).mentorName.waitFor();
	await expectPeace(user, [here, elsewhere], newcomersPage);
	await Promise.all([here, elsewhere].map((page) => cardOn(page).mentorName.waitFor()));
	expect(await cardOn(elsewhere).mentorName.innerText()).toBe('Mentor1');
});

const newer = '{"version":2,"mentor":{"names":["Mentor3"]},"secret":"kept"}';

test.each([newcomersPage, homepage])(
	'a memory of a newer gadget is left alone on %s',
	async (title) => {
		const user = enrollVeteran();
		const before = stateOf(user);
		lane.store.userOptions.set(user.id, memoryOption, newer);
		const pages = await openBoth(user, title);
		for (const page of pages) {
			await page.waitForLoadState('networkidle');
		}
		expect(writesSince()).toBe(0);
		expect(stateOf(user)).toEqual(before);
		expect(lane.store.userOptions.of(user.id)[memoryOption]).toBe(newer);
	},
);

test('a newer gadget in another tab is respected by a page that is open already', async () => {
	const user = lane.enroll('Experienced', true);
	const [page] = await openBoth(user, newcomersPage);
	await cardOn(page).getMentor.waitFor();
	lane.store.userOptions.set(user.id, memoryOption, newer);
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
	await cardOn(page).alert.waitFor();
	expect(await cardOn(page).alert.innerText()).toBe(english['failure-newer-gadget']);
	expect(lane.store.userOptions.of(user.id)[memoryOption]).toBe(newer);
});

test('a page that wakes up a day later does what is pressed, in a session begun since', async () => {
	const user = lane.enroll('Experienced', true);
	const page = await lane.openTab(user);
	await page.goto(lane.address(newcomersPage));
	await cardOn(page).getMentor.waitFor();
	await page.clock.fastForward(day);
	// The token that the page brought along is of a session that is over.
	await lane.logInAgain(page, user);
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
	await cardOn(page).mentorName.waitFor();
	expect(lane.memoryOf(user).askedAt).toBeDefined();
	await expectPeace(user, [page], newcomersPage);
});

test('back in the history is the page as it is now', async () => {
	const user = lane.enroll('Experienced', true);
	const page = await lane.openTab(user);
	await page.goto(lane.address(newcomersPage));
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
	await cardOn(page).mentorName.waitFor();
	await expect.poll(() => lane.memoryOf(user).pending, patience).toBeUndefined();
	await page.goto(lane.address('Main Page'));
	await page.goBack();
	await cardOn(page).mentorName.waitFor();
	await expectPeace(user, [page], newcomersPage);
});

test('a page that the browser froze for going back goes on from what was done elsewhere', async () => {
	const user = lane.enroll('Experienced', true);
	const [page, elsewhere] = await openBoth(user, newcomersPage);
	await cardOn(page).getMentor.waitFor();
	const devtools = await page.context().newCDPSession(page);
	// Playwright switches the browser's own cache of pages off; this is what it does with one.
	await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
	await cardOn(elsewhere).getMentor.click();
	await cardOn(elsewhere).confirm.click();
	await cardOn(elsewhere).mentorName.waitFor();
	const mentor = await cardOn(elsewhere).mentorName.innerText();
	const { askedAt } = lane.memoryOf(user);
	await devtools.send('Page.setWebLifecycleState', { state: 'active' });
	await devtools.detach();
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
	await cardOn(page).mentorName.waitFor();
	expect(await cardOn(page).mentorName.innerText()).toBe(mentor);
	expect(lane.memoryOf(user).askedAt).toBe(askedAt);
	await expectPeace(user, [page, elsewhere], newcomersPage);
});
