import { describe, expect, test } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import { type MentorshipState, storedStates } from '../../gadget/domain/mentee.ts';
import {
	decideCard,
	decideNeed,
	decideTask,
	meetsThresholds,
	type Need,
	type PageFacts,
	type Situation,
	shouldGraduate,
	type Task,
} from '../../gadget/domain/rule.ts';
import type { CountingThresholds, Thresholds } from '../../gadget/domain/thresholds.ts';

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
		{ edits: -1, age: 31 * day, meets: false },
		{ edits: -(2 ** 31), age: 31 * day, meets: false },
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

const met = { editCount: 500, registration: now - 31 * day };
const near = { editCount: 400, registration: now - 25 * day };
const below = { editCount: 399, registration: now - 400 * day };
const on: CountingThresholds = { owner: 'gadget', thresholds };
const off: CountingThresholds = { owner: 'gadget', thresholds: { ...thresholds, enabled: false } };
const wrong: CountingThresholds = { owner: 'gadget', thresholds: null };
const ownOn: CountingThresholds = { owner: 'extension', thresholds };
const mentor = { name: 'Mentor' };
const then = new Date(now - 3_600_000).toISOString();

/** Somebody left alone, experienced, on a page that is no place, while the rule is on. */
const usual: Situation = {
	gadget: 'growth',
	isPlace: false,
	mentee: met,
	state: 'enabled',
	isExplicit: false,
	memory: { version: 1 },
	counting: on,
	hasOwnRule: false,
	wasRefused: false,
};
const remembered = (memory: Partial<Memory>): Partial<Situation> => ({
	memory: { version: 1, ...memory },
});
const recent = { hasOwnRule: true, counting: ownOn };

describe('decideTask', () => {
	test.each<[string, Partial<Situation>, Task | null]>([
		['both thresholds met', {}, 'graduate'],
		['one threshold not met', { mentee: below }, null],
		['the rule off', { counting: off }, null],
		['a wrong page', { counting: wrong }, null],
		['somebody opted out', { state: 'optedOut' }, null],
		['somebody without mentorship', { state: 'disabled' }, null],
		['somebody who asked', remembered({ askedAt: then }), null],
		['state 50', { isExplicit: true }, null],
		['a refusal within the day', { wasRefused: true }, null],
		['a graduation begun', remembered({ graduatedAt: then, pending: 'graduation' }), 'graduate'],
		[
			'a graduation begun, the rule off since',
			{ ...remembered({ graduatedAt: then, pending: 'graduation' }), counting: off },
			'finish',
		],
		[
			'a graduation that the wiki has heard of',
			{ ...remembered({ graduatedAt: then, pending: 'graduation' }), state: 'optedOut' },
			'finish',
		],
		['a wish begun', remembered({ askedAt: then, pending: 'sameMentor' }), 'finish'],
		[
			'a wish begun, between two steps',
			{ ...remembered({ askedAt: then, pending: 'sameMentor' }), state: 'disabled' },
			'finish',
		],
		['somebody back by another way', remembered({ graduatedAt: then, mentor }), 'comeBack'],
		[
			'somebody on the way back, between two steps',
			{ ...remembered({ graduatedAt: then, mentor }), state: 'disabled' },
			'comeBack',
		],
		[
			'somebody without mentorship, who asked before',
			{ ...remembered({ graduatedAt: then, askedAt: then, mentor }), state: 'disabled' },
			null,
		],
		[
			'somebody back by another way, whom the wiki had opted out',
			{ ...remembered({ mentor }), isExplicit: true, hasOwnRule: true },
			'comeBack',
		],
		[
			'a late job, after an hour',
			{ ...remembered({ unstoredAt: then }), state: 'optedOut' },
			'dropMentor',
		],
		[
			'a late job, before an hour is over',
			{ ...remembered({ unstoredAt: new Date(now - 3_599_999).toISOString() }), state: 'optedOut' },
			null,
		],
		[
			'somebody who asked under 1.43',
			{ ...remembered({ askedAt: then }), hasOwnRule: true },
			'keepIn',
		],
		[
			'somebody who asked and is explicit',
			{ ...remembered({ askedAt: then }), hasOwnRule: true, isExplicit: true },
			null,
		],
		['the wiki’s own rule, and 80 per cent', { ...recent, mentee: near }, 'rememberMentor'],
		['the wiki’s own rule, and less', { ...recent, mentee: below }, null],
		[
			'80 per cent, remembered already',
			{ ...recent, mentee: near, ...remembered({ mentor }) },
			null,
		],
		['80 per cent, and the gadget’s rule', { mentee: near }, null],
		['unknown thresholds', { hasOwnRule: true, counting: undefined }, 'readThresholds'],
		[
			'unknown thresholds, and a newcomer',
			{ hasOwnRule: true, counting: undefined, mentee: { editCount: 9, registration: null } },
			null,
		],
	])('given %s: %s', (_what, change, task) => {
		expect(decideTask({ ...usual, ...change }, now, false)).toBe(task);
	});

	test('asks nothing for whoever had no mentor, but on the Homepage', () => {
		expect(decideTask(usual, now, true)).toBeNull();
		expect(decideTask({ ...usual, isPlace: true }, now, true)).toBe('graduate');
		expect(decideTask({ ...usual, ...recent, mentee: near }, now, true)).toBeNull();
	});
});

describe('decideCard', () => {
	test.each<[string, Partial<Situation>, ReturnType<typeof decideCard>]>([
		['both thresholds met', {}, 'optedOut'],
		['one threshold not met', { mentee: below }, 'mentor'],
		['the rule off', { counting: off }, 'mentor'],
		['unknown thresholds', { counting: undefined }, 'mentor'],
		['somebody opted out', { state: 'optedOut', counting: off }, 'optedOut'],
		['somebody without mentorship', { state: 'disabled' }, 'asItIs'],
		['somebody who asked', remembered({ askedAt: then }), 'mentor'],
		['state 50', { isExplicit: true }, 'mentor'],
		['a refusal within the day', { wasRefused: true }, 'mentor'],
		['any other page', { isPlace: false }, 'asItIs'],
		['somebody back by another way', remembered({ graduatedAt: then }), 'mentor'],
		[
			'what the extension left behind when it was uninstalled',
			{ ...remembered({ graduatedAt: then }), gadget: 'card' },
			'optedOut',
		],
	])('given %s: %s', (_what, change, card) => {
		expect(decideCard({ ...usual, isPlace: true, ...change }, now)).toBe(card);
	});
});

describe('the loader', () => {
	const { enabled, optedOut, explicit } = storedStates;
	const facts: PageFacts = {
		gadget: 'growth',
		isPlace: false,
		mentee: met,
		storedState: enabled,
		remembered: null,
		counting: on,
	};
	const place = { isPlace: true };
	const known = { remembered: '{"version":1}' };
	const out = { storedState: optedOut };
	test.each<[string, Partial<PageFacts>, Need]>([
		['both thresholds met', {}, 'load'],
		['both thresholds met, on the Homepage', place, 'hideAndLoad'],
		['one threshold not met', { mentee: below }, null],
		['one threshold not met, on the Homepage', { ...place, mentee: below }, null],
		['the rule off', { counting: off }, null],
		['the rule off, on the Homepage', { ...place, counting: off }, null],
		['a wrong page', { counting: wrong }, null],
		['somebody opted out by hand', out, null],
		[
			'somebody opted out by hand, on the Homepage, whose press on its button is to be remembered',
			{ ...place, ...out, mentee: below },
			'load',
		],
		[
			'somebody opted out by hand, on the Homepage, the rule off',
			{ ...place, ...out, counting: off },
			null,
		],
		['somebody without mentorship', { storedState: 0 }, null],
		['state 50', { storedState: explicit }, null],
		['state 50, on the Homepage', { ...place, storedState: explicit }, null],
		['a memory', known, 'load'],
		['a memory, on the Homepage', { ...place, ...known }, 'load'],
		['a memory, and state 50', { ...known, storedState: explicit }, 'load'],
		['a memory of somebody opted out', { ...known, ...out }, null],
		['a memory of somebody opted out, on the Homepage', { ...place, ...known, ...out }, 'load'],
		['a memory, between two steps', { ...known, storedState: 0 }, 'load'],
		[
			'a memory of somebody opted out, with something to be done',
			{ ...out, remembered: '{"version":1,"pending":"graduation"}' },
			'load',
		],
		[
			'a memory of somebody opted out, whom a late job may give a mentor',
			{ ...out, remembered: '{"version":1,"unstoredAt":"2026-11-22T00:00:00Z"}' },
			'load',
		],
		['the wiki’s own rule, and 80 per cent', { counting: ownOn, mentee: near }, 'load'],
		[
			'the wiki’s own rule, and 80 per cent, on the Homepage',
			{ ...place, counting: ownOn, mentee: near },
			'load',
		],
		['80 per cent, and the gadget’s rule', { mentee: near }, null],
		['unknown thresholds', { counting: undefined }, 'load'],
		['unknown thresholds, on the Homepage', { ...place, counting: undefined }, 'load'],
		[
			'unknown thresholds, and a newcomer',
			{ counting: undefined, mentee: { editCount: 500, registration: now - day } },
			null,
		],
		[
			'unknown thresholds, and a newcomer no more',
			{ counting: undefined, mentee: { editCount: 10, registration: now - day - 1 } },
			'load',
		],
		['MediaWiki alone, at a place', { ...place, gadget: 'card', counting: off }, 'load'],
		['MediaWiki alone, at a place, both met', { ...place, gadget: 'card' }, 'hideAndLoad'],
		['MediaWiki alone, elsewhere', { gadget: 'card' }, null],
		['MediaWiki alone, elsewhere, a memory', { gadget: 'card', ...known }, null],
	])('given %s, %o: %s', (_what, change, need) => {
		expect(decideNeed({ ...facts, ...change }, now)).toBe(need);
	});
});
