import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hasAsked, memoryOption, readMemory } from '../../gadget/domain/memory.ts';
import { sessionCookie } from '../../server-mock/http/session.ts';
import { seedDemo } from '../../server-mock/people/seed.ts';
import { openDatabase } from '../../server-mock/store/database.ts';
import { createStore } from '../../server-mock/store/store.ts';
import { type DemoProcess, startDemoProcess } from '../server-mock/demoProcess.ts';

const connections = 200;
/** In milliseconds. */
const duration = 10_000;
/** More than can opt in within that time. */
const people = 20_000;
/** Every so many requests of a connection is an opt-in. */
const optInEvery = 4;

const folder = mkdtempSync(path.join(tmpdir(), 'load-run-'));
const storeFile = path.join(folder, 'demo.sqlite');

afterAll(() => rmSync(folder, { recursive: true }));

interface Account {
	readonly id: number;
	readonly cookie: string;
	readonly token: string;
}

/** Makes a demo wiki's store, with people in it who are logged in already. */
function enroll(): Account[] {
	const store = createStore(openDatabase(storeFile));
	seedDemo(store, Date.now());
	const everybody = store.transaction(() =>
		Array.from({ length: people }, (_, index) => {
			const { id } = store.users.put({
				name: `Load ${index}`,
				editCount: index,
				registration: null,
				groups: [],
				gender: 'unknown',
				blocked: false,
				temporary: false,
			});
			const session = store.sessions.start(id, Date.now());
			return { id, cookie: `${sessionCookie}=${session.id}`, token: session.csrfToken };
		}),
	);
	store.close();
	return everybody;
}

/** How a load went: what was asked and answered, and whose opt-in was acknowledged. */
interface Load {
	requests: number;
	errors: string[];
	readonly optedIn: number[];
}

async function ask(
	url: string,
	{ cookie }: Account,
	form?: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
	const response = await fetch(url, {
		headers: { cookie },
		...(form && { method: 'POST', body: new URLSearchParams(form) }),
	});
	return { status: response.status, text: await response.text() };
}

const reads = [
	'/index.php/Project:Newcomers',
	'/api.php?action=query&format=json&meta=userinfo&uiprop=options',
	'/index.php/Special:Homepage',
	'/load.php?modules=ext.gadget.mentorship&lang=en',
];

async function optIn({ origin }: DemoProcess, person: Account, load: Load): Promise<void> {
	const { text } = await ask(`${origin}/api.php`, person, {
		action: 'options',
		format: 'json',
		optionname: memoryOption,
		optionvalue: JSON.stringify({ version: 1, askedAt: new Date().toISOString() }),
		token: person.token,
	});
	if (text === '{"options":"success"}') {
		load.optedIn.push(person.id);
	} else {
		load.errors.push(text);
	}
}

async function read({ origin }: DemoProcess, person: Account, load: Load): Promise<void> {
	const path = reads[load.requests % reads.length] ?? '/';
	const { status, text } = await ask(origin + path, person);
	if (status !== 200 || text.startsWith('{"error')) {
		load.errors.push(`${path}: ${status}`);
	}
}

/** Asks on all connections until the end, each for the next thing as soon as it is answered. */
async function run(demo: DemoProcess, everybody: Account[], until: number): Promise<Load> {
	const load: Load = { requests: 0, errors: [], optedIn: [] };
	const ofConnection = async (): Promise<void> => {
		for (let turn = 0; Date.now() < until; turn++) {
			const person = everybody.pop();
			if (person === undefined) {
				throw new Error('Everybody has opted in.');
			}
			load.requests += 1;
			if (turn % optInEvery === 0) {
				await optIn(demo, person, load);
			} else {
				await read(demo, person, load);
				everybody.push(person);
			}
		}
	};
	await Promise.all(Array.from({ length: connections }, ofConnection));
	return load;
}

test('under load no request fails, and no acknowledged opt-in is lost when it is killed', async () => {
	const everybody = enroll();
	const demo = await startDemoProcess(storeFile);
	const before = demo.readMemory();
	const load = await run(demo, everybody, Date.now() + duration);
	const after = demo.readMemory();
	// Some are on their way when it is killed: acknowledged or not, but never half.
	const dying = { requests: 0, errors: [], optedIn: [] };
	const last = everybody.splice(-connections);
	const onTheirWay = last.map((person) => optIn(demo, person, dying));
	await Promise.race(onTheirWay);
	await demo.end('SIGKILL');
	await Promise.allSettled(onTheirWay);

	const again = await startDemoProcess(storeFile);
	expect(await again.end('SIGTERM')).toBe(0);
	const store = createStore(openDatabase(storeFile));
	const acknowledged = [...load.optedIn, ...dying.optedIn];
	const found = acknowledged.filter((id) => {
		const memory = readMemory(store.userOptions.of(id)[memoryOption]);
		return memory !== null && hasAsked(memory);
	});
	store.close();
	console.log(
		`Load: ${connections} connections, ${duration / 1000} s: ${load.requests} requests, ` +
			`errors: ${load.errors.length}; acknowledged opt-ins found after SIGKILL and restart: ` +
			`${found.length} of ${acknowledged.length}; memory ${Math.round(before)} MB at the start, ` +
			`${Math.round(after)} MB at the end`,
	);
	expect(load.errors).toEqual([]);
	expect(found).toEqual(acknowledged);
	expect(acknowledged.length).toBeGreaterThan(connections);
	// A server that kept something of each request would show it.
	expect(after).toBeLessThan(before + 150);
}, 120_000);
