import type { Page } from 'playwright';
import { memoryOption } from '../../../gadget/domain/memory.ts';
import type { User } from '../../../server-mock/store/users.ts';
import { cardOn } from '../../journeys/card.ts';
import { mentorListTitle } from '../../journeys/preparedWiki.ts';
import { administrators, newcomersPage } from '../../journeys/visitor.ts';
import type { Lane } from '../../support/lane.ts';

/** The list of mentors with one whose words these are. */
export function listMentor(lane: Lane, username: string, message: string): void {
	lane.put(mentorListTitle, JSON.stringify({ Mentors: { 7: { username, message } } }));
}

/** The newcomers’ page, once there is a card on it. */
export async function openCard(lane: Lane, user: User): Promise<Page> {
	const page = await lane.open(user, newcomersPage);
	await cardOn(page).anyHeading.waitFor();
	return page;
}

/** Does something, and waits until its answer is drawn. */
export async function untilAnswered(page: Page, address: RegExp, work: () => Promise<unknown>) {
	const answered = page.waitForResponse(address);
	await Promise.all([work(), Promise.race([answered, page.getByRole('alert').waitFor()])]);
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

/** As the option holds it, whatever that is. */
export function rememberText(lane: Lane, user: User, text: string): void {
	lane.store.userOptions.set(user.id, memoryOption, text);
}

/** A person who may change the settings. */
export const enrollAdministrator = (lane: Lane): User =>
	lane.enroll('Administrator', true, administrators);

/** Overrides messages on the wiki. @returns What undoes it. */
export function changeTexts(lane: Lane, keys: readonly string[], text: string): () => void {
	const titles = keys.map((key) => `MediaWiki:Gadget-mentorship-${key}`);
	for (const title of titles) {
		lane.put(title, text);
	}
	return () => {
		for (const title of titles) {
			lane.store.pages.remove(title);
		}
	};
}
