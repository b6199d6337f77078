import { expect, test } from 'vitest';
import { askOnCard, cardOn, mentorOnCard } from '../journeys/card.ts';
import { newcomersPage } from '../journeys/visitor.ts';
import { useLane } from '../support/openDemo.ts';
import { patience } from '../support/patience.ts';
import { expectPeace, openBoth } from './twoComputers.ts';

/** In milliseconds. */
const day = 86_400_000;
const lane = useLane();

test('a page that wakes up a day later does what is pressed, in a session begun since', async () => {
	const user = lane().enroll('Experienced', true);
	const page = await lane().open(user, newcomersPage);
	await cardOn(page).getMentor.waitFor();
	await page.clock.fastForward(day);
	// The token that the page brought along is of a session that is over.
	await lane().logInAgain(page, user);
	await askOnCard(page);
	await mentorOnCard(page);
	expect(lane().memoryOf(user).askedAt).toBeDefined();
	await expectPeace(lane(), user, [page], newcomersPage);
});

test('back in the history is the page as it is now', async () => {
	const user = lane().enroll('Experienced', true);
	const page = await lane().open(user, newcomersPage);
	await askOnCard(page);
	await mentorOnCard(page);
	await expect.poll(() => lane().memoryOf(user).pending, patience).toBeUndefined();
	await page.goto(lane().address('Main Page'));
	await page.goBack();
	await mentorOnCard(page);
	await expectPeace(lane(), user, [page], newcomersPage);
});

test('a page that the browser froze for going back goes on from what was done elsewhere', async () => {
	const user = lane().enroll('Experienced', true);
	const [page, elsewhere] = await openBoth(lane(), user, newcomersPage);
	await cardOn(page).getMentor.waitFor();
	const devtools = await page.context().newCDPSession(page);
	// Playwright switches the browser's own cache of pages off; this is what it does with one.
	await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
	await askOnCard(elsewhere);
	const mentor = await mentorOnCard(elsewhere);
	const { askedAt } = lane().memoryOf(user);
	await devtools.send('Page.setWebLifecycleState', { state: 'active' });
	await devtools.detach();
	await askOnCard(page);
	expect(await mentorOnCard(page)).toBe(mentor);
	expect(lane().memoryOf(user).askedAt).toBe(askedAt);
	await expectPeace(lane(), user, [page, elsewhere], newcomersPage);
});
