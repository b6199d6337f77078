import { describe, expect, test } from 'vitest';
import type { Memory } from '../../gadget/domain/memory.ts';
import { storedStates } from '../../gadget/domain/mentee.ts';
import {
	decideNeed,
	decideTask,
	isCardOptedOut,
	meetsThresholds,
	type Need,
	type PageFacts,
	type Situation,
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
		// An unknown age is long ago.
		{ edits: 499, age: null, meets: false },
		{ edits: 500, age: null, meets: true },
	])('says $meets given $edits edits and an account $age ms old', ({ edits, age, meets }) => {
		const facts = { editCount: edits, registration: age === null ? null : now - age };
		expect(meetsThresholds(facts, thresholds, now)).toBe(meets);
	});

	test.each([
		['a second ago', now - second, true],
		['this very moment', now, false],
		['in the future', now + second, false],
	])('given thresholds of 0 and a registration %s: %s', (_what, registration, meets) => {
		const none = { minEditcount: 0, minTenureInDays: 0 };
		expect(meetsThresholds({ editCount: 0, registration }, none, now)).toBe(meets);
	});
});

const met = { editCount: 500, registration: now - 31 * day };
const near = { editCount: 400, registration: now - 25 * day };
const below = { editCount: 399, registration: now - 400 * day };
const newcomer = { editCount: 500, registration: now - day };
const tenEdits = { editCount: 10, registration: now - day - 1 };
const on: CountingThresholds = { owner: 'gadget', thresholds };
const off: CountingThresholds = { owner: 'gadget', thresholds: { ...thresholds, enabled: false } };
const wrong: CountingThresholds = { owner: 'gadget', thresholds: null };
const ownOn: CountingThresholds = { owner: 'extension', thresholds };
const mentor = { name: 'Mentor' };
const then = new Date(now - 3_600_000).toISOString();
const lessThanAnHourAgo = new Date(now - 3_599_999).toISOString();

/** A person left alone so far, experienced, on a page that is not the host's place; the rule is on. */
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
type Change = Partial<Omit<Situation, 'memory'>> & Partial<Omit<Memory, 'state'>>;
function situationOf(change: Change): Situation {
	const { mentor: theirs, graduatedAt, unstoredAt, askedAt, pending, ...facts } = change;
	const memory = { version: 1, mentor: theirs, graduatedAt, unstoredAt, askedAt, pending } as const;
	return { ...usual, ...facts, memory };
}
const begun = { graduatedAt: then, pending: 'graduation' } as const;
const wished = { askedAt: then, pending: 'sameMentor' } as const;
const optedOut = { state: 'optedOut' } as const;
const disabled = { state: 'disabled' } as const;
const recent = { hasOwnRule: true, counting: ownOn };
const unknown = { hasOwnRule: true, counting: undefined };
const asked = { hasOwnRule: true, askedAt: then };

test.each<[string, Change, Task | null]>([
	['both thresholds met', {}, 'graduate'],
	['one threshold not met', { mentee: below }, null],
	['the rule off', { counting: off }, null],
	['a wrong page', { counting: wrong }, null],
	['a person opted out', optedOut, null],
	['a person without mentorship', disabled, null],
	['a person who asked', { askedAt: then }, null],
	['state 50', { isExplicit: true }, null],
	['a refusal within the day', { wasRefused: true }, null],
	['a graduation begun', begun, 'graduate'],
	['a graduation begun, the rule off since', { ...begun, counting: off }, 'finish'],
	['a graduation that the wiki has heard of', { ...begun, ...optedOut }, 'finish'],
	['a wish begun', wished, 'finish'],
	['a wish begun, between two steps', { ...wished, ...disabled }, 'finish'],
	['a person back in another way', { graduatedAt: then, mentor }, 'comeBack'],
	['one between two steps of the way back', { graduatedAt: then, mentor, ...disabled }, 'comeBack'],
	['no mentorship, who asked before', { graduatedAt: then, askedAt: then, ...disabled }, null],
	['one back whom the wiki had opted out', { mentor, isExplicit: true, ...recent }, 'comeBack'],
	['a late job, after an hour', { unstoredAt: then, ...optedOut }, 'dropMentor'],
	['a late job, within the hour', { unstoredAt: lessThanAnHourAgo, ...optedOut }, null],
	['a person who asked under 1.43', asked, 'keepIn'],
	['a person who asked and is explicit', { ...asked, isExplicit: true }, null],
	['the wiki’s own rule, and 80 per cent', { ...recent, mentee: near }, 'rememberMentor'],
	['the wiki’s own rule, and less', { ...recent, mentee: below }, null],
	['80 per cent, remembered already', { ...recent, mentee: near, mentor }, null],
	['80 per cent, and the gadget’s rule', { mentee: near }, null],
	['unknown thresholds', unknown, 'readThresholds'],
	['unknown thresholds, and a newcomer', { ...unknown, mentee: newcomer }, null],
])('the task, given %s: %s', (_what, change, task) => {
	expect(decideTask(situationOf(change), now, false)).toBe(task);
});

test.each<[string, Change, Task | null]>([
	['where they meet the thresholds', {}, null],
	['unless they look at the place', { isPlace: true }, 'graduate'],
	['where 80 per cent are met', { ...recent, mentee: near }, null],
])('a person who had no mentor lately is left alone, %s', (_what, change, task) => {
	expect(decideTask(situationOf(change), now, true)).toBe(task);
});

test.each<[string, Change, boolean]>([
	['both thresholds met', {}, true],
	['one threshold not met', { mentee: below }, false],
	['the rule off', { counting: off }, false],
	['unknown thresholds', { counting: undefined }, false],
	['a person opted out by hand', { ...optedOut, counting: off }, true],
	['a person who asked', { askedAt: then }, false],
	['state 50', { isExplicit: true }, false],
	['a refusal within the day', { wasRefused: true }, false],
	['a person back in another way', { graduatedAt: then }, false],
	['what an uninstalled extension left behind', { graduatedAt: then, gadget: 'card' }, true],
])('the opted-out card, given %s: %s', (_what, change, isOptedOut) => {
	expect(isCardOptedOut(situationOf({ isPlace: true, ...change }), now)).toBe(isOptedOut);
});

const facts: PageFacts = {
	gadget: 'growth',
	isPlace: false,
	mentee: met,
	storedState: storedStates.enabled,
	remembered: null,
	counting: on,
};
const place = { isPlace: true };
const known = { remembered: '{"version":1}' };
const lateText = '{"version":1,"unstoredAt":"2026-11-22T00:00:00Z"}';
const begunText = '{"version":1,"pending":"graduation"}';
const out = { storedState: storedStates.optedOut };
const explicit = { storedState: storedStates.explicit };
const plain = { gadget: 'card' } as const;

test.each<[string, Partial<PageFacts>, Need]>([
	['both thresholds met', {}, 'load'],
	['both thresholds met, on the Homepage', place, 'hideAndLoad'],
	['one threshold not met', { mentee: below }, null],
	['one threshold not met, on the Homepage', { ...place, mentee: below }, null],
	['the rule off', { counting: off }, null],
	['the rule off, on the Homepage', { ...place, counting: off }, null],
	['a wrong page', { counting: wrong }, null],
	['a person opted out by hand', out, null],
	['their press on its button, to be remembered', { ...place, ...out, mentee: below }, 'load'],
	['opted out by hand, the rule off', { ...place, ...out, counting: off }, null],
	['a person without mentorship', { storedState: 0 }, null],
	['state 50', explicit, null],
	['state 50, on the Homepage', { ...place, ...explicit }, null],
	['a memory', known, 'load'],
	['a memory, on the Homepage', { ...place, ...known }, 'load'],
	['a memory, and state 50', { ...known, ...explicit }, 'load'],
	['a memory of a person opted out', { ...known, ...out }, null],
	['a memory of one opted out, on the Homepage', { ...place, ...known, ...out }, 'load'],
	['a memory, between two steps', { ...known, storedState: 0 }, 'load'],
	['a memory with something to be done', { ...out, remembered: begunText }, 'load'],
	['a memory of a late job to come', { ...out, remembered: lateText }, 'load'],
	['the wiki’s own rule, and 80 per cent', { counting: ownOn, mentee: near }, 'load'],
	['that, on the Homepage', { ...place, counting: ownOn, mentee: near }, 'load'],
	['80 per cent, and the gadget’s rule', { mentee: near }, null],
	['unknown thresholds', { counting: undefined }, 'load'],
	['unknown thresholds, on the Homepage', { ...place, counting: undefined }, 'load'],
	['unknown thresholds, and a newcomer', { counting: undefined, mentee: newcomer }, null],
	[
		'unknown thresholds, and no longer a newcomer',
		{ counting: undefined, mentee: tenEdits },
		'load',
	],
	['MediaWiki alone, at a place', { ...place, ...plain, counting: off }, 'load'],
	['MediaWiki alone, at a place, both met', { ...place, ...plain }, 'hideAndLoad'],
	['MediaWiki alone, elsewhere', plain, null],
	['MediaWiki alone, elsewhere, a memory', { ...plain, ...known }, null],
])('the loader, given %s, %o: %s', (_what, change, need) => {
	expect(decideNeed({ ...facts, ...change }, now)).toBe(need);
});
