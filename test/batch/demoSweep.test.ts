import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, serveDemo } from '../../server-mock/demo.ts';
import { makeLargeStore } from '../../server-mock/people/largeStore.ts';
import { demoPassword } from '../../server-mock/wiki/site.ts';
import { createSession, logIn, succeeded } from '../mediawiki/session.ts';
import type { WikiSession } from '../support/wikiUnderTest.ts';
import { block, createFolder } from './testStore.ts';

/* The demo wiki over HTTP, on a file: the sweep runs in a process of its own. */

const mentees = 20_000;
const folder = createFolder();
const file = path.join(folder.path, 'demo.sqlite');
let demo: Demo;
let administrator: WikiSession;

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
		onProgress: () => undefined,
	});
	await start();
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
const progress = async (session = administrator) =>
	Object(await session.get({ action: 'query', meta: 'menteegraduation' }));

describe('saving new thresholds', () => {
	test('sweeps in the background, and shows how far it is', async () => {
		expect(await progress()).toMatchObject({ query: { menteegraduation: { state: 'none' } } });
		await save(block({ minEditcount: 300 }));
		await demo.graduation.settled();
		const { query } = await progress();
		expect(query.menteegraduation).toMatchObject({
			run: 1,
			cause: 'configuration',
			state: 'finished',
			thresholds: { minEditcount: 300, minTenureInDays: 30 },
			mentees,
			seen: mentees,
		});
		expect(query.menteegraduation.graduated).toBe(query.menteegraduation.expected);
		expect(query.menteegraduation.graduated).toBeGreaterThan(mentees / 20);
	}, 60_000);

	test('again during the sweep ends it and begins anew', async () => {
		await save(block({ minEditcount: 200 }));
		await save(block({ minEditcount: 100 }));
		await demo.graduation.settled();
		const { query } = await progress();
		expect(query.menteegraduation).toMatchObject({
			state: 'finished',
			thresholds: { minEditcount: 100 },
		});
	}, 60_000);
});

test('a sweep that ended with the wiki goes on when the wiki is started again', async () => {
	await save(block({ minEditcount: 50 }));
	while (!demo.store.graduation.hasUnfinishedRun()) {
		await progress();
	}
	await demo.close();
	await start();
	await demo.graduation.settled();
	const { query } = await progress();
	expect(query.menteegraduation).toMatchObject({
		state: 'finished',
		thresholds: { minEditcount: 50 },
		seen: mentees,
	});
}, 60_000);

test.each(['Nora Newcomer', 'Miriam Mentor', null])(
	'how far it is, is nothing for %s',
	async (name) => {
		const session =
			name === null ? createSession(demo.origin) : await logIn(demo.origin, name, demoPassword);
		expect(await progress(session)).toMatchObject({ error: { code: 'permissiondenied' } });
	},
);

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
