import { describe, expect, test } from 'vitest';
import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import { meetsThresholds, shouldGraduate } from '../../gadget/domain/rule.ts';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';

const now = Date.UTC(2026, 10, 22, 12);
const second = 1000;
const day = 86_400 * second;
const thresholds: Thresholds = { enabled: true, minEditcount: 500, minTenureInDays: 30 };

describe('meetsThresholds', () => {
	test.each([
		{ edits: 499, age: 31 * day, meets: false },
		{ edits: 500, age: 31 * day, meets: true },
		{ edits: 501, age: 31 * day, meets: true },
		{ edits: 500, age: 30 * day - second, meets: false },
		{ edits: 500, age: 30 * day, meets: false },
		{ edits: 500, age: 30 * day + second, meets: true },
		{ edits: 500, age: -day, meets: false },
		{ edits: 499, age: 29 * day, meets: false },
	])('says $meets given $edits edits and an account $age ms old', ({ edits, age, meets }) => {
		const facts = { editCount: edits, registration: now - age };
		expect(meetsThresholds(facts, thresholds, now)).toBe(meets);
	});

	test.each([
		{ edits: 499, meets: false },
		{ edits: 500, meets: true },
	])('takes an unknown registration for long ago, given $edits edits', ({ edits, meets }) => {
		expect(meetsThresholds({ editCount: edits, registration: null }, thresholds, now)).toBe(meets);
	});

	test.each([
		{ what: 'a second ago', registration: now - second, meets: true },
		{ what: 'this very moment', registration: now, meets: false },
		{ what: 'in the future', registration: now + second, meets: false },
	])('says $meets given thresholds of 0 and a registration $what', ({ registration, meets }) => {
		const none = { enabled: true, minEditcount: 0, minTenureInDays: 0 };
		expect(meetsThresholds({ editCount: 0, registration }, none, now)).toBe(meets);
	});
});

describe('shouldGraduate', () => {
	const experienced = { editCount: 500, registration: now - 31 * day };
	const cases: Array<[boolean, MentorshipState, boolean, boolean]> = [
		[true, 'enabled', false, true],
		[true, 'enabled', true, false],
		[true, 'optedOut', false, false],
		[true, 'disabled', false, false],
		[false, 'enabled', false, false],
	];
	test.each(cases)(
		'given the rule on: %s, state %s, asked: %s, says %s',
		(enabled, state, asked, expected) => {
			expect(shouldGraduate(state, asked, experienced, { ...thresholds, enabled }, now)).toBe(
				expected,
			);
		},
	);

	test('leaves somebody below a threshold alone', () => {
		const facts = { editCount: 499, registration: null };
		expect(shouldGraduate('enabled', false, facts, thresholds, now)).toBe(false);
	});
});
