import { afterEach, describe, expect, test } from 'vitest';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
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

function prepare({ every = null, people = 5 }: { every?: number | null; people?: number } = {}) {
	const wiki = createTestStore();
	stores.push(wiki.store);
	wiki.add({ name: 'Miriam', editCount: 0 });
	for (let number = 0; number < people; number++) {
		wiki.add({ name: `Mentee ${number}`, mentor: 'Miriam', editCount: 500 });
	}
	wiki.configure(block({ enabled: false }));
	let time = now;
	let text = JSON.stringify(block({ enabled: false }));
	const underWay = { now: 0, most: 0 };
	const inner = createBackgroundSweep(wiki.database, ':memory:', () => time);
	const background: BackgroundSweep = {
		run: async (cause, signal) => {
			underWay.now++;
			underWay.most = Math.max(underWay.most, underWay.now);
			await inner.run(cause, signal);
			underWay.now--;
		},
	};
	const timers: { work: () => void; milliseconds: number }[] = [];
	const failures: unknown[] = [];
	const triggers = createTriggers({
		graduation: wiki.store.graduation,
		background,
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
		underWay,
		/** Saves the configuration page as an administrator does. */
		save: (changes: Partial<Thresholds>) => {
			const before = text;
			wiki.configure(block(changes));
			text = JSON.stringify(block(changes));
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
		const wiki = prepare();
		wiki.configure(block());
		const user = wiki.user('Mentee 0');
		const { id: otherId } = wiki.user('Mentee 1');
		wiki.triggers.onSaved({ title: 'A page', user, before: null, after: 'x' });
		expect(wiki.store.mentees.stateOf(user.id)).toBe('optedOut');
		expect(wiki.store.mentees.stateOf(otherId)).toBe('enabled');
		expect(wiki.runs()).toMatchObject([{ cause: 'edit', seen: 1, graduated: 1, ended: now }]);
	});

	test.each([
		['below a threshold', { editCount: 499 }],
		['who asked', { memory: '{"askedAt":"2026"}' }],
		['who is not a mentee', null],
	])('leaves a person alone %s, without a run', (_case, person) => {
		const wiki = prepare();
		wiki.configure(block());
		const facts = { ...wiki.user('Miriam'), name: 'Somebody', editCount: 900 };
		const user = person ? wiki.add({ name: 'Somebody', ...person }) : wiki.store.users.put(facts);
		wiki.triggers.onSaved({ title: 'A page', user, before: null, after: 'x' });
		expect(wiki.store.mentees.stateOf(user.id)).toBe('enabled');
		expect(wiki.runs()).toEqual([]);
	});
});

describe('a save of the configuration', () => {
	test('that turns the rule on sweeps everybody', async () => {
		const wiki = prepare();
		wiki.save({});
		await wiki.triggers.settled();
		expect(wiki.runs()).toMatchObject([
			{ cause: 'configuration', outcome: 'finished', seen: 6, graduated: 5 },
		]);
	});

	test.each([
		['changes nothing', { enabled: false }],
		['leaves it off', { enabled: false, minEditcount: 1 }],
	])('that %s sweeps nobody', async (_case, changes) => {
		const wiki = prepare();
		wiki.save(changes);
		await wiki.triggers.settled();
		expect(wiki.runs()).toEqual([]);
	});

	test('of other pages sweeps nobody', async () => {
		const wiki = prepare();
		wiki.configure(block());
		const after = JSON.stringify(block());
		wiki.triggers.onSaved({ title: 'User:A/x.json', user: null, before: null, after });
		await wiki.triggers.settled();
		expect(wiki.runs()).toEqual([]);
	});

	test('during a sweep ends that and begins anew, never two at once', async () => {
		const wiki = prepare({ people: 900 });
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
		expect(wiki.underWay.most).toBe(1);
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
		const { graduated } = wiki.runs()[0] ?? { graduated: 0 };
		expect(graduated).toBeLessThan(900);
	});

	test('in the last moment of a sweep is not missed', async () => {
		const wiki = prepare();
		let change = () => wiki.save({ minEditcount: 100 });
		const inner = createBackgroundSweep(wiki.database, ':memory:', () => now);
		const triggers = createTriggers({
			graduation: wiki.store.graduation,
			background: {
				run: async (cause, signal) => {
					await inner.run(cause, signal);
					change();
					change = () => undefined;
				},
			},
			every: null,
			now: () => now,
			schedule: () => () => undefined,
			onFailure: (error) => wiki.failures.push(error),
		});
		wiki.configure(block());
		const after = JSON.stringify(block());
		const before = JSON.stringify(block({ enabled: false }));
		change = () => {
			wiki.configure(block({ minEditcount: 100 }));
			const changed = JSON.stringify(block({ minEditcount: 100 }));
			triggers.onSaved({ title: configurationTitle, user: null, before: after, after: changed });
		};
		triggers.onSaved({ title: configurationTitle, user: null, before, after });
		await triggers.settled();
		expect(wiki.runs()).toMatchObject([
			{ min_editcount: 500, outcome: 'finished' },
			{ min_editcount: 100, outcome: 'finished' },
		]);
		expect(wiki.failures).toEqual([]);
	});
});

describe('a period', () => {
	test('sweeps each time it is over', async () => {
		const wiki = prepare({ every: day });
		wiki.configure(block());
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

describe('a start', () => {
	test('goes on with a sweep that was interrupted', async () => {
		const wiki = prepare();
		wiki.configure(block());
		const steps = sweep(wiki.database, {
			cause: 'command',
			batchSize: 2,
			now: () => now,
		});
		steps.next();
		steps.next();
		wiki.triggers.start();
		await wiki.triggers.settled();
		expect(wiki.runs()).toMatchObject([{ cause: 'command', outcome: 'finished', graduated: 5 }]);
	});

	test('sweeps nobody where nothing was interrupted', async () => {
		const wiki = prepare();
		wiki.configure(block());
		wiki.triggers.start();
		await wiki.triggers.settled();
		expect(wiki.runs()).toEqual([]);
	});
});

test('a sweep that fails says so, and the next one is not kept from beginning', async () => {
	const wiki = prepare();
	const failing = createTriggers({
		graduation: wiki.store.graduation,
		background: { run: () => Promise.reject(new Error('broken')) },
		every: null,
		now: () => now,
		schedule: () => () => undefined,
		onFailure: (error) => wiki.failures.push(error),
	});
	const after = JSON.stringify(block());
	for (const before of [null, null]) {
		failing.onSaved({ title: configurationTitle, user: null, before, after });
		await failing.settled();
	}
	expect(wiki.failures).toHaveLength(2);
});
