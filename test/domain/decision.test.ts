import { expect, test } from 'vitest';
import { type Decision, decide } from '../../gadget/domain/decision.ts';
import type { Memory } from '../../gadget/domain/memory.ts';
import type { MentorshipState } from '../../gadget/domain/mentee.ts';

const now = Date.UTC(2026, 10, 22);
const experienced = { editCount: 500, registration: now - 31 * 86_400_000 };
const on = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
const asked: Memory = { version: 1, askedAt: '2026-01-01T00:00:00.000Z' };
const nothing: Memory = { version: 1 };

const table: Array<[MentorshipState, string, Memory, boolean, Decision]> = [
	['disabled', 'nothing', nothing, true, 'nothing'],
	['disabled', 'asked', asked, true, 'nothing'],
	['optedOut', 'nothing', nothing, true, 'optedOut'],
	['optedOut', 'asked', asked, false, 'optedOut'],
	['enabled', 'asked', asked, true, 'mentor'],
	['enabled', 'asked', asked, false, 'mentor'],
	['enabled', 'nothing', nothing, false, 'mentor'],
	['enabled', 'nothing', nothing, true, 'graduate'],
	[
		'enabled',
		'an unfinished graduation',
		{ version: 1, graduatedAt: 'x', pending: 'graduation' },
		true,
		'graduate',
	],
	[
		'enabled',
		'an unfinished graduation',
		{ version: 1, graduatedAt: 'x', pending: 'graduation' },
		false,
		'mentor',
	],
	[
		'enabled',
		'a finished graduation: back by another way',
		{ version: 1, graduatedAt: 'x' },
		true,
		'mentor',
	],
];

test.each(table)(
	'given state %s, memory of %s (%o), thresholds met: %s, decides %s',
	(state, _what, memory, met, expected) => {
		const facts = met ? experienced : { ...experienced, editCount: 499 };
		expect(decide(state, memory, facts, on, now)).toBe(expected);
	},
);

test('opts nobody out given the configuration page is missing or wrong', () => {
	expect(decide('enabled', nothing, experienced, null, now)).toBe('mentor');
});

test('opts nobody out given the rule is off', () => {
	expect(decide('enabled', nothing, experienced, { ...on, enabled: false }, now)).toBe('mentor');
});
