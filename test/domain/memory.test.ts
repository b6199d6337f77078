import { describe, expect, test } from 'vitest';
import {
	emptyMemory,
	forgetGraduation,
	hasAsked,
	hasGraduated,
	type Memory,
	rememberAsked,
	rememberDone,
	rememberGraduation,
	rememberMentor,
	rememberOptOut,
} from '../../gadget/domain/memory.ts';

const now = Date.UTC(2026, 10, 22);
const iso = '2026-11-22T00:00:00.000Z';
const [first, second] = [
	{ name: 'First', id: 6 },
	{ name: 'Second', id: 7 },
];

describe('graduation', () => {
	test('remembers the mentor and that it is not done yet', () => {
		expect(rememberGraduation(emptyMemory, first, now)).toEqual({
			version: 1,
			mentor: first,
			graduatedAt: iso,
			pending: 'graduation',
		});
	});

	test('keeps the remembered mentor given another was drawn before it was done', () => {
		const begun = rememberGraduation(emptyMemory, first, now);
		expect(rememberGraduation(begun, second, now + 1)).toEqual(begun);
	});

	test('remembers no mentor given there was none', () => {
		expect(rememberGraduation(emptyMemory, undefined, now)).not.toHaveProperty('mentor');
	});

	test('that the wiki never heard of leaves only the mentor', () => {
		const begun = rememberGraduation(emptyMemory, first, now, false);
		expect(forgetGraduation(begun)).toEqual({ version: 1, mentor: first });
	});

	test('counts as graduated only when it is done, and never as asked', () => {
		const begun = rememberGraduation(emptyMemory, first, now);
		expect([hasGraduated(begun), hasAsked(begun)]).toEqual([false, false]);
		const done = rememberDone(begun);
		expect([hasGraduated(done), hasAsked(done)]).toEqual([true, false]);
	});
});

describe('asking for a mentor', () => {
	test.each(['sameMentor', 'differentMentor'] as const)(
		'remembers the wish %s until a mentor is there',
		(wish) => {
			const left: Memory = { version: 1, mentor: first, unstoredAt: iso };
			const asked = rememberAsked({ ...left, state: 'optedOut' }, wish, now);
			expect(asked).toEqual({ ...left, askedAt: iso, pending: wish });
			expect(rememberMentor(asked, second)).toEqual({ version: 1, mentor: second, askedAt: iso });
		},
	);

	test('keeps when they first asked', () => {
		const asked = rememberAsked(emptyMemory, 'sameMentor', now);
		expect(rememberAsked(asked, 'sameMentor', now + 5).askedAt).toBe(iso);
	});
});

test('opting out by hand keeps the mentor and that they asked, and ends what was begun', () => {
	const asked = rememberMentor(rememberAsked(emptyMemory, 'sameMentor', now), first);
	expect(rememberOptOut({ ...asked, pending: 'sameMentor' })).toEqual({
		version: 1,
		mentor: first,
		askedAt: iso,
		state: 'optedOut',
	});
});
