import { expect, test } from 'vitest';
import { memoryOption } from '../../gadget/domain/memory.ts';
import english from '../../gadget/i18n/en.json';
import { askOnCard, cardOn, mentorOnCard, optOutOnCard } from '../journeys/card.ts';
import { askForMentor, homepage, moduleOn } from '../journeys/growthHomepage.ts';
import { injectUserscript } from '../journeys/injected.ts';
import { mentorNamed } from '../journeys/preparedWiki.ts';
import { newcomersPage } from '../journeys/visitor.ts';
import { useLane } from '../support/openDemo.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { countWrites, expectPeace, openBoth, stateOf } from './twoComputers.ts';

const lane = useLane();

test('the rule opts a mentee out on two computers at once: once, and for good', async () => {
	const user = lane().enrollMentee();
	const pages = await openBoth(lane(), user, homepage);
	await Promise.all(pages.map((page) => moduleOn(page).optedOut.waitFor()));
	await expect
		.poll(() => stateOf(lane(), user), patience)
		.toEqual({
			state: 'optedOut',
			mentor: null,
			logEntries: 0,
			pending: undefined,
		});
	// Three each at most: what is begun, the state, what is done.
	expect(countWrites(lane())).toBeLessThanOrEqual(6);
	await expectPeace(lane(), user, pages, homepage);
});

test('a person gets their mentor back on two computers at once: one mentor, one log entry', async () => {
	const user = lane().enrollMentee();
	const [here, elsewhere] = await openBoth(lane(), user, homepage);
	await expect.poll(() => stateOf(lane(), user), patience).toMatchObject({ state: 'optedOut' });
	await expect.poll(() => stateOf(lane(), user).pending, patience).toBeUndefined();
	lane().order([]);
	await Promise.all(
		[here, elsewhere].map(async (page) => {
			await askForMentor(page);
			await moduleOn(page).either.locator('bdi', { hasText: 'Mentor3' }).first().waitFor();
		}),
	);
	await expect
		.poll(() => stateOf(lane(), user), patience)
		.toEqual({
			state: 'enabled',
			mentor: mentorNamed(lane().prepared, 'Mentor3').id,
			logEntries: 1,
			pending: undefined,
		});
	// Four each; and whichever was slower may note only now that the rule had opted them out.
	expect(countWrites(lane())).toBeLessThanOrEqual(10);
	await expectPeace(lane(), user, [here, elsewhere], homepage);
});

test.each([
	[newcomersPage, '.mentorship-card'],
	[homepage, '[data-module-name=mentorship-optin][data-mode=desktop]'],
])('the userscript beside the gadget changes nothing on %s', async (title, card) => {
	const user = lane().enrollMentee();
	lane().order([]);
	const page = await lane().open(user, title);
	await page.locator(card).waitFor();
	await settle(page);
	const look = async () => [[...lane().calls()], await page.locator('#content').innerHTML()];
	const before = await look();
	await injectUserscript(page);
	// It waits for MediaWiki, which serves whatever is queued in turn.
	await page.evaluate(
		() =>
			new Promise((resolve) =>
				Object(window).RLQ.push([['jquery', 'user.options'], () => Object(window).$(resolve)]),
			),
	);
	expect(await look()).toEqual(before);
	await expectPeace(lane(), user, [page], title);
});

test('a page from before a person asked elsewhere does not opt them out again', async () => {
	const user = lane().enrollMentee();
	const [here, elsewhere] = await Promise.all([lane().openTab(user), lane().openElsewhere(user)]);
	// Opened, but its gadget is held up until the other computer is through.
	let goOn: () => void = () => undefined;
	const isThrough = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	await here.route(/api\.php/, async (route) => {
		await isThrough;
		await route.continue();
	});
	await here.goto(lane().address(homepage));
	const mentor = { name: 'Mentor3' };
	const askedAt = new Date().toISOString();
	lane().remember(user, { version: 1, mentor, graduatedAt: askedAt, askedAt });
	goOn();
	await settle(here);
	expect(lane().store.mentees.stateOf(user.id)).toBe('enabled');
	await here.unrouteAll();
	await expectPeace(lane(), user, [here, elsewhere], homepage);
});

test('a tab with an older gadget that forgets that a person asked starts no ping-pong', async () => {
	const user = lane().enrollMentee();
	const pages = await Promise.all([lane().openTab(user), lane().openElsewhere(user)]);
	const mentor = { name: 'Mentor3' };
	// As it was before they asked: graduated, and yet in mentorship.
	lane().remember(user, { version: 1, mentor, graduatedAt: new Date().toISOString() });
	lane().order([]);
	await pages[0].goto(lane().address(homepage));
	await expect.poll(() => lane().memoryOf(user).askedAt, patience).toBeDefined();
	await expect.poll(() => stateOf(lane(), user).pending, patience).toBeUndefined();
	expect(stateOf(lane(), user)).toMatchObject({ state: 'enabled', logEntries: 0 });
	expect(countWrites(lane())).toBeLessThanOrEqual(2);
	await expectPeace(lane(), user, pages, homepage);
});

test('two tabs decide otherwise on MediaWiki alone: the last word holds on both', async () => {
	const user = lane().enroll('Mentee', false);
	lane().remember(user, { version: 1, mentor: mentorNamed(lane().prepared, 'Mentor1') });
	const [here, elsewhere] = await openBoth(lane(), user, newcomersPage);
	await Promise.all([here, elsewhere].map(mentorOnCard));
	await optOutOnCard(here);
	await optOutOnCard(elsewhere);
	await askOnCard(here);
	await mentorOnCard(here);
	await expectPeace(lane(), user, [here, elsewhere], newcomersPage);
	expect(await Promise.all([here, elsewhere].map(mentorOnCard))).toEqual(['Mentor1', 'Mentor1']);
});

const newer = '{"version":2,"mentor":{"names":["Mentor3"]},"secret":"kept"}';

test.each([newcomersPage, homepage])(
	'a memory of a newer gadget is left alone on %s',
	async (title) => {
		const user = lane().enrollMentee();
		const before = stateOf(lane(), user);
		lane().store.userOptions.set(user.id, memoryOption, newer);
		const pages = await openBoth(lane(), user, title);
		for (const page of pages) {
			await settle(page);
			expect(await page.locator('.mentorship-card').count()).toBe(0);
		}
		expect(countWrites(lane())).toBe(0);
		expect(stateOf(lane(), user)).toEqual(before);
		expect(lane().store.userOptions.of(user.id)[memoryOption]).toBe(newer);
	},
);

test('a newer gadget in another tab is respected by a page that is open already', async () => {
	const user = lane().enroll('Experienced', true);
	const [page] = await openBoth(lane(), user, newcomersPage);
	await cardOn(page).getMentor.waitFor();
	lane().store.userOptions.set(user.id, memoryOption, newer);
	await askOnCard(page);
	await cardOn(page).alert.waitFor();
	expect(await cardOn(page).alert.innerText()).toBe(english['failure-newer-gadget']);
	expect(lane().store.userOptions.of(user.id)[memoryOption]).toBe(newer);
});
