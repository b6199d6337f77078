import type { Page } from 'playwright';
import english from '../../gadget/i18n/en.json' with { type: 'json' };

/** Which pages a community has is in no language's file. */
export type CardTexts = Pick<
	typeof english,
	Exclude<Extract<keyof typeof english, `card-${string}`>, 'card-help-page' | 'card-help-desk'>
>;

/**
 * The parts of the card on the `plain` host, as a person would name them.
 *
 * @param texts In the language of the person who looks at it.
 */
export function cardOn(page: Page, texts: CardTexts = english) {
	const module = page.locator('.mentorship-module');
	const heading = (name: string) => module.getByRole('heading', { name, exact: true });
	const button = (name: string) => module.getByRole('button', { name, exact: true });
	return {
		module,
		anyHeading: module.getByRole('heading').first(),
		optedOut: heading(texts['card-opted-out-title']),
		mentor: heading(texts['card-mentor-title']),
		mentorName: module.locator('.mentorship-card__mentor bdi'),
		getMentor: button(texts['card-opted-out-get']),
		menu: button(texts['card-mentor-menu']),
		optOut: module.getByRole('menuitem', { name: texts['card-leave-title'], exact: true }),
		dialog: page.getByRole('dialog'),
		confirm: page.getByRole('dialog').locator('.cdx-button--weight-primary'),
		alert: page.getByRole('alert'),
		status: page.locator('.mentorship-hidden[role=status]'),
	};
}

/** Presses "Get a mentor" on the card, and confirms it. @param wish What is chosen in the dialog. */
export async function askOnCard(page: Page, wish?: string): Promise<void> {
	const { getMentor, dialog, confirm } = cardOn(page);
	await getMentor.click();
	if (wish !== undefined) {
		await dialog.getByRole('radio', { name: wish }).check();
	}
	await confirm.click();
}

/** The name of the mentor on the card, once there is one. */
export async function mentorOnCard(page: Page): Promise<string> {
	const { mentorName } = cardOn(page);
	await mentorName.waitFor();
	return mentorName.innerText();
}

/** Opts out by the menu of the mentor card, and waits for the other card. */
export async function optOutOnCard(page: Page): Promise<void> {
	const { menu, optOut, confirm, optedOut } = cardOn(page);
	await menu.click();
	await optOut.click();
	await confirm.click();
	await optedOut.waitFor();
}
