import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { ApiError } from '../../gadget/wiki/api.ts';
import { pageWith } from './fakes.ts';
import { age, asksToLeave, closeForms, edits, enabled, openForm, type } from './harness.ts';

const summary = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Summary' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const values = () => [edits().value, age().value];

afterEach(() => {
	cleanup();
	closeForms();
});

describe('the form', () => {
	test('has what the page holds', async () => {
		await openForm();
		expect([enabled().checked, ...values()]).toEqual([true, '500', '30']);
		const part = within(screen.getByRole('region', { name: 'Opting out of mentorship' }));
		expect(part.getByRole('heading', { name: 'Preview', level: 3 })).toBeTruthy();
		expect(part.getByText('Mentorship Gadget 0.1.0, 1a2b3c4d5e')).toBeTruthy();
	});

	test('brings up digits for a number, and takes a summary in either direction', async () => {
		await openForm();
		const attributesOf = (field: HTMLElement) =>
			['inputmode', 'autocomplete', 'maxlength', 'dir'].map((name) => field.getAttribute(name));
		expect(attributesOf(edits())).toEqual(['numeric', 'off', '500', null]);
		expect(attributesOf(summary())).toEqual(['text', 'off', '500', 'auto']);
	});

	test('is sent by the gadget, not by the browser, and goes to a number that is wrong', async () => {
		await openForm();
		type(edits(), '-5');
		type(age(), 'x');
		const form = age().closest('form');
		expect(form && fireEvent.submit(form)).toBe(false);
		expect(form?.noValidate).toBe(true);
		expect(document.activeElement).toBe(edits());
		const invalid = [edits(), age()].map((field) => field.getAttribute('aria-invalid'));
		expect(invalid).toEqual(['true', 'true']);
	});

	test('lets the numbers be typed in also while the box is not checked', async () => {
		await openForm();
		fireEvent.click(enabled());
		type(edits(), '-5');
		expect([edits().disabled, age().disabled]).toEqual([false, false]);
		expect(values()).toEqual(['-5', '30']);
	});

	test.each([
		[
			'and that people stay opted out, where the wiki keeps that',
			true,
			'They can still get a mentor from their Homepage. Editors who have been opted out stay opted out until they ask for a mentor, even if the rule is turned off again.',
		],
		['without a Homepage, where there is none', false, 'They can still ask for a mentor.'],
	])('says what it does, %s', async (_how, hasExtension, rest) => {
		await openForm(pageWith(), { hasExtension });
		const does =
			'When enabled, mentees are automatically removed from mentorship after reaching both thresholds.';
		const help = screen.getByText(`${does} ${rest}`);
		expect(help.id).not.toBe('');
		expect(enabled().getAttribute('aria-describedby')).toBe(help.id);
	});

	test('says beside a field what is wrong with it', async () => {
		await openForm();
		type(age(), '1e3');
		expect(age().getAttribute('aria-invalid')).toBe('true');
		const described = document.getElementById(age().getAttribute('aria-describedby') ?? '');
		expect(described?.textContent).toBe('Enter a whole number from 0 to 1,000,000,000.');
		// Read out when the person pauses; an alert would interrupt them at each key.
		expect(described?.getAttribute('role')).toBe('status');
		expect(screen.queryByRole('alert')).toBeNull();
		expect(described?.querySelector('.cdx-message--inline.cdx-message--error')).toBeTruthy();
		expect(age().closest('.cdx-text-input--status-error')).toBeTruthy();
		expect(edits().closest('.cdx-text-input--status-error')).toBeNull();
		expect(edits().getAttribute('aria-invalid')).toBe('false');
	});

	test('suggests a summary that follows the values until the person writes one', async () => {
		await openForm();
		expect(summary().value).toBe('');
		fireEvent.click(enabled());
		expect(summary().value).toBe('Do not opt out experienced users from mentorship');
		fireEvent.click(enabled());
		type(edits(), '700');
		expect(summary().value).toBe('Opt out experienced users from mentorship (700 edits, 30 days)');
		type(summary(), 'As discussed');
		fireEvent.click(enabled());
		expect(summary().value).toBe('As discussed');
		type(summary(), '');
		expect(summary().value).toBe('');
	});

	test('confirms a save, says when it takes effect, and links to the change', async () => {
		const { page } = await openForm();
		const revision = { id: 2, user: 'Me', text: '{}' };
		page.save.mockResolvedValueOnce({ kind: 'saved', revision, diffUrl: '/diff' });
		press('Save');
		const saving = screen.getByRole('button', { name: 'Saving…' });
		expect(saving.getAttribute('aria-disabled')).toBe('true');
		const said = await screen.findByText(/within 5 minutes/);
		expect(said.closest('[role="status"]')).toBeTruthy();
		expect(said.closest('.cdx-message--success')).toBeTruthy();
		const change = screen.getByRole('link', { name: 'Show the change' });
		expect(change.getAttribute('href')).toBe('/diff');
	});

	test.each([
		['from another page to the one with the settings', false, false, ['/wiki/page']],
		['also where the mentors have a page of their own', false, true, ['/wiki/page']],
		['from its own page to the mentors’', true, true, ['/wiki/mentors']],
		['nowhere from its own page, where that has the mentors', true, false, []],
	])('leads %s', async (_where, isOwnPage, hasExtension, addresses) => {
		await openForm(pageWith(), { isOwnPage, hasExtension });
		const links = screen.queryAllByRole('link').map((link) => link.getAttribute('href'));
		expect(links).toEqual(addresses);
	});

	test('shows the defaults and “Create” where there is no page', async () => {
		await openForm(pageWith({}, { revision: null }));
		expect(values()).toEqual(['500', '30']);
		expect(screen.getByRole('button', { name: 'Create' })).toBeTruthy();
		expect(screen.getByText(/not set up yet/)).toBeTruthy();
		expect(summary().value).toBe(
			'Thresholds for opting out of mentorship, not in use: 500 edits, 30 days',
		);
	});

	test('shows the wiki’s own words, keeps what was typed, and can be sent again', async () => {
		const { page } = await openForm();
		type(edits(), '700');
		page.save.mockRejectedValueOnce(new ApiError('readonly', '<b>Back at noon.</b>'));
		press('Save');
		const alert = await screen.findByRole('alert');
		expect(within(alert).getByText('<b>Back at noon.</b>').getAttribute('dir')).toBe('auto');
		expect(alert.querySelector('b')).toBeNull();
		expect(edits().value).toBe('700');
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		press('Save');
		await screen.findByText(/Nothing to save/);
	});

	test.each([
		['assertnameduserfailed', 'Log in', '/wiki/login'],
		['captcha', 'Edit the source', '/wiki/source'],
	])('leads to where %s is solved, in another tab', async (code, name, address) => {
		const { page } = await openForm();
		page.save.mockRejectedValueOnce(new ApiError(code));
		press('Save');
		const link = await screen.findByRole('link', { name });
		expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([address, '_blank']);
	});

	test.each([
		['protectednamespace-interface', /Only these groups.*\u2068Administrators\u2069/],
		['blocked', /because your account is blocked/],
	])('shows a person who may not edit (%s) the values, and says why', async (code, sentence) => {
		await openForm(pageWith(undefined, { refusals: [code] }));
		expect([edits(), age(), enabled()].map(({ disabled }) => disabled)).toEqual([true, true, true]);
		expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
		expect(await screen.findByText(sentence)).toBeTruthy();
	});

	test('says that a person may not edit also where no one knows who may', async () => {
		const { view } = await openForm(pageWith(undefined, { refusals: ['protectedpage'] }));
		view.dispatchForm({ type: 'editorsFound', editors: [] });
		expect(screen.getByText(english['form-read-only-unknown'])).toBeTruthy();
	});

	test('points to the wiki’s own form where that has the settings', async () => {
		await openForm(pageWith(undefined, { isElsewhere: true }));
		expect(await screen.findByText(/\u2068<b>Eve<.b>\u2069.* on November 22, 2026/)).toBeTruthy();
		const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
		expect(links).toEqual(['/wiki/elsewhere', '/wiki/diff']);
		expect(screen.queryByRole('textbox')).toBeNull();
	});

	test('says why it could not be loaded, and tries again', async () => {
		const { view } = await openForm();
		const refusal = { key: 'failure-offline', parameter: '', words: '' } as const;
		view.dispatchForm({ type: 'loadFailed', refusal });
		press('Try again');
		expect(screen.getByText('Loading the settings…')).toBeTruthy();
	});

	test('asks before it is left only where something typed would be lost', async () => {
		const { view } = await openForm();
		expect(asksToLeave()).toBe(false);
		view.changeMentors({ isLocked: false, newName: 'Ann' });
		expect(asksToLeave()).toBe(true);
		view.changeMentors({ isLocked: true });
		type(edits(), '701');
		expect(asksToLeave()).toBe(true);
		type(edits(), '500');
		expect(asksToLeave()).toBe(false);
	});
});

describe('a wrong page', () => {
	const broken = { id: 3, user: 'A', text: '{\n\t"a": 1,\n\t<b>oops\n}' };

	test('shows what is wrong and where, as text, and the way to the source', async () => {
		await openForm(pageWith({}, { revision: broken }));
		const alert = screen.getByRole('alert');
		expect(within(alert).getByText('<b>oops').getAttribute('dir')).toBe('ltr');
		expect(alert.querySelector('b')).toBeNull();
		expect(alert.textContent).toContain('Line 3, column 2.');
		const source = screen.getByRole('link', { name: 'Edit the source' });
		expect(source.getAttribute('href')).toBe('/wiki/source');
	});

	test('names each setting that is wrong', async () => {
		await openForm(pageWith({ enabled: 'yes', minEditcount: 1.5 }));
		expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
			expect.stringContaining('enabled” has to be true or false:'),
			expect.stringContaining('minEditcount” has to be a whole number from 0 to 1,000,000,000:'),
			expect.stringContaining('minTenureInDays” is missing:'),
		]);
	});

	test('starts from the defaults and keeps the rest', async () => {
		const { page } = await openForm(pageWith({}, { revision: broken }));
		press('Start from the defaults');
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		press('Save');
		expect(JSON.parse(page.save.mock.lastCall?.[0] ?? '')).toMatchObject({ a: 1 });
	});

	test('offers nothing to a person who may not edit', async () => {
		await openForm(pageWith({}, { revision: broken, refusals: ['protectedpage'] }));
		expect(screen.queryByRole('button')).toBeNull();
	});
});
