import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { pageWith } from './fakes.ts';
import {
	age,
	asksToLeave,
	closeForms,
	edits,
	enabled,
	findingsOf,
	openForm,
	type,
} from './harness.ts';

const findings = findingsOf([
	[3, 1, 0],
	[500, 31, 0],
	[9000, 4000, 1],
	[900, null, 1],
]);

afterEach(() => {
	cleanup();
	closeForms();
});

async function openPreview(given = findings, ...loaded: Parameters<typeof openForm>) {
	const opened = await openForm(...loaded);
	opened.view.dispatchPreview({ type: 'activityChanged', activity: { kind: 'idle' } });
	opened.view.dispatchPreview({ type: 'findingsRead', findings: given });
	return opened;
}

const slider = (name: string) => screen.getByRole('slider', { name });
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
	expect(screen.getByText('3 of 4 mentees (75%) would be opted out')).toBeTruthy();
	expect(screen.getByText('Counted 3 hours ago.')).toBeTruthy();
	expect(screen.getByText(/most it can be/)).toBeTruthy();
	fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
	expect(
		screen.getByText('Opt out experienced users from mentorship (1000 edits, 30 days)'),
	).toBeTruthy();
});

test('counts active editors on a wiki that does not know who is a mentee', async () => {
	await openPreview({ ...findings, mentors: null });
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
	await openPreview(findings, pageWith(undefined, { refusals: ['protectedpage'] }));
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

test('has lines that keys move, and that say where they are', async () => {
	await openPreview();
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
	await openPreview();
	const rows = rowsOf('The picture as a table').slice(-2);
	expect(rows.map((row) => textsOf(within(row).queryAllByRole('cell', { hidden: true })))).toEqual([
		['0', '0', '0', '0', '00, opted out', '00, opted out'],
		['0', '0', '0', '0', '11, opted out', '11, opted out'],
	]);
});

test('lists mentors, sorted by whichever column is pressed', async () => {
	await openPreview();
	expect(textsOf(rowsOf('By mentor').slice(1))).toEqual(['Ben220', 'Ann211']);
	fireEvent.click(disclosed('By mentor').getByRole('button', { name: 'Mentor', hidden: true }));
	expect(textsOf(rowsOf('By mentor').slice(1))).toEqual(['Ann211', 'Ben220']);
	const [heading] = disclosed('By mentor').getAllByRole('columnheader', { hidden: true });
	expect(heading?.getAttribute('aria-sort')).toBe('ascending');
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

test('gives them as a file', async () => {
	const { previewActions } = await openPreview();
	fireEvent.click(screen.getByRole('button', { name: 'Download as CSV' }));
	expect([...(previewActions.download.mock.lastCall?.[1].optedOut ?? [])]).toEqual([1, 2, 3]);
});

test('does not draw the dots again when a line is moved', async () => {
	await openPreview();
	const paths = [...document.querySelectorAll('path')];
	const drawn = paths.map((path) => path.getAttribute('d'));
	fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
	expect([...document.querySelectorAll('path')]).toEqual(paths);
	expect(paths.map((path) => path.getAttribute('d'))).toEqual(drawn);
});
