import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJournal, type Journal } from '../../server-mock/batch/journal.ts';
import { type Demo, serveDemo } from '../../server-mock/demo.ts';
import { openReadOnlyDatabase } from '../../server-mock/store/database.ts';
import { demoPassword } from '../../server-mock/wiki/site.ts';
import { logIn, succeeded } from '../mediawiki/session.ts';
import { makeLargeStore } from '../support/largeStore.ts';
import type { WikiSession } from '../support/wikiUnderTest.ts';
import { block, createFolder } from './testStore.ts';

/* The demo wiki over HTTP, on a file: the sweep runs beside its requests. */

const mentees = 5000;
const folder = createFolder();
const file = path.join(folder.path, 'demo.sqlite');
let demo: Demo;
let administrator: WikiSession;
/** As another process reads it. */
let journal: Journal;

async function start(): Promise<void> {
	demo = await serveDemo({
		port: 0,
		storeFile: file,
		gadgetFolder: null,
		now: Date.now,
		random: Math.random,
	});
	administrator = await logIn(demo.origin, 'Ada Administrator', demoPassword);
}

beforeAll(async () => {
	makeLargeStore({
		file,
		mentees,
		mentors: 50,
		seed: 3,
		date: Date.now(),
	});
	await start();
	journal = createJournal(openReadOnlyDatabase(file));
}, 60_000);
afterAll(async () => {
	await demo.close();
	folder.remove();
});

const save = async (configuration: unknown) =>
	succeeded(
		await administrator.post({
			action: 'edit',
			title: 'MediaWiki:Gadget-mentorship.json',
			text: JSON.stringify(configuration),
		}),
	);
describe('saving new thresholds', () => {
	test('sweeps in the background, and the API answers in the meantime', async () => {
		// The first answers take longer, sweep or not.
		await timeRequests(() => false);
		await save(block({ minEditcount: 300 }));
		const times = await timeRequests(() => journal.findUnfinished() === null);
		await demo.graduation.settled();
		const run = journal.latest();
		expect(run).toMatchObject({
			id: 1,
			cause: 'configuration',
			outcome: 'finished',
			minEditcount: 300,
			mentees,
			seen: mentees,
		});
		expect(run?.graduated).toBeGreaterThan(mentees / 20);
		expect(times.length).toBeGreaterThan(5);
		expect(percentile(times)).toBeLessThan(50);
	}, 60_000);

	test('again during the sweep ends it and begins anew', async () => {
		await save(block({ minEditcount: 200 }));
		await save(block({ minEditcount: 100 }));
		await demo.graduation.settled();
		expect(journal.latest()).toMatchObject({
			outcome: 'finished',
			minEditcount: 100,
		});
	}, 60_000);
});

/**
 * Asks again and again who is asking, 100 times at most.
 * @returns Milliseconds of processor time until each answer: what else the machine does is not a fault
 * of the sweep.
 */
async function timeRequests(isOver: () => boolean): Promise<number[]> {
	const times: number[] = [];
	while (times.length < 100 && !isOver()) {
		const started = process.cpuUsage();
		await administrator.get({ action: 'query', meta: 'userinfo' });
		const { user, system } = process.cpuUsage(started);
		times.push((user + system) / 1000);
	}
	return times;
}

function percentile(times: readonly number[]): number {
	const sorted = [...times].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}

test('a sweep that ended with the wiki goes on when the wiki is started again', async () => {
	await save(block({ minEditcount: 50 }));
	while (journal.findUnfinished() === null) {
		await administrator.get({ action: 'query', meta: 'userinfo' });
	}
	await demo.close();
	await start();
	await demo.graduation.settled();
	expect(journal.latest()).toMatchObject({
		outcome: 'finished',
		minEditcount: 50,
		seen: mentees,
	});
}, 60_000);

test('a mentee’s own edit opts them out', async () => {
	const name = 'Mentee 0000001';
	const user = demo.store.users.byName(name);
	if (user === null) {
		throw new Error('The store is not as it was made.');
	}
	demo.store.users.put({ ...user, editCount: 99, blocked: false, temporary: false });
	demo.store.userOptions.set(user.id, 'userjs-mentorship', null);
	demo.store.mentees.setState(user.id, 'enabled');
	const session = await logIn(demo.origin, name, demoPassword);
	succeeded(await session.post({ action: 'edit', title: 'Sandbox', text: 'one more' }));
	expect(await session.get({ action: 'query', meta: 'growthmenteestatus' })).toMatchObject({
		growthmenteestatus: { menteestatus: 'optout' },
	});
});
