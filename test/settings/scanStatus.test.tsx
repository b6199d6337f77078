import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { progressOf, secondsLeft } from '../../gadget/scan/progress.ts';
import type { Scan } from '../../gadget/scan/scanStore.ts';
import { formatAgo, formatDuration, formatPercentage } from '../../gadget/settings/format.ts';
import { type Activity, initialPreview } from '../../gadget/settings/preview/preview.ts';
import { ScanStatus } from '../../gadget/settings/preview/ScanStatus.tsx';
import { fakePreviewActions } from './fakes.ts';
import { addresses, wording } from './harness.ts';

const mentors = Array.from({ length: 40 }, (_none, id) => ({ id, name: `Mentor ${id}` }));
const scan: Scan = {
	id: 1,
	finishedAt: null,
	isPaused: false,
	mentors,
	batchSize: 50,
	mentorsListed: 40,
	expected: 5000,
	lookedUp: 1500,
	batches: 30,
	place: { mentor: 12, offset: 0 },
	nextEditor: null,
};
const progress = progressOf(scan);
const running: Activity = { kind: 'running', scan, progress, secondsLeft: 125, waitSeconds: null };

function show(activity: Activity) {
	const actions = fakePreviewActions();
	render(
		<ScanStatus
			preview={{ ...initialPreview, activity }}
			actions={actions}
			wording={wording}
			addresses={addresses}
		/>,
	);
	return actions;
}

const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

afterEach(cleanup);

describe('the scan’s status', () => {
	test('says how far it is and about how long it takes, and can be paused and cancelled', () => {
		const actions = show(running);
		expect(screen.getByText('Accounts: 1,500 of 5,000, about 3 minutes left')).toBeTruthy();
		const bar = screen.getByRole<HTMLProgressElement>('progressbar');
		expect([bar.value, bar.max]).toEqual([70, 140]);
		expect(buttons()).toEqual(['Pause', 'Cancel']);
		for (const button of screen.getAllByRole('button')) {
			button.click();
		}
		expect([actions.pause, actions.cancel].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
	});

	test('says which mentors are asked for first', () => {
		const early = { ...scan, mentorsListed: 12, lookedUp: 0, batches: 0 };
		show({ ...running, scan: early, secondsLeft: null });
		expect(screen.getByText('Mentors: 12 of 40')).toBeTruthy();
	});

	test('says that the wiki is busy', () => {
		show({ ...running, waitSeconds: 7 });
		expect(screen.getByText('The wiki is busy. Counting continues in 7 seconds.')).toBeTruthy();
	});

	test('goes on after a pause', () => {
		const actions = show({ kind: 'paused', scan, progress });
		expect(screen.getByText('Paused. Accounts: 1,500 of 5,000')).toBeTruthy();
		expect(buttons()).toEqual(['Resume', 'Cancel']);
		screen.getByRole('button', { name: 'Resume' }).click();
		expect(actions.resume).toHaveBeenCalledOnce();
	});

	test('goes on after a failure', () => {
		const refusal = { key: 'failure-offline', parameter: '', words: '' } as const;
		const actions = show({ kind: 'failed', refusal });
		expect(screen.getByRole('alert').textContent).toContain('cannot be reached');
		screen.getByRole('button', { name: 'Try again' }).click();
		expect(actions.resume).toHaveBeenCalledOnce();
	});

	test('leaves it to another tab', () => {
		show({ kind: 'elsewhere' });
		expect(screen.getByText('Counting continues in another tab.')).toBeTruthy();
		expect(buttons()).toEqual([]);
	});

	test('offers nothing while it is read what there is', () => {
		show({ kind: 'reading' });
		expect(buttons()).toEqual([]);
	});
});

describe('progressOf', () => {
	test.each([
		['nothing is known yet', { mentorsListed: 0, expected: 0, batches: 0 }, 0, 40],
		['half of the mentors are listed', { mentorsListed: 20, expected: 2500, batches: 0 }, 20, 140],
		['the last account is looked up', { lookedUp: 5000, batches: 100 }, 140, 140],
		['active editors are scanned', { mentors: null, mentorsListed: 0, batches: 3 }, 3, 100],
		['there are more than expected', { mentors: null, mentorsListed: 0, batches: 130 }, 130, 130],
	])('counts requests when %s', (_when, change, done, total) => {
		expect(progressOf({ ...scan, ...change })).toEqual({ done, total });
	});
});

describe('secondsLeft', () => {
	test.each([
		['as long per request as before', { done: 30, total: 130 }, { done: 20, total: 130 }, 5000, 50],
		['nothing where all is done', { done: 130, total: 130 }, { done: 20, total: 130 }, 5000, 0],
		[
			'not known after a single request',
			{ done: 21, total: 130 },
			{ done: 20, total: 130 },
			5,
			null,
		],
	])('is %s', (_what, progress, since, elapsed, seconds) => {
		expect(secondsLeft(progress, since, elapsed)).toBe(seconds);
	});
});

describe('formats', () => {
	test.each([
		[1, '1 second'],
		[59.2, '60 seconds'],
		[119, '119 seconds'],
		[120, '2 minutes'],
		[125, '3 minutes'],
		[2 * 3600 - 60, '119 minutes'],
		[3 * 3600, '3 hours'],
		[47 * 3600, '47 hours'],
		[48 * 3600, '2 days'],
	])('writes %i seconds as %s', (seconds, written) => {
		expect(formatDuration(seconds, 'en')).toBe(written);
	});

	test.each([
		[-5, 'now'],
		[185, '3 minutes ago'],
		[49 * 3600, '2 days ago'],
	])('writes %i seconds past as %s', (seconds, written) => {
		expect(formatAgo(seconds, 'en')).toBe(written);
	});

	test.each([
		[312, 1243, '25'],
		[0, 0, '0'],
		[0, 100, '0'],
		[1, 1000, '0.1'],
		[1, 3, '33'],
		[5, 5, '100'],
	])('writes %i of %i as %s', (part, whole, written) => {
		expect(formatPercentage(part, whole, 'en')).toBe(written);
	});
});
