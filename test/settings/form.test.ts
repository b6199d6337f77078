import { describe, expect, test } from 'vitest';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
import { writeDocument } from '../../gadget/settings/form/document.ts';
import { findWrongFields, hasUnsaved, reduceForm } from '../../gadget/settings/form/form.ts';
import type { EditedForm, FormEvent, FormState } from '../../gadget/settings/form/formState.ts';
import type { Revision } from '../../gadget/wiki/revision.ts';
import type { LoadedPage, SaveResult } from '../../gadget/wiki/thresholdsPage.ts';

const on: Thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
const defaults = { enabled: false, minEditcount: '500', minTenureInDays: '30' };
const mine = { ...on, minEditcount: 8 };
const theirs: Thresholds = { enabled: true, minEditcount: 900, minTenureInDays: 90 };
const refusal = { key: 'failure-readonly', parameter: '', words: 'Back at noon.' } as const;

const revisionOf = (id: number, thresholds: Thresholds): Revision => ({
	id,
	user: 'B',
	text: writeDocument('{"other": 1}', thresholds),
});
const loaded = (page: Partial<LoadedPage> = {}): FormEvent => ({
	type: 'loaded',
	page: { revision: revisionOf(1, on), refusals: [], isElsewhere: false, ...page },
});
const typed = (values: Partial<EditedForm['values']>): FormEvent => ({ type: 'typed', values });
const saveStarted: FormEvent = { type: 'saveStarted' };
const refused: FormEvent = { type: 'refused', refusal };
const answered = (sent: Thresholds, result: SaveResult): FormEvent => ({
	type: 'answered',
	sent,
	result,
});
const saved = (sent: Thresholds) =>
	answered(sent, { kind: 'saved', revision: revisionOf(2, sent), diffUrl: '/diff' });
const conflicting = (revision: Revision | null) =>
	answered(mine, { kind: 'conflict', revision, isOwn: false });
const settled = (takesTheirs: boolean): FormEvent => ({ type: 'settled', takesTheirs });

const play = (...events: FormEvent[]): FormState =>
	events.reduce(reduceForm, { kind: 'loading' } as FormState);

describe('opening', () => {
	test.each<[string, FormEvent[], object]>([
		[
			'shows what the page holds',
			[loaded()],
			{ values: { ...defaults, enabled: true }, thresholds: on, isUnset: false },
		],
		[
			'shows the defaults where there is no page',
			[loaded({ revision: null })],
			{ kind: 'edited', isUnset: true, values: defaults },
		],
		[
			'shows the defaults where the page has no block',
			[loaded({ revision: { id: 1, user: 'A', text: '{"other": 1}' } })],
			{ kind: 'edited', isUnset: true, values: defaults },
		],
		[
			'points to the wiki’s own configuration where that has the settings',
			[loaded({ isElsewhere: true })],
			{ kind: 'elsewhere', handover: null },
		],
		['says why it could not', [{ type: 'loadFailed', refusal }], { kind: 'failed', refusal }],
		[
			'begins again',
			[{ type: 'loadFailed', refusal }, { type: 'loadStarted' }],
			{ kind: 'loading' },
		],
		[
			'names who may edit',
			[loaded(), { type: 'editorsFound', editors: ['Administrators'] }],
			{ editors: ['Administrators'] },
		],
	])('%s', (_what, events, expected) => {
		expect(play(...events)).toMatchObject(expected);
	});

	test('says what is wrong with the page, and starts from the defaults on demand', () => {
		const opened = loaded({ revision: { id: 1, user: 'A', text: '{"a": }' } });
		expect(play(opened)).toMatchObject({
			kind: 'wrong',
			mistakes: [{ key: 'form-mistake-json' }],
		});
		expect(play(opened, { type: 'defaultsChosen' })).toMatchObject({
			kind: 'edited',
			page: { revision: { id: 1 } },
			values: defaults,
		});
	});
});

/** What a person types and does, what the form then is, and whether something would be lost with it. */
const steps: Array<[string, FormEvent[], object, boolean]> = [
	['nothing done', [], { notice: null }, false],
	[
		'a number changes the thresholds at once',
		[typed({ minEditcount: '7' })],
		{ thresholds: { ...on, minEditcount: 7 } },
		true,
	],
	[
		'a threshold stays as it last was while what is typed is not a number',
		[typed({ minEditcount: '70' }), typed({ minEditcount: '70x' })],
		{ values: { minEditcount: '70x' }, thresholds: { minEditcount: 70 } },
		true,
	],
	[
		'an age is unsaved',
		[typed({ minTenureInDays: '31' })],
		{ thresholds: { ...on, minTenureInDays: 31 } },
		true,
	],
	['an empty field is unsaved', [typed({ minEditcount: '' })], { thresholds: on }, true],
	[
		'a number and back is not',
		[typed({ minEditcount: '501' }), typed({ minEditcount: '500' })],
		{ thresholds: on },
		false,
	],
	[
		'the numbers stay while the rule is off',
		[typed({ minEditcount: '7' }), typed({ enabled: false })],
		{ values: { enabled: false, minEditcount: '7', minTenureInDays: '30' } },
		true,
	],
	['turning the rule off is unsaved', [typed({ enabled: false })], {}, true],
	['a summary is unsaved', [typed({ summary: 'Because' })], {}, true],
	[
		'typing ends what was said of an earlier save',
		[refused, typed({ enabled: true })],
		{ notice: null },
		false,
	],
	[
		'a save goes on from the new revision, with a new suggestion for the summary',
		[typed({ minEditcount: '8', summary: 'Because' }), saveStarted, saved(mine)],
		{
			isSaving: false,
			values: { minEditcount: '8', summary: null },
			page: { revision: { id: 2 } },
			saved: mine,
			notice: { kind: 'saved', diffUrl: '/diff' },
		},
		false,
	],
	[
		'a save keeps what was typed while it went on',
		[saveStarted, typed({ minEditcount: '8' }), saved(on)],
		{ values: { minEditcount: '8' } },
		true,
	],
	[
		'a refused save keeps what was typed',
		[typed({ minEditcount: '8', summary: 'Because' }), saveStarted, refused],
		{
			isSaving: false,
			values: { minEditcount: '8', summary: 'Because' },
			notice: { kind: 'refused', refusal },
		},
		true,
	],
	[
		'a conflict shows theirs beside mine, and stays while I type on',
		[
			typed({ minEditcount: '8' }),
			saveStarted,
			conflicting(revisionOf(5, theirs)),
			typed({ minTenureInDays: '9' }),
		],
		{
			isSaving: false,
			page: { revision: { id: 1 } },
			values: { minEditcount: '8', minTenureInDays: '9' },
			notice: {
				kind: 'conflict',
				revision: { id: 5 },
				thresholds: theirs,
			},
		},
		true,
	],
	[
		'keeping mine bases it on theirs',
		[typed({ minEditcount: '8' }), conflicting(revisionOf(5, theirs)), settled(false)],
		{ page: { revision: { id: 5 } }, saved: theirs, values: { minEditcount: '8' }, notice: null },
		true,
	],
	[
		'taking theirs puts it into the form',
		[typed({ minEditcount: '8' }), conflicting(revisionOf(5, theirs)), settled(true)],
		{
			page: { revision: { id: 5 } },
			values: { enabled: true, minEditcount: '900', minTenureInDays: '90' },
			thresholds: theirs,
			notice: null,
		},
		false,
	],
	[
		'there is no conflict where both saved the same',
		[typed({ minEditcount: '8' }), conflicting(revisionOf(5, mine))],
		{ page: { revision: { id: 5 } }, notice: { kind: 'unchanged' } },
		false,
	],
	...[null, { id: 5, user: 'B', text: '{' }].flatMap((revision): typeof steps => [
		[
			`a conflict shows mine alone where the page is ${revision ? 'broken' : 'deleted'}`,
			[typed({ minEditcount: '8' }), conflicting(revision)],
			{ notice: { kind: 'conflict', revision, thresholds: null } },
			true,
		],
		[
			`mine can be kept where the page is ${revision ? 'broken' : 'deleted'}`,
			[typed({ minEditcount: '8' }), conflicting(revision), settled(false)],
			{ page: { revision }, isUnset: true, values: { minEditcount: '8' } },
			true,
		],
	]),
];

test.each(steps)('%s', (_what, events, expected, isUnsaved) => {
	const form = play(loaded(), ...events);
	expect(form).toMatchObject(expected);
	expect(hasUnsaved(form)).toBe(isUnsaved);
});

test('nothing is unsaved where there is no form, nor where it cannot be saved', () => {
	expect(hasUnsaved({ kind: 'loading' })).toBe(false);
	const locked = loaded({ refusals: ['protectedpage'] });
	expect(hasUnsaved(play(locked, typed({ minEditcount: '8' })))).toBe(false);
});

test('wrong fields are found from the top', () => {
	const values = { enabled: true, minEditcount: '-1', minTenureInDays: '', summary: null };
	expect(findWrongFields(values)).toEqual(['minEditcount', 'minTenureInDays']);
	expect(findWrongFields({ ...values, minEditcount: '0' })).toEqual(['minTenureInDays']);
});
