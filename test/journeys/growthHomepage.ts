import type { Browser, Page } from 'playwright';
import { settle } from '../support/settle.ts';
import type { WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';
import { type Experience, facts, freshName, type Visitor, visit } from './visitor.ts';

export const homepage = 'Special:Homepage';

/** The Homepage as a desktop and as a phone shows it. */
export const devices = {
	desktop: { useskin: 'vector-2022', width: 1280 },
	'old desktop': { useskin: 'vector', width: 1280 },
	phone: { useskin: 'minerva', width: 390 },
} as const;

export type Device = keyof typeof devices;
export const deviceNames = Object.keys(devices) as Device[];

/** A person on Special:Homepage. */
export interface HomepageVisitor extends Visitor {
	openHomepage(
		parameters?: Readonly<Record<string, string>>,
		prepare?: (page: Page) => unknown,
	): Promise<Page>;
}

export async function arriveAtHomepage(
	wiki: WikiUnderTest,
	browser: Browser,
	device: Device,
	who: Experience,
): Promise<HomepageVisitor> {
	const { useskin, width } = devices[device];
	const person = { name: freshName('Homepage visitor'), ...facts(...who) };
	const visitor = await visit(wiki, browser, person, { width, height: 1200 });
	return {
		...visitor,
		openHomepage: (parameters = {}, prepare) =>
			visitor.open(homepage, { useskin, ...parameters }, prepare),
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

/** Asks for a mentor. @returns Who is on their card once nothing is on its way to the wiki any more. */
export async function getMentor(page: Page, wish?: string): Promise<string> {
	await askForMentor(page, wish);
	const { mentorName } = moduleOn(page);
	await mentorName.waitFor();
	await settle(page);
	return mentorName.innerText();
}

/** The opted-out card, painted in one go: painting bit by bit rounds its corners a shade differently. */
export async function pictureOptedOut(page: Page, device: Device): Promise<Buffer> {
	await moduleOn(page).optedOut.waitFor();
	await settle(page);
	await page.setViewportSize({ width: devices[device].width - 10, height: 1500 });
	return moduleOn(page).optedOut.screenshot();
}

/** Whom the wiki lists as a mentor's mentees. */
export async function menteesOf(session: WikiSession, mentor: string): Promise<string[]> {
	const list = 'growthmentormentee';
	const answer = await session.get({ action: 'query', list, gemmmentor: mentor });
	const mentees: Array<{ name: string }> = Object(answer).growthmentormentee.mentees;
	return mentees.map(({ name }) => name);
}

/** Whose mentee a person is; `null`: they have no mentor. */
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
