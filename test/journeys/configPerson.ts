import type { Browser, Page } from 'playwright';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { configurationTitle, facts, freshName, type Visitor, visit } from './visitor.ts';

/** Opens a browser for a person who may change the settings. */
export function arriveAsAdministrator(
	wiki: WikiUnderTest,
	browser: Browser,
	viewport?: { width: number; height: number },
): Promise<Visitor> {
	const groups = ['sysop', 'interface-admin'];
	const person = { name: freshName('Administrator'), ...facts(5000, 2000), groups };
	return visit(wiki, browser, person, viewport);
}

/** Opens the page with the form, and waits until the form has loaded the settings. */
export async function openForm(visitor: Visitor, parameters = {}): Promise<Page> {
	const page = await visitor.open(configurationTitle, parameters);
	await formOn(page).edits.or(formOn(page).alert).first().waitFor();
	return page;
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
		create: form.getByRole('button', { name: 'Create', exact: true }),
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
