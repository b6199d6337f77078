import type { Page } from 'playwright';
import { memoryOption } from '../../../gadget/domain/memory.ts';
import type { User } from '../../../server-mock/store/users.ts';
import { titleOf } from '../../../server-mock/wiki/title.ts';
import { cardOn, newcomersPage } from '../../journeys/visitor.ts';
import type { Lane } from '../../support/lane.ts';

/** Saves a page as it is, past every check. */
export function put(lane: Lane, title: string, content: string): void {
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
export function listMentor(lane: Lane, username: string, message: string): void {
	put(
		lane,
		'MediaWiki:GrowthMentors.json',
		JSON.stringify({ Mentors: { 7: { username, message } } }),
	);
}

/** The newcomers’ page, once there is a card on it. */
export async function openCard(lane: Lane, user: User): Promise<Page> {
	const page = await lane.openTab(user);
	await page.goto(lane.address(newcomersPage));
	await cardOn(page).module.getByRole('heading').first().waitFor();
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

/** On the opted-out card. */
export async function askForMentor(page: Page): Promise<void> {
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
}

/** A person who may change the settings. */
export const enrollAdministrator = (lane: Lane): User =>
	lane.enroll('Administrator', true, ['sysop', 'interface-admin']);

/** Overrides messages on the wiki. @returns What undoes it. */
export function changeTexts(lane: Lane, keys: readonly string[], text: string): () => void {
	const titles = keys.map((key) => `MediaWiki:Gadget-mentorship-${key}`);
	for (const title of titles) {
		put(lane, title, text);
	}
	return () => {
		for (const title of titles) {
			lane.store.pages.remove(title);
		}
	};
}
