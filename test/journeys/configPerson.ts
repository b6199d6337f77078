import type { Locator, Page } from 'playwright';
import type { WikiSession } from '../support/wikiUnderTest.ts';
import type { Stage } from './stage.ts';
import { administrators, configurationTitle, type Visitor } from './visitor.ts';

/** A person who may change the settings. */
export const administrator = { groups: administrators };
export const arriveAsAdministrator = (stage: Stage) => stage.arrive([5000, 2000], administrator);

/** Opens the page with the form, and waits until the form has loaded the settings. */
export async function openForm(visitor: Visitor, parameters = {}): Promise<Page> {
	const page = await visitor.open(configurationTitle, parameters);
	await formOn(page).edits.or(formOn(page).alert).first().waitFor();
	return page;
}

/** What a person is asked before they leave the page, from now on; they leave it each time. */
export function listLeaveQuestions(page: Page): string[] {
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		dialog.accept().catch(() => undefined);
	});
	return asked;
}

export async function latestRevision(
	session: WikiSession,
	titles: string,
): Promise<{ readonly revid: number; readonly user: string; readonly comment: string }> {
	const rvprop = 'ids|user|comment';
	const answer = await session.get({ action: 'query', prop: 'revisions', titles, rvprop });
	return Object(answer).query.pages[0].revisions[0];
}

/** The form's parts, as a person would name them. */
export function formOn(page: Page) {
	const form = page.locator('.mentorship-settings');
	// On a wiki without GrowthExperiments a second form, for the mentors, has a Save of its own.
	const thresholds = form.locator('form').first();
	return {
		form,
		enabled: form.getByRole('checkbox', { name: 'Opt out experienced users from mentorship' }),
		edits: form.getByRole('textbox', { name: 'Number of edits' }),
		age: form.getByRole('textbox', { name: 'Account age (in days)' }),
		summary: form.getByRole('textbox', { name: 'Summary' }),
		save: thresholds.getByRole('button', { name: 'Save', exact: true }),
		keepMine: form.getByRole('button', { name: 'Keep mine' }),
		takeTheirs: form.getByRole('button', { name: 'Use the saved ones' }),
		startFromDefaults: form.getByRole('button', { name: 'Start from the defaults' }),
		saved: form.getByText('It takes effect for everybody within 5 minutes.'),
		showChange: form.getByRole('link', { name: 'Show the change' }),
		conflict: form.getByText(/saved these settings .*in the meantime/),
		doubt: form.getByText(/Save anyway\?/),
		saveAnyway: form.getByRole('button', { name: 'Save anyway' }),
		alert: form.getByRole('alert'),
	};
}

/** Drags a threshold's line in the preview by its grip, so many pixels. */
export async function dragLine(line: Locator, { x = 0, y = 0 }): Promise<void> {
	const grip = line.locator('circle');
	await grip.scrollIntoViewIfNeeded();
	const box = await grip.boundingBox();
	if (box === null) {
		throw new Error('The line is not in sight.');
	}
	const { mouse } = line.page();
	const [left, top] = [box.x + box.width / 2, box.y + box.height / 2];
	await mouse.move(left, top);
	await mouse.down();
	await mouse.move(left + x, top + y, { steps: 5 });
	await mouse.up();
}

/** Shows all that the preview and the form keep folded. */
export async function unfoldAll(page: Page): Promise<void> {
	for (const summary of await page.locator('.mentorship-settings summary').all()) {
		await summary.click();
	}
}

/** The preview's parts. */
export function previewOn(page: Page) {
	const form = page.locator('.mentorship-settings');
	return {
		begin: form.getByRole('button', { name: 'Show who would be opted out' }),
		pause: form.getByRole('button', { name: 'Pause' }),
		resume: form.getByRole('button', { name: 'Resume' }),
		cancel: form.getByRole('button', { name: 'Cancel' }),
		refresh: form.getByRole('button', { name: 'Refresh' }),
		progress: form.getByRole('progressbar'),
		sentence: form.getByText(/%\) would be opted out$/),
		editsLine: form.getByRole('slider', { name: 'Number of edits' }),
		ageLine: form.getByRole('slider', { name: 'Account age (in days)' }),
		table: form.getByText('The picture as a table'),
		mentors: form.getByText('By mentor'),
		names: form.getByText('Who would be opted out', { exact: true }),
		download: form.getByRole('button', { name: 'Download as CSV' }),
	};
}
