import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { writeDocument } from '../../gadget/settings/form/document.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import { closeForms, findingsOf, openForm, pageWith } from './harness.ts';

const enabledLabel = 'Opt out experienced users from mentorship';
const edits = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Number of edits' });
const age = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Account age (in days)' });
const summary = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Summary' });
const save = () => screen.getByRole('button', { name: 'Save' });
const type = (input: HTMLElement, value: string) => fireEvent.input(input, { target: { value } });
const later = {
	id: 9,
	user: '<i>B</i>',
	text: writeDocument(null, { enabled: false, minEditcount: 9000, minTenureInDays: 90 }),
};

afterEach(() => {
	cleanup();
	closeForms();
});

async function openedForm(...given: Parameters<typeof openForm>) {
	const opened = openForm(...given);
	await waitFor(() => expect(screen.queryByText('Loading the settings…')).toBeNull());
	return opened;
}

describe('the form', () => {
	test('has what the page holds', async () => {
		await openedForm();
		expect(screen.getByLabelText<HTMLInputElement>(enabledLabel).checked).toBe(true);
		expect([edits().value, age().value]).toEqual(['500', '30']);
		expect(screen.getByRole('heading', { name: 'Preview' })).toBeTruthy();
	});

	test('lets the numbers be typed in also while the box is not checked', async () => {
		await openedForm();
		fireEvent.click(screen.getByLabelText(enabledLabel));
		type(edits(), '-5');
		expect([edits().disabled, age().disabled]).toEqual([false, false]);
		expect([edits().value, age().value]).toEqual(['-5', '30']);
	});

	test.each([
		[
			'as the community agreed; and that people stay opted out, where the wiki keeps that',
			true,
			'They can still get a mentor from their Homepage. Editors who have been opted out stay opted out until they ask for a mentor, even if the rule is turned off again.',
		],
		['without a Homepage, where there is none', false, 'They can still ask for a mentor.'],
	])('says what it does, %s', async (_how, hasExtension, rest) => {
		await openedForm(pageWith(), true, hasExtension);
		const does =
			'When enabled, mentees are automatically removed from mentorship after reaching both thresholds.';
		expect(screen.getByText(`${does} ${rest}`)).toBeTruthy();
	});

	test('says beside a field what is wrong with it', async () => {
		await openedForm();
		type(age(), '1e3');
		expect(age().getAttribute('aria-invalid')).toBe('true');
		const described = document.getElementById(age().getAttribute('aria-describedby') ?? '');
		expect(described?.textContent).toBe('Enter a whole number from 0 to 1,000,000,000.');
		expect(edits().getAttribute('aria-invalid')).toBe('false');
	});

	test('goes to the first wrong field and sends nothing', async () => {
		const { page } = await openedForm();
		type(age(), '');
		type(edits(), 'x');
		fireEvent.click(save());
		expect(document.activeElement).toBe(edits());
		expect(page.save).not.toHaveBeenCalled();
	});

	test('suggests a summary that follows the values until the person writes one', async () => {
		await openedForm();
		expect(summary().value).toBe('');
		type(edits(), '700');
		expect(summary().value).toBe('Opt out experienced users from mentorship (700 edits, 30 days)');
		type(summary(), 'As discussed');
		type(edits(), '800');
		expect(summary().value).toBe('As discussed');
		fireEvent.click(screen.getByLabelText(enabledLabel));
		expect(summary().value).toBe('As discussed');
	});

	test('confirms a save, says when it takes effect, and links to the change', async () => {
		const { page } = await openedForm();
		type(edits(), '700');
		page.save.mockResolvedValueOnce({
			kind: 'saved',
			revision: { id: 2, user: 'Me', text: '{}' },
			diffUrl: '/diff',
		});
		fireEvent.click(save());
		const saving = screen.getByRole('button', { name: 'Saving…' });
		expect(saving.getAttribute('aria-disabled')).toBe('true');
		await screen.findByText(/within 5 minutes/);
		expect(screen.getByRole('link', { name: 'Show the change' }).getAttribute('href')).toBe(
			'/diff',
		);
	});

	test('leads to the page with the settings from another page', async () => {
		await openedForm(pageWith(), false);
		expect(screen.getByRole('link', { name: 'Where these settings are kept' })).toBeTruthy();
	});

	test('shows the defaults and “Create” where there is no page', async () => {
		await openedForm(pageWith({}, { revision: null }));
		expect([edits().value, age().value]).toEqual(['500', '30']);
		expect(screen.getByRole('button', { name: 'Create' })).toBeTruthy();
		expect(screen.getByText(/not set up yet/)).toBeTruthy();
	});

	test('shows the wiki’s own words, keeps what was typed, and can be sent again', async () => {
		const { page } = await openedForm();
		type(edits(), '700');
		page.save.mockRejectedValueOnce(new ApiError('readonly', '<b>Back at noon.</b>'));
		fireEvent.click(save());
		const alert = await screen.findByRole('alert');
		expect(alert.textContent).toContain('<b>Back at noon.</b>');
		expect(alert.querySelector('b')).toBeNull();
		expect(edits().value).toBe('700');
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		fireEvent.click(save());
		await screen.findByText(/Nothing to save/);
	});

	test.each([
		['assertnameduserfailed', 'Log in', '/wiki/login'],
		['captcha', 'Edit the source', '/wiki/source'],
	])('leads to where %s is solved, in another tab', async (code, name, address) => {
		const { page } = await openedForm();
		page.save.mockRejectedValueOnce(new ApiError(code));
		fireEvent.click(save());
		const link = await screen.findByRole('link', { name });
		expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([address, '_blank']);
	});

	test.each([
		['protectednamespace-interface', /Only these groups.*Administrators/],
		['blocked', /because your account is blocked/],
	])('shows whoever may not edit (%s) the values, and says why', async (code, sentence) => {
		await openedForm(pageWith(undefined, { refusals: [code] }));
		expect([edits().disabled, age().disabled]).toEqual([true, true]);
		expect(screen.getByLabelText<HTMLInputElement>(enabledLabel).disabled).toBe(true);
		expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
		expect(await screen.findByText(sentence)).toBeTruthy();
	});

	test('points to the wiki’s own form where that has the settings', async () => {
		await openedForm(pageWith(undefined, { isElsewhere: true }));
		expect(await screen.findByText(/<b>Eve<.b>.* on November 22, 2026/)).toBeTruthy();
		expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
			'/wiki/elsewhere',
			'/wiki/diff',
		]);
		expect(screen.queryByRole('textbox')).toBeNull();
	});

	test('says why it could not be loaded, and tries again', async () => {
		const { view } = await openedForm();
		const refusal = { key: 'failure-offline', parameter: '', words: '' } as const;
		view.dispatchForm({ type: 'loadFailed', refusal });
		fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
		expect(screen.getByText('Loading the settings…')).toBeTruthy();
	});
});

describe('a wrong page', () => {
	const broken = { id: 3, user: 'A', text: '{\n\t"a": 1,\n\t<b>oops\n}' };

	test('shows what is wrong and where, as text, and the way to the source', async () => {
		await openedForm(pageWith({}, { revision: broken }));
		const alert = screen.getByRole('alert');
		expect(alert.textContent).toContain('<b>oops');
		expect(alert.querySelector('b')).toBeNull();
		expect(alert.textContent).toContain('Line 3, column 2.');
		const source = screen.getByRole('link', { name: 'Edit the source' });
		expect(source.getAttribute('href')).toBe('/wiki/source');
	});

	test('names each setting that is wrong', async () => {
		await openedForm(pageWith({ enabled: 'yes', minEditcount: 1.5 }));
		const faults = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
		expect(faults).toHaveLength(3);
		expect(faults[0]).toContain('enabled” has to be true or false:');
		expect(faults[1]).toContain('minEditcount” has to be a whole number from 0 to 1,000,000,000:');
		expect(faults[2]).toContain('minTenureInDays” is missing:');
	});

	test('starts from the defaults and keeps the rest', async () => {
		const { page } = await openedForm(pageWith({}, { revision: broken }));
		fireEvent.click(screen.getByRole('button', { name: 'Start from the defaults' }));
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		fireEvent.click(save());
		expect(JSON.parse(page.save.mock.lastCall?.[0] ?? '')).toMatchObject({ a: 1 });
	});

	test('offers nothing to whoever may not edit', async () => {
		await openedForm(pageWith({}, { revision: broken, refusals: ['protectedpage'] }));
		expect(screen.queryByRole('button')).toBeNull();
	});
});

describe('a conflict', () => {
	async function conflictedForm() {
		const opened = await openedForm();
		type(edits(), '700');
		opened.page.save.mockResolvedValueOnce({ kind: 'conflict', revision: later });
		fireEvent.click(save());
		await screen.findByText(/saved these settings/);
		return opened;
	}

	test('shows theirs beside mine, whose name is text', async () => {
		await conflictedForm();
		const rows = within(screen.getByRole('table')).getAllByRole('row');
		expect(rows.map(({ textContent }) => textContent)).toEqual([
			'YoursOn the wiki',
			`${enabledLabel}✓✗`,
			'Number of edits7009,000',
			'Account age (in days)3090',
		]);
		expect(document.querySelector('i')).toBeNull();
	});

	test('saves mine in place of theirs, and says so', async () => {
		const { page } = await conflictedForm();
		page.save.mockResolvedValueOnce({
			kind: 'saved',
			revision: { id: 10, user: 'Me', text: '{}' },
			diffUrl: '/diff',
		});
		fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
		expect(edits().value).toBe('700');
		await screen.findByText(/within 5 minutes/);
		expect(page.save.mock.lastCall?.[2]).toEqual(later);
		expect(document.activeElement).toBe(save());
	});

	test('takes theirs', async () => {
		await conflictedForm();
		fireEvent.click(screen.getByRole('button', { name: 'Use the saved ones' }));
		expect([edits().value, age().value]).toEqual(['9000', '90']);
		expect(screen.queryByText(/saved these settings/)).toBeNull();
	});

	test('is not told as someone else’s to whoever saved it', async () => {
		const { page } = await openedForm();
		type(edits(), '700');
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: { ...later, user: 'Me' } });
		fireEvent.click(save());
		await screen.findByText('You saved these settings in another tab in the meantime.');
	});

	test('says that the page was deleted', async () => {
		const { page } = await openedForm();
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: null });
		fireEvent.click(save());
		await screen.findByText(/was deleted/);
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
		await screen.findByText(/Nothing to save/);
		expect(page.save.mock.lastCall?.[2]).toBeNull();
	});
});

describe('leaving', () => {
	function leave(): boolean {
		const event = new Event('beforeunload', { cancelable: true });
		window.dispatchEvent(event);
		return event.defaultPrevented;
	}

	test('asks only where something typed would be lost', async () => {
		await openedForm();
		expect(leave()).toBe(false);
		type(edits(), '701');
		expect(leave()).toBe(true);
		type(edits(), '500');
		expect(leave()).toBe(false);
	});
});

describe('the preview', () => {
	const findings = findingsOf([
		[3, 1, 0],
		[500, 31, 0],
		[9000, 4000, 1],
		[900, null, 1],
	]);

	async function previewed(given = findings) {
		const opened = await openedForm();
		opened.view.dispatchPreview({ type: 'activityChanged', activity: { kind: 'idle' } });
		opened.view.dispatchPreview({ type: 'findingsRead', findings: given });
		return opened;
	}

	const slider = (name: string) => screen.getByRole('slider', { name });
	const cells = (table: HTMLElement) =>
		within(table)
			.getAllByRole('row')
			.map((row) =>
				within(row)
					.queryAllByRole('cell')
					.map(({ textContent }) => textContent),
			);
	const table = (name: string) => {
		const details = screen.getByText(name).closest('details');
		if (!details) {
			throw new Error(`Nothing is called “${name}”.`);
		}
		return details;
	};

	test('is begun by a button', async () => {
		const { view, previewActions } = await openedForm();
		view.dispatchPreview({ type: 'activityChanged', activity: { kind: 'idle' } });
		fireEvent.click(screen.getByRole('button', { name: 'Show who would be opted out' }));
		expect(previewActions.start).toHaveBeenCalledOnce();
	});

	test('says it in a sentence, with its age and its limits', async () => {
		await previewed();
		expect(screen.getByText('3 of 4 mentees (75%) would be opted out')).toBeTruthy();
		expect(screen.getByText('Counted 3 hours ago.')).toBeTruthy();
		expect(screen.getByText(/most it can be/)).toBeTruthy();
	});

	test('counts active editors on a wiki that does not know who is a mentee', async () => {
		await previewed({ ...findings, mentors: null });
		expect(
			screen.getByText(
				'3 of the 4 editors who edited in the last 30 days (75%) would be opted out',
			),
		).toBeTruthy();
		expect(screen.getByText(/only mentees themselves know/)).toBeTruthy();
		expect(screen.queryByText('By mentor')).toBeNull();
		expect(screen.queryByText(/most it can be/)).toBeNull();
	});

	test('follows what is typed, also while it is wrong', async () => {
		await previewed();
		type(edits(), '901');
		expect(screen.getByText(/^1 of 4/)).toBeTruthy();
		type(edits(), '901x');
		expect(screen.getByText(/^1 of 4/)).toBeTruthy();
	});

	test('says for which thresholds it is', async () => {
		await previewed();
		fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
		expect(
			screen.getByText('Opt out experienced users from mentorship (1000 edits, 30 days)'),
		).toBeTruthy();
	});

	test('can be tried out by whoever may not edit, without touching the values', async () => {
		const { view } = await openedForm(pageWith(undefined, { refusals: ['protectedpage'] }));
		view.dispatchPreview({ type: 'findingsRead', findings });
		fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
		expect(screen.getByText(/^1 of 4/)).toBeTruthy();
		expect(edits().value).toBe('500');
		expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
	});

	test('says that the rule is off', async () => {
		await previewed();
		fireEvent.click(screen.getByLabelText(enabledLabel));
		expect(screen.getByText(/The rule is off/)).toBeTruthy();
		expect(screen.getByText(/^3 of 4/)).toBeTruthy();
	});

	test('has lines that keys move, and that say where they are', async () => {
		await previewed();
		const line = slider('Number of edits');
		expect(line.getAttribute('tabindex')).toBe('0');
		expect(line.getAttribute('aria-valuenow')).toBe('500');
		for (const [key, value] of [
			['ArrowUp', '501'],
			['ArrowLeft', '500'],
			['PageUp', '1000'],
			['PageDown', '500'],
			['Home', '0'],
			['ArrowDown', '0'],
			['End', '14000'],
		] as const) {
			fireEvent.keyDown(line, { key });
			expect([key, edits().value]).toEqual([key, value]);
		}
		expect(line.getAttribute('aria-valuetext')).toBe('14,000');
		fireEvent.keyDown(slider('Account age (in days)'), { key: 'ArrowRight' });
		expect(age().value).toBe('31');
	});

	test('has the same in a table, what is opted out marked in words too', async () => {
		await previewed();
		const rows = cells(table('The picture as a table'));
		expect(rows.slice(-2)).toEqual([
			['0', '0', '0', '0', '00, opted out', '00, opted out'],
			['0', '0', '0', '0', '11, opted out', '11, opted out'],
		]);
	});

	test('lists mentors, sorted as one likes', async () => {
		await previewed();
		const mentors = table('By mentor');
		expect(
			within(mentors)
				.getAllByRole('row')
				.slice(1)
				.map(({ textContent }) => textContent),
		).toEqual(['Ben220', 'Ann211']);
		fireEvent.click(within(mentors).getByRole('button', { name: 'Mentor' }));
		expect(within(mentors).getAllByRole('row')[1]?.textContent).toBe('Ann211');
		const heading = within(mentors).getAllByRole('columnheader')[0];
		expect(heading?.getAttribute('aria-sort')).toBe('ascending');
	});

	test('names those who would be opted out, fifty at a time', async () => {
		await previewed(findingsOf(Array.from({ length: 80 }, () => [600, 60, 0])));
		const names = table('Who would be opted out');
		expect(within(names).getAllByRole('row')).toHaveLength(51);
		expect(within(names).getAllByRole('row')[1]?.textContent).toBe('Person 060060');
		fireEvent.click(within(names).getByRole('button', { name: 'Show more' }));
		const links = within(names).getAllByRole('link');
		expect(links).toHaveLength(80);
		expect(links[79]?.getAttribute('href')).toBe('/wiki/User:Person%2079');
		expect(within(names).queryByRole('button')).toBeNull();
	});

	test('gives them as a file', async () => {
		const { download } = await previewed();
		fireEvent.click(screen.getByRole('button', { name: 'Download as CSV' }));
		expect([...(download.mock.lastCall?.[1].optedOut ?? [])]).toEqual([1, 2, 3]);
	});

	test('does not draw the dots again when a line is moved', async () => {
		await previewed();
		const paths = [...document.querySelectorAll('path')];
		const drawn = paths.map((path) => path.getAttribute('d'));
		fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
		expect([...document.querySelectorAll('path')]).toEqual(paths);
		expect(paths.map((path) => path.getAttribute('d'))).toEqual(drawn);
	});
});
