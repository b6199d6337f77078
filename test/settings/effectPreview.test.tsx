import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { saveFile } from '../../gadget/settings/preview/saveFile.ts';
import { pageWith } from './fakes.ts';
import {
	asksToLeave,
	closeForms,
	edits,
	enabled,
	findingsOf,
	openForm,
	openPreview,
	slider,
	someFindings,
	type,
} from './harness.ts';

afterEach(() => {
	cleanup();
	closeForms();
});

const disclosed = (name: string) => within(screen.getByRole('region', { name, hidden: true }));
const rowsOf = (name: string) => disclosed(name).getAllByRole('row', { hidden: true });
const textsOf = (elements: readonly HTMLElement[]) =>
	elements.map(({ textContent }) => textContent);

test('the preview is begun by a button', async () => {
	const { view, previewActions } = await openForm();
	view.dispatchPreview({ type: 'activityChanged', activity: { kind: 'idle' } });
	fireEvent.click(screen.getByRole('button', { name: 'Show who would be opted out' }));
	expect(previewActions.start).toHaveBeenCalledOnce();
});

test('says it in a sentence, with its age, its limits, and for which thresholds it is', async () => {
	await openPreview();
	const sentence = screen.getByText('3 of 4 mentees (75%) would be opted out');
	expect(sentence.closest('[role="status"]')).toBeTruthy();
	expect(screen.queryByText(/The rule is off/)).toBeNull();
	expect(screen.getByText('Counted 3 hours ago.')).toBeTruthy();
	expect(screen.getByText(/most it can be/)).toBeTruthy();
	fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
	expect(
		screen.getByText('Opt out experienced users from mentorship (1000 edits, 30 days)'),
	).toBeTruthy();
});

test('counts active editors on a wiki that does not know who is a mentee', async () => {
	await openPreview({ ...someFindings, mentors: null });
	expect(
		screen.getByText('3 of the 4 editors who edited in the last 30 days (75%) would be opted out'),
	).toBeTruthy();
	expect(screen.getByText(/only mentees themselves know/)).toBeTruthy();
	expect(screen.queryByText('By mentor')).toBeNull();
	expect(screen.queryByText(/most it can be/)).toBeNull();
});

test('follows what is typed, also while it is wrong', async () => {
	await openPreview();
	for (const typed of ['901', '901x']) {
		type(edits(), typed);
		expect(screen.getByText(/^1 of 4/)).toBeTruthy();
	}
});

test('can be tried out by a person who may not edit, without touching the values', async () => {
	await openPreview(someFindings, pageWith(undefined, { refusals: ['protectedpage'] }));
	fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
	expect(screen.getByText(/^1 of 4/)).toBeTruthy();
	expect(edits().value).toBe('500');
	expect(asksToLeave()).toBe(false);
});

test('says that the rule is off', async () => {
	await openPreview();
	fireEvent.click(enabled());
	expect(screen.getByText(/The rule is off/)).toBeTruthy();
	expect(screen.getByText(/^3 of 4/)).toBeTruthy();
});

test('has the same in a table, what is opted out marked in words too', async () => {
	await openPreview();
	const table = disclosed('The picture as a table');
	const headingsOf = (role: 'columnheader' | 'rowheader') =>
		textsOf(table.getAllByRole(role, { hidden: true }));
	const editBounds = ['0', '1–9', '10–99', '100–499', '500–999', '≥ 1,000'];
	expect(headingsOf('columnheader').slice(2)).toEqual(editBounds);
	// So that keys scroll it where it is wider than a phone.
	const region = screen.getByRole('region', { name: 'The picture as a table', hidden: true });
	expect(region.getAttribute('tabindex')).toBe('0');
	expect(headingsOf('rowheader')).toEqual([
		'≤ 1',
		'> 1, ≤ 10',
		'> 10, ≤ 30',
		'> 30, ≤ 100',
		'> 100, ≤ 1,000',
		'> 1,000, unknown',
	]);
	const captionId = table.getByRole('table', { hidden: true }).getAttribute('aria-describedby');
	expect(document.getElementById(captionId ?? '')?.textContent).toBe(
		english['preview-table-caption'],
	);
	const rows = rowsOf('The picture as a table').slice(-2);
	expect(rows.map((row) => textsOf(within(row).queryAllByRole('cell', { hidden: true })))).toEqual([
		['0', '0', '0', '0', '00, opted out', '00, opted out'],
		['0', '0', '0', '0', '11, opted out', '11, opted out'],
	]);
});

test('has no column for fewer edits than a threshold of 0 in that table', async () => {
	await openPreview();
	type(edits(), '0');
	const table = disclosed('The picture as a table');
	const headings = textsOf(table.getAllByRole('columnheader', { hidden: true }));
	expect(headings.slice(2)).toEqual(['0', '1–9', '10–99', '100–999', '≥ 1,000']);
});

test('lists mentors, sorted by whichever column is pressed', async () => {
	await openPreview();
	expect(textsOf(rowsOf('By mentor').slice(1))).toEqual(['Ben220', 'Ann211']);
	fireEvent.click(disclosed('By mentor').getByRole('button', { name: 'Mentor', hidden: true }));
	expect(textsOf(rowsOf('By mentor').slice(1))).toEqual(['Ann211', 'Ben220']);
	const [heading] = disclosed('By mentor').getAllByRole('columnheader', { hidden: true });
	expect(heading?.getAttribute('aria-sort')).toBe('ascending');
	fireEvent.click(disclosed('By mentor').getByRole('button', { name: 'Mentor', hidden: true }));
	expect(heading?.getAttribute('aria-sort')).toBe('descending');
});

test('names those who would be opted out, fifty at a time', async () => {
	await openPreview(findingsOf(Array.from({ length: 80 }, () => [600, 60, 0])));
	const names = disclosed('Who would be opted out');
	expect(rowsOf('Who would be opted out')).toHaveLength(51);
	expect(rowsOf('Who would be opted out')[1]?.textContent).toBe('Person 060060');
	fireEvent.click(names.getByRole('button', { name: 'Show more', hidden: true }));
	const links = names.getAllByRole('link', { hidden: true });
	expect(links).toHaveLength(80);
	expect(links[79]?.getAttribute('href')).toBe('/wiki/User:Person%2079');
	expect(names.queryByRole('button', { hidden: true })).toBeNull();
});

test.each([
	[50, 50, null],
	[51, 50, 'Show more'],
])('of %i mentors and people lists %i', async (count, shown, button) => {
	const mentors = Array.from({ length: count }, (_none, index) => `Mentor ${index}`);
	await openPreview(
		findingsOf(
			mentors.map((_name, mentor) => [600, 60, mentor]),
			mentors,
		),
	);
	for (const name of ['By mentor', 'Who would be opted out']) {
		expect(rowsOf(name)).toHaveLength(1 + shown);
		const more = disclosed(name).queryByRole('button', { name: 'Show more', hidden: true });
		expect(more?.textContent ?? null).toBe(button);
	}
});

test('says the age in whole days, and where it is unknown', async () => {
	await openPreview(
		findingsOf([
			[600, 60.9, 0],
			[700, null, 0],
		]),
	);
	expect(textsOf(rowsOf('Who would be opted out').slice(1))).toEqual([
		'Person 060060',
		'Person 1700unknown',
	]);
});

test('gives them as a file', async () => {
	const { previewActions } = await openPreview();
	fireEvent.click(screen.getByRole('button', { name: 'Download as CSV' }));
	expect([...(previewActions.download.mock.lastCall?.[1].optedOut ?? [])]).toEqual([1, 2, 3]);
});

test('the file has its name, and stays until the browser has begun to read it', () => {
	vi.useFakeTimers();
	try {
		vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
		const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
		const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
		saveFile('opted-out.csv', ['name\r\n']);
		const [link] = click.mock.contexts as HTMLAnchorElement[];
		expect([link?.href, link?.download]).toEqual(['blob:file', 'opted-out.csv']);
		expect(revoke).not.toHaveBeenCalled();
		vi.runAllTimers();
		expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:file');
	} finally {
		vi.useRealTimers();
		vi.restoreAllMocks();
	}
});
