import { beforeEach, describe, expect, test, vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { reduceForm } from '../../gadget/settings/form/form.ts';
import {
	createFormActions,
	type FormActions,
	type FormActionsDependencies,
} from '../../gadget/settings/form/formActions.ts';
import type { FormEvent, FormState } from '../../gadget/settings/form/formState.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import type { LoadedPage, ThresholdsPage } from '../../gadget/wiki/thresholdsPage.ts';

const block = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
const revision = { id: 1, user: 'A', text: JSON.stringify({ other: 1, [thresholdsKey]: block }) };
const loaded: LoadedPage = { revision, refusals: [], isElsewhere: false };

const page = {
	userName: 'Me',
	load: vi.fn<ThresholdsPage['load']>(),
	save: vi.fn<ThresholdsPage['save']>(),
	findHandover: vi.fn<ThresholdsPage['findHandover']>(),
	findEditors: vi.fn<ThresholdsPage['findEditors']>(),
};
const focus = vi.fn();
const onSaved = vi.fn();
const countEffect = vi.fn<FormActionsDependencies['countEffect']>();
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
	countEffect.mockReturnValue(null);
	state = { kind: 'loading' };
	actions = createFormActions({
		page,
		getState: () => state,
		dispatch: (event) => {
			state = reduceForm(state, event);
		},
		suggestSummary: ({ thresholds }) => `Suggested: ${thresholds.minEditcount}`,
		countEffect,
		focus,
		onSaved,
	});
});

describe('load', () => {
	test('opens the form', async () => {
		await open();
		expect(state).toMatchObject({ kind: 'edited', page: loaded });
		expect(page.findEditors).not.toHaveBeenCalled();
	});

	test('asks who may edit where the person may not', async () => {
		await open({ ...loaded, refusals: ['protectedpage'] });
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
		expect(onSaved).toHaveBeenCalledOnce();
	});

	test('sends the summary that the person wrote, even an empty one', async () => {
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
		expect(focus).toHaveBeenCalledExactlyOnceWith('minEditcount');
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
		await open({ ...loaded, refusals: ['protectedpage'] });
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

describe('a conflict', () => {
	const later = { ...revision, id: 9, user: 'Somebody' };

	async function conflicted(user = 'Somebody'): Promise<void> {
		await open();
		type({ minEditcount: '700' });
		const theirs = { ...later, user, text: later.text.replace('500', '900') };
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: theirs });
		actions.save();
		await settled();
	}

	test('is saved over at once by whoever keeps theirs', async () => {
		await conflicted();
		const saved = { id: 10, user: 'Me', text: '' };
		page.save.mockResolvedValueOnce({ kind: 'saved', revision: saved, diffUrl: '/diff' });
		actions.keepMine();
		await settled();
		expect(page.save.mock.lastCall?.[0]).toContain('"minEditcount": 700');
		expect(page.save.mock.lastCall?.[2]).toMatchObject({ id: 9 });
		expect(state).toMatchObject({ notice: { kind: 'saved' }, saved: { minEditcount: 700 } });
	});

	test('says so again where there is one more', async () => {
		await conflicted();
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: { ...later, id: 11 } });
		actions.keepMine();
		await settled();
		expect(state).toMatchObject({
			notice: { kind: 'conflict', conflict: { revision: { id: 11 } } },
		});
	});

	test('is gone, and nothing sent, for whoever takes what was saved', async () => {
		await conflicted();
		actions.takeTheirs();
		await settled();
		expect(page.save).toHaveBeenCalledTimes(1);
		expect(state).toMatchObject({ notice: null, values: { minEditcount: '900' } });
	});

	test.each([
		['Me', true],
		['Somebody', false],
	])('with %s is with oneself: %s', async (user, isOwn) => {
		await conflicted(user);
		expect(state).toMatchObject({ notice: { conflict: { isOwn } } });
	});
});

describe('thresholds that most mentees meet', () => {
	test('are asked about with the figure, and saved only after that', async () => {
		await open();
		type({ minEditcount: '20', minTenureInDays: '0' });
		const effect = { optedOut: 51, counted: 100, areMentees: true };
		countEffect.mockReturnValue(effect);
		actions.save();
		expect(state).toMatchObject({ notice: { kind: 'doubt', effect } });
		expect(page.save).not.toHaveBeenCalled();
		actions.dispatch({ type: 'reconsidered' });
		expect(state).toMatchObject({ notice: null });
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		actions.saveAnyway();
		await settled();
		expect(page.save).toHaveBeenCalledOnce();
	});

	const half = { optedOut: 50, counted: 100, areMentees: true };
	const zero = { minEditcount: '0', minTenureInDays: '0' };
	test.each([
		['half of them', { minEditcount: '20' }, half, false],
		['more than half, but the rule off', { enabled: false }, { ...half, optedOut: 99 }, false],
		['more than half, but nothing changed', {}, { ...half, optedOut: 99 }, false],
		['nobody knows how many: 0 and 0', zero, null, true],
		['0 and 0, and nobody there so far', zero, { ...half, optedOut: 0, counted: 0 }, true],
		['nobody knows how many: 10 edits', { minEditcount: '10' }, null, false],
		['nobody knows how many: 9 edits', { minEditcount: '9' }, null, true],
	])('%s', async (_what, values, effect, isAsked) => {
		await open();
		type(values);
		countEffect.mockReturnValue(effect);
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		actions.save();
		expect(page.save).toHaveBeenCalledTimes(isAsked ? 0 : 1);
		await settled();
	});
});
