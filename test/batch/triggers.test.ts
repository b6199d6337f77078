import { afterEach, describe, expect, test } from 'vitest';
import { type BackgroundSweep, createBackgroundSweep } from '../../server-mock/batch/background.ts';
import type { Run } from '../../server-mock/batch/journal.ts';
import { sweep } from '../../server-mock/batch/sweep.ts';
import { createTriggers } from '../../server-mock/batch/triggers.ts';
import { block, createTestStore, day, now } from './testStore.ts';

const configurationTitle = 'MediaWiki:Gadget-mentorship.json';
const stores: { close(): void }[] = [];
afterEach(() => {
	for (const store of stores.splice(0)) {
		store.close();
	}
});

interface Setting {
	readonly every?: number | null;
	readonly people?: number;
	/** What the page says at first. */
	readonly configuration?: ReturnType<typeof block>;
	/** In place of a sweep, or around one. */
	readonly around?: (sweep: BackgroundSweep) => BackgroundSweep;
}

/** A wiki with five mentees who qualify, and what sets graduation off there. */
function prepare({
	every = null,
	people = 5,
	configuration = block({ enabled: false }),
	around = (inner) => inner,
}: Setting = {}) {
	const wiki = createTestStore();
	stores.push(wiki.store);
	wiki.add({ name: 'Miriam', editCount: 0 });
	for (let number = 0; number < people; number++) {
		wiki.add({ name: `Mentee ${number}`, mentor: 'Miriam', editCount: 500 });
	}
	wiki.configure(configuration);
	let time = now;
	let text = JSON.stringify(configuration);
	const timers: { work: () => void; milliseconds: number }[] = [];
	const failures: unknown[] = [];
	const triggers = createTriggers({
		database: wiki.database,
		background: around(createBackgroundSweep(wiki.database, ':memory:', () => time)),
		every,
		now: () => time,
		schedule: (work, milliseconds) => {
			timers.push({ work, milliseconds });
			return () => undefined;
		},
		onFailure: (error) => failures.push(error),
	});
	return {
		...wiki,
		triggers,
		timers,
		failures,
		/** Saves the configuration page as an administrator does. */
		save: (changes: Parameters<typeof block>[0]) => {
			const before = text;
			text = JSON.stringify(block(changes));
			wiki.configure(block(changes));
			triggers.onSaved({ title: configurationTitle, user: null, before, after: text });
		},
		pass: (milliseconds: number) => {
			time += milliseconds;
		},
		runs: () => wiki.database.prepare('select * from graduation_runs').all() as Run[],
	};
}

const oneTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('a mentee’s own edit', () => {
	test('opts them out once they qualify, in a run of its own', () => {
		const wiki = prepare({ configuration: block() });
		const user = wiki.user('Mentee 0');
		wiki.triggers.onSaved({ title: 'A page', user, before: null, after: 'x' });
		expect(wiki.store.mentees.stateOf(user.id)).toBe('optedOut');
		expect(wiki.store.mentees.stateOf(wiki.user('Mentee 1').id)).toBe('enabled');
		expect(wiki.runs()).toMatchObject([{ cause: 'edit', seen: 1, graduated: 1, ended: now }]);
	});

	test.each([
		['below a threshold', { editCount: 499 }],
		['who asked', { memory: '{"askedAt":"2026"}' }],
		['who is not a mentee', null],
	])('leaves a person alone %s, without a run', (_case, person) => {
		const wiki = prepare({ configuration: block() });
		const facts = { ...wiki.user('Miriam'), name: 'Somebody', editCount: 900 };
		const user = person ? wiki.add({ name: 'Somebody', ...person }) : wiki.store.users.put(facts);
		wiki.triggers.onSaved({ title: 'A page', user, before: null, after: 'x' });
		expect(wiki.store.mentees.stateOf(user.id)).toBe('enabled');
		expect(wiki.runs()).toEqual([]);
	});
});

describe('a save of the configuration', () => {
	test.each([
		['turns the rule on', {}, [{ cause: 'configuration', outcome: 'finished', seen: 6 }]],
		['changes nothing', { enabled: false }, []],
		['leaves it off', { enabled: false, minEditcount: 1 }, []],
	])('that %s sweeps everybody or nobody', async (_case, changes, runs) => {
		const wiki = prepare();
		wiki.save(changes);
		await wiki.triggers.settled();
		expect(wiki.runs()).toMatchObject(runs);
	});

	test('of other pages sweeps nobody', async () => {
		const wiki = prepare({ configuration: block() });
		const after = JSON.stringify(block());
		wiki.triggers.onSaved({ title: 'User:A/x.json', user: null, before: null, after });
		await wiki.triggers.settled();
		expect(wiki.runs()).toEqual([]);
	});

	test('during a sweep ends that and begins anew, never two at once', async () => {
		const underWay = { now: 0, most: 0 };
		const wiki = prepare({
			people: 900,
			around: (inner) => async (cause, signal) => {
				underWay.now++;
				underWay.most = Math.max(underWay.most, underWay.now);
				await inner(cause, signal);
				underWay.now--;
			},
		});
		wiki.save({});
		await oneTurn();
		wiki.save({ minEditcount: 501 });
		await oneTurn();
		wiki.save({ minEditcount: 400 });
		await wiki.triggers.settled();
		expect(wiki.runs()).toMatchObject([
			{ min_editcount: 500, outcome: 'superseded' },
			{ min_editcount: 501, outcome: 'superseded' },
			{ min_editcount: 400, outcome: 'finished' },
		]);
		expect(underWay.most).toBe(1);
		expect(wiki.failures).toEqual([]);
		const left = wiki.database.prepare("select 1 from mentees where state = 'enabled'").all();
		expect(left).toHaveLength(1);
	});

	test('that turns the rule off stops the sweep', async () => {
		const wiki = prepare({ people: 900 });
		wiki.save({});
		await oneTurn();
		wiki.save({ enabled: false });
		await wiki.triggers.settled();
		expect(wiki.runs()).toMatchObject([{ outcome: 'stopped' }]);
		expect(wiki.runs()[0]?.graduated).toBeLessThan(900);
	});

	test('in the last moment of a sweep is not missed', async () => {
		const wiki = prepare({
			around: (inner) => async (cause, signal) => {
				await inner(cause, signal);
				// Once: the second time nothing changes any more.
				wiki.save({ minEditcount: 100 });
			},
		});
		wiki.save({});
		await wiki.triggers.settled();
		expect(wiki.runs()).toMatchObject([
			{ min_editcount: 500, outcome: 'finished' },
			{ min_editcount: 100, outcome: 'finished' },
		]);
		expect(wiki.failures).toEqual([]);
	});
});

describe('a period', () => {
	test('sweeps each time it is over', async () => {
		const wiki = prepare({ every: day, configuration: block() });
		wiki.triggers.start();
		expect(wiki.timers).toMatchObject([{ milliseconds: day }]);
		wiki.pass(day);
		wiki.timers[0]?.work();
		await wiki.triggers.settled();
		expect(wiki.runs()).toMatchObject([{ cause: 'period', graduated: 5 }]);
	});

	test('goes on over a restart', async () => {
		const wiki = prepare({ every: day });
		wiki.save({});
		await wiki.triggers.settled();
		wiki.pass(day / 4);
		wiki.triggers.start();
		expect(wiki.timers).toMatchObject([{ milliseconds: (day * 3) / 4 }]);
	});
});

test.each([
	[true, [{ cause: 'command', outcome: 'finished', graduated: 5 }]],
	[false, []],
])('a start goes on with a sweep only where one was interrupted: %s', async (was, runs) => {
	const wiki = prepare({ configuration: block() });
	if (was) {
		const steps = sweep(wiki.database, { cause: 'command', batchSize: 2, now: () => now });
		steps.next();
		steps.next();
	}
	wiki.triggers.start();
	await wiki.triggers.settled();
	expect(wiki.runs()).toMatchObject(runs);
});

test('a sweep that fails says so, and the next one is not kept from beginning', async () => {
	const wiki = prepare({ around: () => () => Promise.reject(new Error('broken')) });
	for (const minEditcount of [1, 2]) {
		wiki.save({ minEditcount });
		await wiki.triggers.settled();
	}
	expect(wiki.failures).toHaveLength(2);
});
