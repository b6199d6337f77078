import type { Browser, Page } from 'playwright';
import type { WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';
import { facts, freshName, type Visitor, visit } from './visitor.ts';

/** The Homepage as a desktop and as a phone shows it. */
export const devices = {
	desktop: { useskin: 'vector-2022', width: 1280 },
	'old desktop': { useskin: 'vector', width: 1280 },
	phone: { useskin: 'minerva', width: 390 },
} as const;

export type Device = keyof typeof devices;

/** A person on Special:Homepage. */
export interface HomepageVisitor extends Visitor {
	openHomepage(parameters?: Readonly<Record<string, string>>): Promise<Page>;
}

/** @param days Age of the account; `null`: registration unknown. */
export async function arriveAtHomepage(
	wiki: WikiUnderTest,
	browser: Browser,
	device: Device,
	[edits, days]: readonly [edits: number, days: number | null],
): Promise<HomepageVisitor> {
	const { useskin, width } = devices[device];
	const person = { name: freshName('Homepage visitor'), ...facts(edits, days) };
	const visitor = await visit(wiki, browser, person, { width, height: 1200 });
	return {
		...visitor,
		openHomepage: (parameters = {}) => visitor.open('Special:Homepage', { useskin, ...parameters }),
	};
}

/** The mentorship module, whoever drew it. */
export function moduleOn(page: Page) {
	const mentor = page.locator('[data-module-name="mentorship"]').first();
	const optedOut = page.locator('[data-module-name="mentorship-optin"]').first();
	const dialog = page.locator('.oo-ui-messageDialog-content.oo-ui-window-content-ready');
	return {
		mentor,
		optedOut,
		either: page.locator('[data-module-name^=mentorship]').first(),
		mentorName: mentor.locator('bdi').first(),
		getMentor: optedOut.locator('#mw-ge-homepage-mentorship-optin [role=button]'),
		dialog,
		confirm: dialog.getByRole('button', { name: 'Continue' }),
		alert: page.getByRole('alert'),
	};
}

/** Presses "Get a mentor", and says in the dialog which one, where there is a choice. */
export async function askForMentor(page: Page, wish = 'The same mentor'): Promise<void> {
	const { getMentor, confirm, dialog } = moduleOn(page);
	await getMentor.click();
	const choice = dialog.getByRole('radio', { name: wish });
	await confirm.waitFor();
	if ((await choice.count()) > 0) {
		await choice.check();
	}
	await confirm.click();
}

/** Whom the wiki lists as a mentor's mentees. */
export async function menteesOf(session: WikiSession, mentor: string): Promise<string[]> {
	const answer = await session.get({
		action: 'query',
		list: 'growthmentormentee',
		gemmmentor: mentor,
	});
	const mentees: Array<{ name: string }> = Object(answer).growthmentormentee.mentees;
	return mentees.map(({ name }) => name);
}

/** Whose mentee a person is; `null`: nobody's. */
export async function mentorOf(
	session: WikiSession,
	mentee: string,
	mentors: readonly { readonly name: string }[],
): Promise<string | null> {
	for (const { name } of mentors) {
		if ((await menteesOf(session, name)).includes(mentee)) {
			return name;
		}
	}
	return null;
}

/** `enabled`, `optout` or `disabled`. */
export async function statusOf(session: WikiSession): Promise<string> {
	const answer = await session.get({ action: 'query', meta: 'growthmenteestatus' });
	return Object(answer).growthmenteestatus.menteestatus;
}
