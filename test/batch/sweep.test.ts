import { describe, expect, test } from 'vitest';
import { countGraduates } from '../../server-mock/batch/count.ts';
import { type SweepOptions, sweep } from '../../server-mock/batch/sweep.ts';
import { block, createTestStore, day, finish, now, thresholds } from './testStore.ts';

const options: SweepOptions = {
	cause: 'command',
	batchSize: 2,
	now: () => now,
};

function prepare() {
	const test = createTestStore();
	for (const name of ['Miriam', 'Gone']) {
		test.add({ name, editCount: 0 });
	}
	test.listMentors('Miriam');
	test.configure(block());
	return test;
}

describe('a sweep', () => {
	test.each([
		['with both thresholds met', {}, true],
		['with exactly as many edits', { editCount: 500 }, true],
		['with an edit less', { editCount: 499 }, false],
		['exactly as old as the threshold', { registration: now - 30 * day }, false],
		['a millisecond older than the threshold', { registration: now - 30 * day - 1 }, true],
		['of unknown registration', { registration: null }, true],
		['whose mentor has left the list', { mentor: 'Gone' }, true],
		['without a mentor', { mentor: null }, true],
		['who is opted out already', { state: 'optedOut', mentor: null }, false],
		['who has mentorship disabled', { state: 'disabled' }, false],
		['with a temporary account', { temporary: true }, false],
		['with a blocked account', { blocked: true }, false],
		['with a hidden account', { hidden: true }, false],
		['who asked', { memory: '{"version":1,"askedAt":"2026-01-01T00:00:00Z"}' }, false],
		['who asked, by a damaged memory', { memory: '{"askedAt":7}' }, false],
		['whom the rule had opted out before', { memory: '{"graduatedAt":"2026"}' }, false],
		[
			'whose graduation was begun',
			{ memory: '{"graduatedAt":"2026","pending":"graduation"}' },
			true,
		],
		['whose memory is of a newer gadget', { memory: '{"version":2}' }, false],
		['whose memory is nonsense', { memory: 'nonsense' }, true],
	] as const)('given somebody %s', (_case, person, graduates) => {
		const { store, database, add } = prepare();
		const { id } = add({ name: 'Mentee', mentor: 'Miriam', ...person });
		const before = store.mentees.stateOf(id);
		const run = finish(sweep(database, options));
		expect(run).toMatchObject({ outcome: 'finished', seen: 3, graduated: Number(graduates) });
		expect(store.mentees.stateOf(id)).toBe(graduates ? 'optedOut' : before);
		if (graduates) {
			expect(store.mentees.mentorOf(id)).toBeNull();
		}
	});

	test('remembers the mentor, and when, as the gadget does', () => {
		const { database, add, memoryOf } = prepare();
		add({ name: 'Mentee', mentor: 'Gone' });
		add({ name: 'Alone', memory: '{"version":1,"mentor":{"name":"Before"}}' });
		finish(sweep(database, options));
		const graduatedAt = new Date(now).toISOString();
		expect(memoryOf('Mentee')).toEqual({ version: 1, mentor: { name: 'Gone' }, graduatedAt });
		expect(memoryOf('Alone')).toEqual({ version: 1, mentor: { name: 'Before' }, graduatedAt });
	});

	test('keeps in its journal who it was and whose mentee', () => {
		const { database, add, user } = prepare();
		const memory = '{"version":1}';
		const { id } = add({ name: 'Mentee', mentor: 'Gone', memory });
		const run = finish(sweep(database, options));
		expect(database.prepare('select * from graduation_entries').all()).toEqual([
			{ run_id: 1, user_id: id, mentor_id: user('Gone').id, memory_before: memory, undone: null },
		]);
		expect(run).toMatchObject({
			id: 1,
			minEditcount: 500,
			minTenureInDays: 30,
			started: now,
			ended: now,
			cause: 'command',
		});
	});

	test.each([
		['turned off', block({ enabled: false })],
		['missing', {}],
		['wrong', { ...block(), GEMentorshipStartOptedOutThresholds: { enabled: true } }],
		['no JSON', '{'],
	])('does nothing where the configuration is %s', (_case, configuration) => {
		const { database, add, configure, dump } = prepare();
		add({ name: 'Mentee', mentor: 'Miriam' });
		configure(configuration);
		const before = dump();
		expect(finish(sweep(database, options))).toBeNull();
		expect(dump()).toEqual(before);
	});

	test('changes nobody the second time', () => {
		const { database, add, dump } = prepare();
		add({ name: 'Mentee', mentor: 'Miriam' });
		finish(sweep(database, options));
		const { runs: _first, ...after } = Object(dump());
		expect(finish(sweep(database, options))).toMatchObject({ graduated: 0, seen: 3 });
		expect(dump()).toMatchObject(after);
	});
});

describe('during a sweep', () => {
	function prepareMany() {
		const many = prepare();
		for (let number = 0; number < 10; number++) {
			many.add({ name: `Mentee ${number}`, mentor: 'Miriam', editCount: 500 + number });
		}
		return many;
	}

	test('a person who asks wins', () => {
		const { store, database, user } = prepareMany();
		const steps = sweep(database, options);
		steps.next();
		const { id } = user('Mentee 9');
		store.userOptions.set(id, 'userjs-mentorship', '{"version":1,"askedAt":"2026"}');
		expect(finish(steps)).toMatchObject({ graduated: 9 });
		expect(store.mentees.stateOf(id)).toBe('enabled');
	});

	test('a change of the thresholds ends it and starts anew', () => {
		const { database, configure } = prepareMany();
		const steps = sweep(database, options);
		steps.next();
		steps.next();
		steps.next();
		configure(block({ minEditcount: 505 }));
		const run = finish(steps);
		expect(run).toMatchObject({ id: 2, minEditcount: 505, outcome: 'finished' });
		const outcomes = database.prepare('select outcome, graduated from graduation_runs').all();
		expect(outcomes).toEqual([
			{ outcome: 'superseded', graduated: 2 },
			{ outcome: 'finished', graduated: 5 },
		]);
	});

	test('turning it off stops it', () => {
		const { database, configure } = prepareMany();
		const steps = sweep(database, options);
		steps.next();
		steps.next();
		configure(block({ enabled: false }));
		expect(finish(steps)).toBeNull();
		expect(database.prepare('select outcome from graduation_runs').all()).toEqual([
			{ outcome: 'stopped' },
		]);
	});

	test('an interruption is gone on with, once', () => {
		const { database, dump } = prepareMany();
		const steps = sweep(database, options);
		steps.next();
		steps.next();
		steps.next();
		expect(finish(sweep(database, options))).toMatchObject({ id: 1, graduated: 10, seen: 12 });
		const undisturbed = prepareMany();
		finish(sweep(undisturbed.database, options));
		expect(dump()).toEqual(undisturbed.dump());
	});

	test('two at once share the work and do nothing twice', () => {
		const { database, dump } = prepareMany();
		const sweeps = [sweep(database, options), sweep(database, options)];
		let isUnderWay = true;
		while (isUnderWay) {
			isUnderWay = sweeps.filter((steps) => !steps.next().done).length > 0;
		}
		const undisturbed = prepareMany();
		finish(sweep(undisturbed.database, options));
		expect(dump()).toEqual(undisturbed.dump());
	});
});

test('counting says the same as a sweep does, and changes nothing', () => {
	const { database, add, user, dump } = prepare();
	add({ name: 'One', mentor: 'Miriam' });
	add({ name: 'Two', mentor: 'Gone' });
	add({ name: 'Three', mentor: 'Gone', editCount: 3 });
	const before = dump();
	const [last] = [...countGraduates(database, thresholds, now)].slice(-1);
	expect(dump()).toEqual(before);
	expect(last).toMatchObject({ seen: 5, graduates: 2 });
	expect(last?.perMentor.get(user('Gone').id)).toBe(1);
	expect(finish(sweep(database, options))).toMatchObject({ seen: 5, graduated: 2 });
});
