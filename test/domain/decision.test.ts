import { expect, test } from 'vitest';
import { type Decision, decide } from '../../gadget/domain/decision.ts';
import type { MentorshipState } from '../../gadget/domain/mentee.ts';

const now = Date.UTC(2026, 10, 22);
const experienced = { editCount: 500, registration: now - 31 * 86_400_000 };
const on = { enabled: true, minEditcount: 500, minTenureInDays: 30 };

const table: Array<[MentorshipState, boolean, boolean, Decision]> = [
	['disabled', false, true, 'disabled'],
	['disabled', true, true, 'disabled'],
	['optedOut', false, true, 'optedOut'],
	['optedOut', true, false, 'optedOut'],
	['enabled', true, true, 'enabled'],
	['enabled', true, false, 'enabled'],
	['enabled', false, false, 'enabled'],
	['enabled', false, true, 'graduate'],
];

test.each(table)(
	'given state %s, asked: %s, thresholds met: %s, decides %s',
	(state, asked, met, expected) => {
		const facts = met ? experienced : { ...experienced, editCount: 499 };
		expect(decide(state, asked, facts, on, now)).toBe(expected);
	},
);

test('opts nobody out given the configuration page is missing or wrong', () => {
	expect(decide('enabled', false, experienced, null, now)).toBe('enabled');
});

test('opts nobody out given the rule is off', () => {
	expect(decide('enabled', false, experienced, { ...on, enabled: false }, now)).toBe('enabled');
});
