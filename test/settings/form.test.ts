import { describe, expect, test } from 'vitest';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
import { writeDocument } from '../../gadget/settings/form/document.ts';
import { findWrongFields, hasUnsaved, reduceForm } from '../../gadget/settings/form/form.ts';
import type { EditedForm, FormEvent, FormState } from '../../gadget/settings/form/formState.ts';
import type { Revision } from '../../gadget/wiki/revision.ts';
import type { LoadedPage, SaveResult } from '../../gadget/wiki/thresholdsPage.ts';

const on: Thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
const theirs: Thresholds = { enabled: true, minEditcount: 900, minTenureInDays: 90 };
const revisionOf = (id: number, thresholds: Thresholds): Revision => ({
	id,
	user: 'Somebody',
	text: writeDocument('{"other": 1}', thresholds),
});
const pageOf = (page: Partial<LoadedPage> = {}): LoadedPage => ({
	revision: revisionOf(1, on),
	refusals: [],
	isElsewhere: false,
	...page,
});
const refusal = { key: 'failure-readonly', parameter: '', words: 'Back at noon.' } as const;

function play(...events: FormEvent[]): FormState {
	return events.reduce(reduceForm, { kind: 'loading' } as FormState);
}

function edited(...events: FormEvent[]): EditedForm {
	const form = play({ type: 'loaded', page: pageOf() }, ...events);
	if (form.kind !== 'edited') {
		throw new Error(`The form is ${form.kind}.`);
	}
	return form;
}

const typed = (values: Partial<EditedForm['values']>): FormEvent => ({
	type: 'typed',
	values,
});

const answered = (
	sent: Thresholds,
	result: SaveResult = { kind: 'saved', revision: revisionOf(2, sent), diffUrl: '/diff' },
): FormEvent => ({ type: 'answered', sent, userName: 'Me', result });

describe('opening', () => {
	test('shows what the page holds', () => {
		expect(edited()).toMatchObject({
			values: { enabled: true, minEditcount: '500', minTenureInDays: '30' },
			thresholds: on,
			isUnset: false,
		});
	});

	test.each([
		['a missing page', null],
		['a page without the block', { id: 1, user: 'A', text: '{"other": 1}' }],
	])('shows the defaults, given %s', (_what, revision) => {
		expect(play({ type: 'loaded', page: pageOf({ revision }) })).toMatchObject({
			kind: 'edited',
			isUnset: true,
			values: { enabled: false, minEditcount: '500', minTenureInDays: '30' },
		});
	});

	test('points to the wiki’s own configuration where that has the settings', () => {
		expect(play({ type: 'loaded', page: pageOf({ isElsewhere: true }) })).toEqual({
			kind: 'elsewhere',
			handover: null,
		});
	});

	test('says what is wrong with the page, and starts from the defaults on demand', () => {
		const page = pageOf({ revision: { id: 1, user: 'A', text: '{"a": }' } });
		const opened = play({ type: 'loaded', page });
		expect(opened).toMatchObject({ kind: 'wrong', mistakes: [{ key: 'form-mistake-json' }] });
		expect(reduceForm(opened, { type: 'defaultsChosen' })).toMatchObject({
			kind: 'edited',
			page,
			values: { enabled: false, minEditcount: '500', minTenureInDays: '30' },
		});
	});

	test('says why it could not', () => {
		expect(play({ type: 'loadFailed', refusal })).toEqual({ kind: 'failed', refusal });
		expect(play({ type: 'loadFailed', refusal }, { type: 'loadStarted' })).toEqual({
			kind: 'loading',
		});
	});

	test('names who may edit', () => {
		expect(edited({ type: 'editorsFound', editors: ['Administrators'] }).editors).toEqual([
			'Administrators',
		]);
	});
});

describe('typing', () => {
	test('changes the thresholds at once', () => {
		expect(edited(typed({ minEditcount: '7' })).thresholds).toEqual({ ...on, minEditcount: 7 });
	});

	test('keeps a threshold as it last was while what is typed is not a number', () => {
		const form = edited(typed({ minEditcount: '70' }), typed({ minEditcount: '70x' }));
		expect(form.values.minEditcount).toBe('70x');
		expect(form.thresholds.minEditcount).toBe(70);
	});

	test('keeps the numbers while the rule is off', () => {
		const form = edited(typed({ minEditcount: '7' }), typed({ enabled: false }));
		expect(form.values).toMatchObject({ enabled: false, minEditcount: '7', minTenureInDays: '30' });
	});

	test('ends what was said of an earlier save', () => {
		expect(edited({ type: 'refused', refusal }, typed({ enabled: false })).notice).toBeNull();
	});
});

describe('findWrongFields', () => {
	test('finds them from the top', () => {
		const values = { enabled: true, minEditcount: '-1', minTenureInDays: '', summary: null };
		expect(findWrongFields(values)).toEqual(['minEditcount', 'minTenureInDays']);
		expect(findWrongFields({ ...values, minEditcount: '0' })).toEqual(['minTenureInDays']);
	});
});

describe('hasUnsaved', () => {
	test.each<[boolean, string, FormEvent[]]>([
		[false, 'nothing typed', []],
		[true, 'another number', [typed({ minEditcount: '501' })]],
		[true, 'no number', [typed({ minEditcount: '' })]],
		[true, 'the other choice', [typed({ enabled: false })]],
		[true, 'a summary', [typed({ summary: 'Because' })]],
		[false, 'a number and back', [typed({ minEditcount: '501' }), typed({ minEditcount: '500' })]],
		[
			false,
			'a saved number',
			[typed({ minEditcount: '501' }), answered({ ...on, minEditcount: 501 })],
		],
	])('says %s given %s', (expected, _what, events) => {
		expect(hasUnsaved(edited(...events))).toBe(expected);
	});

	test('says no where there is no form', () => {
		expect(hasUnsaved({ kind: 'loading' })).toBe(false);
	});
});

describe('saving', () => {
	const summary = typed({ summary: 'Because' });

	test('goes on from the new revision, with a new suggestion for the summary', () => {
		const revision = revisionOf(2, on);
		const form = edited(
			summary,
			{ type: 'saveStarted' },
			answered(on, { kind: 'saved', revision, diffUrl: '/diff' }),
		);
		expect(form).toMatchObject({
			isSaving: false,
			values: { summary: null },
			page: { revision },
			notice: { kind: 'saved', diffUrl: '/diff' },
		});
	});

	test('keeps what was typed while it went on', () => {
		const form = edited({ type: 'saveStarted' }, typed({ minEditcount: '8' }), answered(on));
		expect(form.values.minEditcount).toBe('8');
		expect(hasUnsaved(form)).toBe(true);
	});

	test('keeps what was typed where the wiki refused', () => {
		const form = edited(
			typed({ minEditcount: '8' }),
			summary,
			{ type: 'saveStarted' },
			{ type: 'refused', refusal },
		);
		expect(form).toMatchObject({
			isSaving: false,
			values: { minEditcount: '8', summary: 'Because' },
			notice: { kind: 'refused', refusal },
		});
	});
});

describe('a conflict', () => {
	const revision = revisionOf(5, theirs);
	const mine = { ...on, minEditcount: 8 };
	const conflict: FormEvent[] = [
		typed({ minEditcount: '8' }),
		{ type: 'saveStarted' },
		answered(mine, { kind: 'conflict', revision }),
	];

	test('shows theirs beside mine, and stays while I type on', () => {
		const form = edited(...conflict, typed({ minTenureInDays: '9' }));
		expect(form).toMatchObject({
			isSaving: false,
			page: { revision: { id: 1 } },
			values: { minEditcount: '8', minTenureInDays: '9' },
			notice: { kind: 'conflict', conflict: { revision, isOwn: false, thresholds: theirs } },
		});
	});

	test('bases mine on theirs where I keep mine', () => {
		const form = edited(...conflict, { type: 'settled', takesTheirs: false });
		expect(form).toMatchObject({
			page: { revision },
			saved: theirs,
			values: { minEditcount: '8' },
			notice: null,
		});
		expect(hasUnsaved(form)).toBe(true);
	});

	test('puts theirs into the form where I take them', () => {
		const form = edited(...conflict, { type: 'settled', takesTheirs: true });
		expect(form).toMatchObject({
			page: { revision },
			values: { enabled: true, minEditcount: '900', minTenureInDays: '90' },
			thresholds: theirs,
			notice: null,
		});
		expect(hasUnsaved(form)).toBe(false);
	});

	test('is none where both saved the same', () => {
		const form = edited(
			...conflict.slice(0, 2),
			answered(mine, { kind: 'conflict', revision: revisionOf(5, mine) }),
		);
		expect(form).toMatchObject({ page: { revision: { id: 5 } }, notice: { kind: 'unchanged' } });
		expect(hasUnsaved(form)).toBe(false);
	});

	test.each([
		['was deleted', null],
		['cannot be read', { id: 5, user: 'B', text: '{' }],
	])('keeps mine where the page %s', (_what, later) => {
		const found = answered(mine, { kind: 'conflict', revision: later });
		const form = edited(typed({ minEditcount: '8' }), found);
		expect(form.notice).toEqual({
			kind: 'conflict',
			conflict: { revision: later, isOwn: false, thresholds: null },
		});
		expect(reduceForm(form, { type: 'settled', takesTheirs: false })).toMatchObject({
			page: { revision: later },
			isUnset: true,
			values: { minEditcount: '8' },
		});
	});
});
