import { beforeEach, describe, expect, test, vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { reduceForm } from '../../gadget/settings/form/form.ts';
import { createFormActions, type FormActions } from '../../gadget/settings/form/formActions.ts';
import type { FormEvent, FormState } from '../../gadget/settings/form/formState.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import type { LoadedPage, ThresholdsPage } from '../../gadget/wiki/thresholdsPage.ts';

const block = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
const revision = { id: 1, user: 'A', text: JSON.stringify({ other: 1, [thresholdsKey]: block }) };
const loaded: LoadedPage = { revision, refusals: [], isElsewhere: false };

const page = {
	load: vi.fn<ThresholdsPage['load']>(),
	save: vi.fn<ThresholdsPage['save']>(),
	findEditors: vi.fn<ThresholdsPage['findEditors']>(),
};
const focusField = vi.fn();
let state: FormState;
let actions: FormActions;

async function settled(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve));
}

async function open(given: LoadedPage = loaded): Promise<void> {
	page.load.mockResolvedValueOnce(given);
	actions.load();
	await settled();
}

const type = (values: Extract<FormEvent, { type: 'typed' }>['values']) =>
	actions.dispatch({ type: 'typed', values });

beforeEach(() => {
	vi.resetAllMocks();
	page.findEditors.mockResolvedValue(['Administrators']);
	state = { kind: 'loading' };
	actions = createFormActions({
		page,
		getState: () => state,
		dispatch: (event) => {
			state = reduceForm(state, event);
		},
		suggestSummary: ({ minEditcount }) => `Suggested: ${minEditcount}`,
		focusField,
	});
});

describe('load', () => {
	test('opens the form', async () => {
		await open();
		expect(state).toMatchObject({ kind: 'edited', page: loaded });
		expect(page.findEditors).not.toHaveBeenCalled();
	});

	test('asks who may edit where the person may not', async () => {
		await open({ ...loaded, refusals: ['No.'] });
		expect(state).toMatchObject({ kind: 'edited', editors: ['Administrators'] });
	});

	test('says why it failed', async () => {
		page.load.mockRejectedValueOnce(new ApiError('offline'));
		actions.load();
		await settled();
		expect(state).toMatchObject({ kind: 'failed', refusal: { key: 'failure-offline' } });
	});
});

describe('save', () => {
	test('sends the page with the change, against its base, with the suggested summary', async () => {
		await open();
		type({ minEditcount: '700' });
		const saved = { id: 2, user: 'Me', text: '' };
		page.save.mockResolvedValueOnce({ kind: 'saved', revision: saved, diffUrl: '/diff' });
		actions.save();
		expect(state).toMatchObject({ isSaving: true });
		await settled();
		expect(page.save).toHaveBeenCalledExactlyOnceWith(
			JSON.stringify({ other: 1, [thresholdsKey]: { ...block, minEditcount: 700 } }, null, '\t'),
			'Suggested: 700',
			revision,
		);
		expect(state).toMatchObject({ notice: { kind: 'saved', diffUrl: '/diff' } });
	});

	test('sends the summary that somebody wrote, even an empty one', async () => {
		await open();
		page.save.mockResolvedValue({ kind: 'unchanged' });
		actions.dispatch({ type: 'typed', values: { summary: '' } });
		actions.save();
		await settled();
		expect(page.save.mock.lastCall?.[1]).toBe('');
		expect(state).toMatchObject({ isSaving: false, notice: { kind: 'unchanged' } });
	});

	test('sends nothing while a number is wrong, and goes to the first one', async () => {
		await open();
		type({ minEditcount: '-1', minTenureInDays: 'x' });
		actions.save();
		expect(page.save).not.toHaveBeenCalled();
		expect(focusField).toHaveBeenCalledExactlyOnceWith('minEditcount');
	});

	test('sends once, however often it is pressed', async () => {
		await open();
		page.save.mockResolvedValue({ kind: 'unchanged' });
		actions.save();
		actions.save();
		await settled();
		expect(page.save).toHaveBeenCalledTimes(1);
	});

	test('sends nothing for whoever may not edit', async () => {
		await open({ ...loaded, refusals: ['No.'] });
		actions.save();
		expect(page.save).not.toHaveBeenCalled();
	});

	test('shows a conflict', async () => {
		await open();
		type({ minEditcount: '700' });
		const later = { ...revision, id: 9 };
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: later });
		actions.save();
		await settled();
		expect(state).toMatchObject({ notice: { kind: 'conflict', conflict: { revision: later } } });
	});

	test.each([
		['readonly', 'Back at noon.', { key: 'failure-readonly', words: 'Back at noon.' }],
		['assertnameduserfailed', '', { key: 'failure-assertnameduserfailed', words: '' }],
		['abusefilter-disallowed', 'Filter 7.', { key: 'failure-other', parameter: 'Filter 7.' }],
		['captcha', '', { key: 'form-failure-captcha' }],
		['ratelimited', 'Slow down.', { key: 'failure-ratelimited', words: 'Slow down.' }],
	])('shows why the wiki refused (%s), the form as typed', async (code, text, refusal) => {
		await open();
		type({ minEditcount: '700' });
		page.save.mockRejectedValueOnce(new ApiError(code, text));
		actions.save();
		await settled();
		expect(state).toMatchObject({
			values: { minEditcount: '700' },
			notice: { kind: 'refused', refusal },
		});
	});
});
