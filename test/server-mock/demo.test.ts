import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mentorListTitle } from '../../gadget/domain/mentors.ts';
import { type Demo, serveDemo } from '../../server-mock/demo.ts';
import { demoMentors, demoPeople } from '../../server-mock/people/people.ts';
import type { Population } from '../../server-mock/people/population.ts';
import { demoPassword } from '../../server-mock/wiki/site.ts';
import { freePort } from '../mediawiki/phpServer.ts';
import { logIn, succeeded } from '../mediawiki/session.ts';
import { day, now } from './testDemo.ts';

let folder: string;
let running: Demo[];

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
	running = [];
});
afterEach(async () => {
	await Promise.all(running.map((demo) => demo.close()));
	rmSync(folder, { recursive: true });
});

async function start(
	change: {
		time?: number;
		gadgetFolder?: string | null;
		port?: number;
		crowd?: Omit<Population, 'mentors'>;
		storeFile?: string;
		isFresh?: boolean;
	} = {},
): Promise<Demo> {
	const { time = now, gadgetFolder = null, port = 0, ...rest } = change;
	const random = () => 0;
	const storeFile = path.join(folder, 'demo.sqlite');
	const demo = await serveDemo({
		...{ port, storeFile, gadgetFolder, now: () => time, random },
		...rest,
	});
	running.push(demo);
	return demo;
}

async function stop(demo: Demo): Promise<void> {
	running = running.filter((other) => other !== demo);
	await demo.close();
}

function personNamed({ store }: Demo, name: string) {
	const user = store.users.byName(name);
	if (user === null) {
		throw new Error(`There is no ${name}.`);
	}
	return user;
}

test('a crowd joins the demo people, and is not doubled at the next start', async () => {
	const crowd = { mentees: 5000, date: now };
	await stop(await start({ crowd }));
	const demo = await start({ crowd });
	const { store } = demo;
	const { Mentors } = JSON.parse(store.pages.find(mentorListTitle)?.latest.content ?? '');
	const names = Object.values<{ username: string }>(Mentors).map(({ username }) => username);
	expect(names).toEqual(demoMentors.map(({ name }) => name));
	const miriam = personNamed(demo, 'Miriam Mentor').id;
	expect(store.mentees.mentorOf(personNamed(demo, 'Greta Grown').id)).toBe(miriam);
	expect(store.users.byName('Mentee 0005000')).not.toBeNull();
});

test('people have the edits that they are said to have, though seeding edited in their names', async () => {
	const demo = await start();
	const counts = demoPeople.map(({ name }) => personNamed(demo, name).editCount);
	expect(counts).toEqual(demoPeople.map(({ editCount }) => editCount));
});

describe('at another start', () => {
	test('edits, state, options and pages are kept, and 29 days are 29 days again', async () => {
		const first = await start();
		const before = personNamed(first, 'Rita Recent');
		first.store.users.countEdit(before.id);
		first.store.mentees.setState(before.id, 'optedOut');
		first.store.userOptions.set(before.id, 'userjs-mentorship', '{}');
		first.store.pages.remove('Project:Newcomers');
		await stop(first);

		const second = await start({ time: now + 100 * day });
		const after = personNamed(second, 'Rita Recent');
		expect(after).toEqual({ ...before, editCount: 501, registration: now + 71 * day });
		expect(second.store.mentees.stateOf(before.id)).toBe('optedOut');
		expect(second.store.userOptions.of(before.id)).toEqual({ 'userjs-mentorship': '{}' });
		expect(second.store.pages.find('Project:Newcomers')).toBeNull();
		expect(personNamed(second, 'Ulf Unknown').registration).toBeNull();
	});

	test('the gadget’s pages are those built last, and the community’s configuration stays', async () => {
		const gadgetFolder = path.join(folder, 'wiki');
		mkdirSync(gadgetFolder);
		const write = (name: string, text: string) =>
			writeFileSync(path.join(gadgetFolder, name), text);
		write('Gadget-mentorship.js', 'old();');
		write('Gadget-mentorship.json', '{}');
		const first = await start({ gadgetFolder });
		const configuration = first.store.pages.find('MediaWiki:Gadget-mentorship.json')?.latest;
		expect(configuration?.content).toContain('"enabled": true');
		expect(first.store.pages.find('MediaWiki:Gadget-mentorship.js')?.latest.content).toBe('old();');
		await stop(first);

		write('Gadget-mentorship.js', 'new();');
		const second = await start({ gadgetFolder });
		expect(second.store.pages.find('MediaWiki:Gadget-mentorship.js')?.latest.content).toBe(
			'new();',
		);
		expect(second.store.pages.find('MediaWiki:Gadget-mentorship.json')?.latest).toEqual(
			configuration,
		);
	});
});

describe('it says plainly', () => {
	test('that the gadget is not built', async () => {
		await expect(start({ gadgetFolder: path.join(folder, 'none') })).rejects.toThrow(
			'npm run build',
		);
	});

	test('that the port is taken', async () => {
		const { origin } = await start();
		const port = Number(new URL(origin).port);
		await expect(start({ port })).rejects.toThrow(`Port ${port} is taken`);
	});

	test.each([
		['is in a folder that is missing', 'missing/demo.sqlite', 'ConnectionFailed'],
		['is something else', 'novel', 'file is not a database'],
	])('that its store %s, and gives the port back', async (_what, name, message) => {
		writeFileSync(path.join(folder, 'novel'), 'It was a dark and stormy night.');
		const port = await freePort(0);
		const storeFile = path.join(folder, name);
		await expect(start({ port, storeFile })).rejects.toThrow(message);
		await start({ port });
	});

	test.each(['the port is taken', 'the gadget is not built'])(
		'and leaves no new store behind where %s',
		async (reason) => {
			const { origin } = await start();
			const left = readdirSync(folder);
			const port = reason === 'the port is taken' ? Number(new URL(origin).port) : 0;
			const gadgetFolder = reason === 'the gadget is not built' ? path.join(folder, 'no') : null;
			const storeFile = path.join(folder, 'new.sqlite');
			await expect(start({ port, gadgetFolder, storeFile })).rejects.toThrow();
			expect(readdirSync(folder)).toEqual(left);
		},
	);
});

test('starting over puts everything back, by the bar or by --fresh', async () => {
	const crowd = { mentees: 50, date: now };
	const look = ({ store }: Demo) => [
		store.pages.find('Main Page')?.latest.content,
		store.pages.find('Project:Mine'),
		store.users.list('', 100).map(({ id: _id, ...facts }) => facts),
		store.userOptions.of(store.users.byName('Edgar Experienced')?.id ?? 0),
	];
	const change = async (demo: Demo) => {
		const edgar = await logIn(demo.origin, 'Edgar Experienced', demoPassword);
		const option = { action: 'options', optionname: 'userjs-mentorship', optionvalue: '{}' };
		succeeded(await edgar.post(option));
		for (const title of ['Main Page', 'Project:Mine']) {
			succeeded(await edgar.post({ action: 'edit', title, text: 'Changed' }));
		}
	};
	const first = await start({ crowd });
	const before = look(first);
	await change(first);
	expect(look(first)).not.toEqual(before);
	await startOver(first.origin);
	expect(look(first)).toEqual(before);
	await change(first);
	await stop(first);
	expect(look(await start({ crowd, isFresh: true }))).toEqual(before);
});

/** As a browser does that presses the button. */
async function startOver(origin: string): Promise<void> {
	const page = await fetch(origin);
	const [cookie = ''] = page.headers.getSetCookie();
	const token = /name="token" value="([^"]*)"/.exec(await page.text())?.[1] ?? '';
	const response = await fetch(`${origin}/switch`, {
		method: 'POST',
		headers: { cookie: cookie.split(';')[0] ?? '' },
		body: new URLSearchParams({ token, reset: '1' }),
	});
	expect(response.status).toBe(200);
}
