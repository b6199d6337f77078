import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { User } from '../../server-mock/store/users.ts';
import type { Lane } from '../support/lane.ts';
import { settle } from '../support/settle.ts';

/** A page on two computers of theirs. */
export async function openBoth(lane: Lane, user: User, title: string): Promise<[Page, Page]> {
	const pages = await Promise.all([lane.openTab(user), lane.openElsewhere(user)]);
	lane.order([]);
	await Promise.all(pages.map((page) => page.goto(lane.address(title))));
	return pages;
}

/** Since the last order of faults. */
export const countWrites = (lane: Lane): number =>
	lane.calls().filter((call) => /^(options|growthset\w+|edit)$/.test(call)).length;

/** What the wiki says of a person in mentorship. */
export const stateOf = (lane: Lane, user: User) => ({
	state: lane.store.mentees.stateOf(user.id),
	mentor: lane.store.mentees.mentorOf(user.id),
	logEntries: lane.store.log.list({ title: `User:${user.name}` }, 10).length,
	pending: lane.memoryOf(user).pending,
});

/** Opens the page on one computer and the other in turn: nothing is written any more. */
export async function expectPeace(
	lane: Lane,
	user: User,
	pages: readonly Page[],
	title: string,
): Promise<void> {
	const openInTurn = async () => {
		for (const page of pages) {
			await page.goto(lane.address(title));
			await settle(page);
		}
	};
	// The first time may finish what was under way when the page was left.
	await openInTurn();
	const before = JSON.stringify([stateOf(lane, user), lane.memoryOf(user)]);
	lane.order([]);
	await openInTurn();
	await openInTurn();
	expect(countWrites(lane)).toBe(0);
	expect(JSON.stringify([stateOf(lane, user), lane.memoryOf(user)])).toBe(before);
}
