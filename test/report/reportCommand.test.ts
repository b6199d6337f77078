import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { report } from '../../gadget/report/report.ts';
import { type Demo, serveDemo } from '../../server-mock/demo.ts';
import { createFolder, day } from '../batch/testStore.ts';
import { run } from '../support/commandLine.ts';
import { closeServer, listenAnywhere } from '../support/localServer.ts';

let folder: ReturnType<typeof createFolder>;
let demo: Demo;
let state: string;

beforeEach(async () => {
	folder = createFolder();
	state = path.join(folder.path, 'state.jsonl');
	const options = { port: 0, storeFile: ':memory:', gadgetFolder: null };
	demo = await serveDemo({ ...options, now: Date.now, random: () => 0 });
});
afterEach(async () => {
	await demo.close();
	folder.remove();
});

/** The first line of its file. */
const headOf = (wiki: string) => JSON.stringify({ mentorshipReport: 2, wiki });
const onDemo = (...args: string[]) =>
	run(report, ['--wiki', `${demo.origin}/api.php`, '--state', state, ...args]);

function addMentees(count: number, { prefix = 'Mentee', blocked = false } = {}) {
	const mentor = demo.store.users.byName('Mika Mentor');
	for (let number = 0; number < count; number++) {
		const user = demo.store.users.put({
			...{ name: `${prefix} ${number}`, editCount: 700, registration: Date.now() - 100 * day },
			...{ groups: [], gender: 'unknown', blocked, temporary: false },
		});
		demo.store.mentees.setMentor(user.id, mentor?.id ?? null);
	}
}

describe('report on the demo wiki', () => {
	test('says who would be opted out, per mentor, by the wiki’s own thresholds', async () => {
		const { code, out } = await onDemo();
		expect(code).toBe(0);
		const text = out.join('\n');
		expect(text).toContain('Mentors: 4; mentees: 6;');
		expect(text).toContain(
			'at least 500 edits, more than 30 days (MediaWiki:Gadget-mentorship.json',
		);
		expect(text).toContain('Miriam Mentor: 5 mentees, 2 would be opted out');
		expect(text).toContain('Marius Mentor: 1 mentees, 1 would be opted out');
		expect(text).toMatch(/500 and more │█+░* \d/);
		expect(text).toContain('who has asked for a mentor explicitly');
		expect(out.at(-1)).toBe('Would opt out 3 of 6 mentees');
		expect(existsSync(state)).toBe(false);
	});

	test('takes other thresholds', async () => {
		const { out } = await onDemo('--min-edits', '0', '--min-days', '0');
		expect(out.at(-1)).toBe('Would opt out 6 of 6 mentees');
	});

	test('asks for as many as anybody may, and leaves blocked accounts alone', async () => {
		addMentees(120);
		addMentees(3, { prefix: 'Blocked', blocked: true });
		const { out } = await onDemo('--json');
		const document = JSON.parse(out.join('\n'));
		expect(document).toMatchObject({ mentees: 126, wouldOptOut: 123, leftAlone: 3 });
		const mika = { name: 'Mika Mentor', mentees: 120, wouldOptOut: 120 };
		expect(document.mentors).toContainEqual(expect.objectContaining(mika));
		const sum = (bins: { mentees: number }[]) =>
			bins.reduce((all, { mentees }) => all + mentees, 0);
		expect([sum(document.edits), sum(document.ages)]).toEqual([126, 126]);
	});

	test('writes a spreadsheet in which no name is a formula', async () => {
		for (const prefix of ['=HYPERLINK("x"), y', '+1', '-1', '@SUM', '"quoted"', 'Plain']) {
			addMentees(1, { prefix });
		}
		const csv = path.join(folder.path, 'report.csv');
		expect(await onDemo('--csv', csv)).toMatchObject({ code: 0 });
		const lines = readFileSync(csv, 'utf8').split('\r\n');
		expect(lines[0]).toBe('\ufeff"name","mentor","editcount","registration","userpage"');
		expect(lines).toHaveLength(1 + 3 + 6 + 1);
		const cells = lines.flatMap((line) => /^(.*),"Mika Mentor",700/.exec(line)?.[1] ?? []);
		expect(cells).toEqual([
			'"\'=HYPERLINK(""x""), y 0"',
			'"\'+1 0"',
			'"\'-1 0"',
			'"\'@SUM 0"',
			'"""quoted"" 0"',
			'"Plain 0"',
		]);
	});

	test('says so where the wiki has no mentors', async () => {
		demo.store.pages.remove('MediaWiki:GrowthMentors.json');
		const notes = ['This wiki has no mentors on its list: there are no mentees to count.'];
		expect(await onDemo()).toMatchObject({ code: 3, notes });
	});

	test('says so where the wiki has no thresholds', async () => {
		demo.store.pages.remove('MediaWiki:Gadget-mentorship.json');
		const { out } = await onDemo();
		expect(out.join('\n')).toContain('(the wiki has none that can be read, so the rule is off');
	});

	test('goes on from its file after an interruption, and says the same', async () => {
		addMentees(200);
		const undisturbed = await onDemo('--json');
		for (const requests of [1, 2, 4, 6, 8]) {
			const gate = await startGate(demo.origin, requests);
			const interrupted = gate.signal;
			const args = ['--wiki', gate.api, '--state', state, '--json'];
			const first = await run(report, args, { interrupted });
			expect(first.code).toBe(130);
			expect(first.out).toEqual([]);
			const before = gate.count();
			gate.open();
			const second = await run(report, args);
			expect(second.code).toBe(0);
			const same = { asOf: '', wiki: '' };
			const [one, other] = [undisturbed, second].map(({ out }) => JSON.parse(out[0] ?? ''));
			expect({ ...other, ...same }).toEqual({ ...one, ...same });
			// 4 mentors, 206 mentees, their list and rights, the thresholds twice.
			expect(gate.count() - before).toBeLessThanOrEqual(12 - Math.max(0, requests - 2));
			await gate.stop();
		}
	});

	test.each(['\n', '\n{"scan":{"id"'])('survives its file ending in %j', async (rest) => {
		const undisturbed = await onDemo();
		writeFileSync(state, headOf(`${demo.origin}/api.php`) + rest);
		const { code, out } = await onDemo();
		expect([code, out.at(-1)]).toEqual([0, undisturbed.out.at(-1)]);
	});
});

/** Passes requests on to the demo wiki; after a number of them comes Ctrl-C. */
async function startGate(origin: string, requests: number) {
	const controller = new AbortController();
	let count = 0;
	let isOpen = false;
	const server = createServer((request, response) => {
		count++;
		if (count > requests && !isOpen) {
			controller.abort();
		}
		fetch(origin + request.url)
			.then((answer) => answer.text())
			.then(
				(text) => response.end(text),
				(error: Error) => response.destroy(error),
			);
	});
	return {
		api: `${await listenAnywhere(server)}/api.php`,
		signal: controller.signal,
		count: () => count,
		open: () => {
			isOpen = true;
		},
		stop: () => closeServer(server),
	};
}

describe('report', () => {
	test.each([
		['no wiki', [], 'It takes --wiki'],
		['no address', ['--wiki', 'http://'], '--wiki must be an address'],
		['another protocol', ['--wiki', 'file:///etc/passwd'], '--wiki must be an address'],
		['a wrong number', ['--wiki', 'http://x/', '--min-edits', '-1'], '--min-edits'],
		['a file that cannot be written', ['--wiki', 'http://x/', '--csv', '/'], 'cannot be written'],
	])('given %s says so in one line', async (_case, args, line) => {
		const { code, out, notes } = await run(report, args);
		expect({ code, out, lines: notes.length }).toEqual({ code: 2, out: [], lines: 1 });
		expect(notes[0]).toContain(line);
	});

	test('does not touch a file that is not its own', async () => {
		writeFileSync(state, 'My novel');
		expect(await onDemo()).toMatchObject({ code: 2 });
		expect(readFileSync(state, 'utf8')).toBe('My novel');
		writeFileSync(state, `${headOf('http://other/')}\n`);
		expect((await onDemo()).notes[0]).toContain('is of another wiki');
	});

	test.each<[string, (header: string) => void, string]>([
		['a folder', () => mkdirSync(state), 'cannot be read'],
		['damaged', (header) => writeFileSync(state, `${header}\n{"scan":\n{}\n`), 'is damaged'],
		['damaged at its head', () => writeFileSync(state, '{"mentorshipReport":2,x\n'), 'is damaged'],
	])('says in one line that its file is %s', async (_what, prepare, line) => {
		prepare(headOf(`${demo.origin}/api.php`));
		const { code, notes } = await onDemo();
		expect([code, notes.length]).toEqual([2, 1]);
		expect(notes[0]).toContain(line);
	});
});
