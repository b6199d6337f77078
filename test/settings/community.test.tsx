import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MoveNotice, type MoveState } from '../../gadget/settings/community/MoveNotice.tsx';
import {
	findThresholdsToMove,
	moveThresholds,
} from '../../gadget/settings/community/moveThresholds.ts';
import type { SaveResult } from '../../gadget/wiki/thresholdsPage.ts';
import { fakePage, pageWith, text } from './fakes.ts';
import { addresses } from './harness.ts';

afterEach(cleanup);

const on = { enabled: true, minEditcount: 500, minTenureInDays: 30 };

test.each([
	['that are on', pageWith(on), on],
	['that are off', pageWith({ ...on, enabled: false }), null],
	[
		'that are on, where the community’s page has its own',
		pageWith(on, { isElsewhere: true }),
		null,
	],
	['that are wrong', pageWith({ ...on, minEditcount: '500' }), null],
	['on no page', pageWith(on, { revision: null }), null],
])('of thresholds %s, those that take effect are to be moved', async (_which, loaded, found) => {
	const page = fakePage();
	page.load.mockResolvedValueOnce(loaded);
	expect(await findThresholdsToMove(page)).toEqual(found);
});

const revision = { id: 5, user: 'A', text: '{"other": 1}' };

test.each<[SaveResult, boolean]>([
	[{ kind: 'saved', revision, diffUrl: '' }, true],
	[{ kind: 'unchanged' }, true],
	[{ kind: 'conflict', revision, isOwn: false }, false],
])('they are moved onto the page as it is, everything else kept: %o', async (result, isThere) => {
	const page = fakePage();
	page.load.mockResolvedValueOnce(pageWith(on, { revision }));
	page.save.mockResolvedValueOnce(result);
	expect(await moveThresholds(page, on)).toBe(isThere);
	const [written = '', , base] = page.save.mock.lastCall ?? [];
	expect(Object.values(JSON.parse(written))).toEqual([1, on]);
	expect(base).toEqual(revision);
});

function showNotice(change: Partial<MoveState>) {
	const move = vi.fn<() => void>();
	const state = { isNeeded: true, isBusy: false, refusal: null, ...change };
	render(<MoveNotice state={state} text={text} addresses={addresses} move={move} />);
	return move;
}

test.each([
	['Move the settings here', false, 1],
	['Saving…', true, 0],
])('“%s” moves them, but once', (name, isBusy, times) => {
	const move = showNotice({ isBusy });
	fireEvent.click(screen.getByRole('button', { name }));
	expect(move).toHaveBeenCalledTimes(times);
	expect(screen.getByRole('link').getAttribute('href')).toBe('/wiki/page');
});

const refusal = { key: 'failure-readonly', parameter: '', words: '' } as const;

test.each([
	['nothing where nothing is to be moved', {}, 0],
	['why it could not be found out', { refusal }, 1],
])('it says %s', (_what, change, alerts) => {
	showNotice({ isNeeded: false, ...change });
	expect(screen.queryAllByRole('alert')).toHaveLength(alerts);
	expect(screen.queryByRole('button')).toBeNull();
	expect(document.body.textContent === '').toBe(alerts === 0);
});
