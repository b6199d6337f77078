import { beforeEach, describe, expect, test, vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { reduceForm } from '../../gadget/settings/form/form.ts';
import {
	createFormActions,
	type FormActions,
	type FormActionsDependencies,
} from '../../gadget/settings/form/formActions.ts';
import type { FormState, FormValues } from '../../gadget/settings/form/formState.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import { becomes, fakePage, pageWith } from './fakes.ts';

const block = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
const revision = { id: 1, user: 'A', text: JSON.stringify({ other: 1, [thresholdsKey]: block }) };
const saved = {
	kind: 'saved',
	revision: { id: 2, user: 'Me', text: '' },
	diffUrl: '/diff',
} as const;

const page = fakePage();
const focus = vi.fn();
const onSaved = vi.fn();
const countEffect = vi.fn<FormActionsDependencies['countEffect']>();
let state: FormState;
let actions: FormActions;

const shows = (expected: object) => becomes(() => state, expected);

async function open(refusals: string[] = []): Promise<void> {
	page.load.mockResolvedValueOnce(pageWith(undefined, { revision, refusals }));
	actions.load();
	await shows({ kind: 'edited' });
}

const type = (values: Partial<FormValues>) => actions.dispatch({ type: 'typed', values });

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
	test('asks who may edit only where the person may not', async () => {
		await open();
		expect(page.findEditors).not.toHaveBeenCalled();
		await open(['protectedpage']);
		await shows({ editors: ['Administrators'] });
	});

	test('says why it failed', async () => {
		page.load.mockRejectedValueOnce(new ApiError('offline'));
		actions.load();
		await shows({ kind: 'failed', refusal: { key: 'failure-offline' } });
	});
});

describe('save', () => {
	test('sends the page with the change once, against its base, with the suggested summary', async () => {
		await open();
		type({ minEditcount: '700' });
		page.save.mockResolvedValueOnce(saved);
		actions.save();
		actions.save();
		expect(state).toMatchObject({ isSaving: true });
		await shows({ notice: { kind: 'saved', diffUrl: '/diff' } });
		expect(page.save).toHaveBeenCalledExactlyOnceWith(
			JSON.stringify({ other: 1, [thresholdsKey]: { ...block, minEditcount: 700 } }, null, '\t'),
			'Suggested: 700',
			revision,
		);
		expect(onSaved).toHaveBeenCalledOnce();
	});

	test('sends the summary that the person wrote, even an empty one', async () => {
		await open();
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		type({ summary: '' });
		actions.save();
		await shows({ isSaving: false, notice: { kind: 'unchanged' } });
		expect(page.save.mock.lastCall?.[1]).toBe('');
		expect(onSaved).not.toHaveBeenCalled();
	});

	test('sends nothing while a number is wrong, and goes to the first one', async () => {
		await open();
		type({ minEditcount: '-1', minTenureInDays: 'x' });
		actions.save();
		expect(page.save).not.toHaveBeenCalled();
		expect(focus).toHaveBeenCalledExactlyOnceWith('minEditcount');
	});

	test('sends nothing for a person who may not edit', async () => {
		await open(['protectedpage']);
		actions.save();
		expect(page.save).not.toHaveBeenCalled();
	});

	test.each([
		['readonly', 'Back at noon.', { key: 'failure-readonly', words: 'Back at noon.' }],
		['assertnameduserfailed', '', { key: 'failure-assertnameduserfailed', words: '' }],
		['abusefilter-disallowed', 'Filter 7.', { key: 'failure-other', parameter: 'Filter 7.' }],
		['captcha', '', { key: 'form-failure-captcha' }],
		['ratelimited', 'Slow down.', { key: 'failure-ratelimited', words: 'Slow down.' }],
		// A block's own sentence elsewhere is about getting a mentor.
		[
			'blocked',
			'You are blocked.',
			{ key: 'failure-other', parameter: 'You are blocked.', words: '' },
		],
	])('shows why the wiki refused (%s), the form as typed', async (code, text, refusal) => {
		await open();
		type({ minEditcount: '700' });
		page.save.mockRejectedValueOnce(new ApiError(code, text));
		actions.save();
		await shows({ values: { minEditcount: '700' }, notice: { kind: 'refused', refusal } });
	});
});

describe('a conflict', () => {
	const later = { ...revision, id: 9, text: revision.text.replace('500', '900') };

	beforeEach(async () => {
		await open();
		type({ minEditcount: '700' });
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: later, isOwn: false });
		actions.save();
		await shows({ notice: { kind: 'conflict', revision: later } });
	});

	test('is saved over at once by keeping mine', async () => {
		page.save.mockResolvedValueOnce(saved);
		actions.keepMine();
		await shows({ notice: { kind: 'saved' }, saved: { minEditcount: 700 } });
		expect(page.save.mock.lastCall?.[0]).toContain('"minEditcount": 700');
		expect(page.save.mock.lastCall?.[2]).toEqual(later);
		expect(focus).toHaveBeenLastCalledWith('save');
	});

	test('is asked about before mine is kept, where that would opt out newcomers', () => {
		type({ minEditcount: '9' });
		actions.keepMine();
		expect(state).toMatchObject({ notice: { kind: 'doubt' }, page: { revision: later } });
		expect(page.save).toHaveBeenCalledTimes(1);
	});

	test('says so again where there is one more', async () => {
		const again = { ...revision, id: 11 };
		page.save.mockResolvedValueOnce({ kind: 'conflict', revision: again, isOwn: false });
		actions.keepMine();
		await shows({ notice: { kind: 'conflict', revision: again } });
	});

	test('is gone, and nothing sent, by taking what was saved', () => {
		actions.takeTheirs();
		expect(state).toMatchObject({ notice: null, values: { minEditcount: '900' } });
		expect(focus).toHaveBeenLastCalledWith('save');
		expect(page.save).toHaveBeenCalledTimes(1);
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
		await shows({ notice: { kind: 'unchanged' } });
		expect(focus).toHaveBeenLastCalledWith('save');
		expect(page.save).toHaveBeenCalledOnce();
	});

	const half = { optedOut: 50, counted: 100, areMentees: true };
	const zero = { minEditcount: '0', minTenureInDays: '0' };
	test.each([
		['half of them', { minEditcount: '20' }, half, false],
		['more than half, but the rule off', { enabled: false }, { ...half, optedOut: 99 }, false],
		['more than half, but nothing changed', {}, { ...half, optedOut: 99 }, false],
		['no preview: 0 and 0', zero, null, true],
		['0 and 0, and no mentees so far', zero, { ...half, optedOut: 0, counted: 0 }, true],
		['no preview: 10 edits', { minEditcount: '10' }, null, false],
		['no preview: 9 edits', { minEditcount: '9' }, null, true],
	])('%s', async (_what, values, effect, isAsked) => {
		await open();
		type(values);
		countEffect.mockReturnValue(effect);
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		actions.save();
		await shows({ notice: { kind: isAsked ? 'doubt' : 'unchanged' } });
		expect(page.save).toHaveBeenCalledTimes(isAsked ? 0 : 1);
	});

	test('are asked about also where the page holds none yet', async () => {
		page.load.mockResolvedValueOnce(pageWith(undefined, { revision: null }));
		actions.load();
		await shows({ kind: 'edited', isUnset: true });
		type({ enabled: true, minEditcount: '9' });
		countEffect.mockReturnValue(null);
		actions.save();
		expect(state).toMatchObject({ notice: { kind: 'doubt', effect: null } });
	});
});
