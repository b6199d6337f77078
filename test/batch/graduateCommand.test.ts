import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { graduate } from '../../server-mock/batch/command/graduate.ts';
import { acquireSweepLock } from '../../server-mock/batch/sweepLock.ts';
import { openDatabase } from '../../server-mock/store/database.ts';
import { run, runProcess } from '../support/commandLine.ts';
import { block, createFolder, createTestStore, now, type TestStore } from './testStore.ts';

let folder: ReturnType<typeof createFolder>;
let file: string;
let wiki: TestStore;

beforeEach(() => {
	folder = createFolder();
	file = path.join(folder.path, 'a store?.sqlite');
	wiki = createTestStore(file);
	for (const name of ['Miriam', 'Gone', 'Idle']) {
		wiki.add({ name, editCount: 0 });
	}
	wiki.listMentors('Miriam', 'Idle');
	wiki.add({ name: 'One', mentor: 'Miriam' });
	wiki.add({ name: 'Two', mentor: 'Gone' });
	wiki.add({ name: 'Three', mentor: 'Gone', editCount: 3 });
	wiki.configure(block());
});
afterEach(() => {
	wiki.store.close();
	folder.remove();
});

const onStore = (...args: string[]) =>
	run(graduate, ['--store', file, ...args], { now: () => now });

describe('graduate', () => {
	test('opts out, a line for each mentor, the sum last', async () => {
		expect(await onStore()).toMatchObject({
			code: 0,
			out: [
				'Gone: 2 seen, 1 graduated',
				'Miriam: 1 seen, 1 graduated',
				'(no mentor): 3 seen, 0 graduated',
				'Graduated 2 of 6 mentees (run 1)',
			],
			notes: [],
		});
		expect(wiki.store.mentees.stateOf(wiki.user('One').id)).toBe('optedOut');
	});

	test('with --dry-run says what would be, and changes nothing', async () => {
		const before = wiki.dump();
		const bytes = ['', '-wal'].map((ending) => readFileSync(file + ending));
		const times = ['', '-wal'].map((ending) => statSync(file + ending).mtimeMs);
		expect(await onStore('--dry-run')).toMatchObject({
			code: 0,
			out: [
				'Gone: 2 seen, 1 would graduate',
				'Miriam: 1 seen, 1 would graduate',
				'(no mentor): 3 seen, 0 would graduate',
				'Would graduate 2 of 6 mentees',
			],
		});
		expect(wiki.dump()).toEqual(before);
		expect(['', '-wal'].map((ending) => readFileSync(file + ending))).toEqual(bytes);
		expect(['', '-wal'].map((ending) => statSync(file + ending).mtimeMs)).toEqual(times);
	});

	test('is a process of its own', async () => {
		const { code, out } = await runProcess(['graduate', '--store', file, '--dry-run']);
		expect([code, out.split('\n').at(-2)]).toEqual([0, 'Would graduate 2 of 6 mentees']);
	});

	test('on a terminal says how far it is in place of the lines', async () => {
		const result = await run(graduate, ['--store', file], { isTerminal: true, now: () => now });
		expect(result.out).toEqual(['Graduated 2 of 6 mentees (run 1)']);
		expect(result.drawn).toContain('6 of 6 mentees seen');
	});

	test.each([
		[['--dry-run'], { dryRun: true, mentees: 6, wouldGraduate: 2 }, 'wouldGraduate'],
		[[], { dryRun: false, run: 1, mentees: 6, graduated: 2 }, 'graduated'],
	])('with --json %j gives a document', async (args, expected, key) => {
		const { code, out } = await onStore('--json', ...args);
		expect(code).toBe(0);
		expect(out).toHaveLength(1);
		expect(JSON.parse(out[0] ?? '')).toMatchObject({
			...expected,
			thresholds: { minEditcount: 500, minTenureInDays: 30 },
			mentors: [
				{ name: 'Gone', seen: 2, [key]: 1 },
				{ name: 'Miriam', seen: 1, [key]: 1 },
				{ name: null, seen: 3, [key]: 0 },
			],
		});
	});

	test.each([
		['a wrong option', ['--dry'], "Unknown option '--dry'."],
		['a word too many', ['now'], "Unexpected argument 'now'."],
		['an option without its value', ['--undo'], "Option '--undo <value>' argument missing."],
		['a run that is none', ['--undo', '7'], 'There is no run 7.'],
		[
			'a run that is not a number',
			['--undo', 'last'],
			'--undo is “last”: it must be a whole number',
		],
		['an undo that is dry', ['--undo', '1', '--dry-run'], 'it cannot be a --dry-run'],
	])('given %s says so in one line', async (_case, args, line) => {
		const before = wiki.dump();
		const { code, out, notes } = await onStore(...args);
		expect({ code, out, lines: notes.length }).toEqual({ code: 2, out: [], lines: 1 });
		expect(notes[0]).toContain(line);
		expect(notes[0]).not.toContain('\n');
		expect(wiki.dump()).toEqual(before);
	});

	test.each([[['--dry-run']], [[]]])('given an unreadable store says so: %j', async (more) => {
		const text = path.join(folder.path, 'text.sqlite');
		writeFileSync(text, 'This is not a database at all, and long enough to be sure of that.');
		const other = path.join(folder.path, 'other.sqlite');
		createTestStore(other).database.exec('drop table mentees');
		const missing = path.join(folder.path, 'missing.sqlite');
		for (const store of [missing, text, other, folder.path]) {
			const { code, out, notes } = await run(graduate, ['--store', store, ...more]);
			expect({ code, out, lines: notes.length }).toEqual({ code: 2, out: [], lines: 1 });
			expect(notes[0]).toContain(`The store “${store}” cannot be read`);
		}
		expect(() => statSync(missing)).toThrow('ENOENT');
	});

	test.each([
		['turned off', block({ enabled: false }), 'turns it off'],
		['wrong', {}, 'is missing or wrong'],
	])('where the feature is %s says so', async (_case, configuration, reason) => {
		wiki.configure(configuration);
		const before = wiki.dump();
		for (const args of [['--dry-run'], []]) {
			expect(await onStore(...args)).toMatchObject({
				code: 3,
				out: [],
				notes: [`Graduation is off: MediaWiki:Gadget-mentorship.json ${reason}.`],
			});
		}
		expect(wiki.dump()).toEqual(before);
	});

	test.each([[[]], [['--undo', '1']]])(
		'waits with a word while another program writes to the store: %j',
		async (args) => {
			await onStore();
			const writer = openDatabase(file);
			writer.exec('begin immediate');
			const notes: string[] = [];
			const { code } = await run(graduate, ['--store', file, ...args], {
				now: () => now,
				note: (line) => {
					notes.push(line);
					// It has said so: the other program may go.
					if (writer.inTransaction) {
						writer.exec('rollback');
					}
				},
			});
			writer.close();
			expect(code).toBe(0);
			expect(notes[0]).toBe('Another program is writing to the store. Waiting for it…');
		},
	);

	test('is told in one line where the store stays locked, and Ctrl-C is heard', async () => {
		const writer = openDatabase(file);
		writer.exec('begin immediate');
		const interrupted = AbortSignal.abort();
		const { code, out, notes } = await run(graduate, ['--store', file], { interrupted });
		expect({ code, out }).toEqual({ code: 130, out: [] });
		expect(notes).toEqual([`Another program is writing to the store “${file}”: try again later.`]);
		writer.close();
	});

	test('while another sweep is at work leaves it alone', async () => {
		const release = acquireSweepLock(file);
		expect(await onStore()).toMatchObject({
			code: 2,
			notes: [`Another sweep is at work on “${file}”: try again when it has ended.`],
		});
		release?.();
		expect(await onStore()).toMatchObject({ code: 0 });
	});
});

describe('graduate --undo', () => {
	test('restores those who have not decided for themselves', async () => {
		await onStore();
		wiki.store.mentees.noteAsked(wiki.user('Two').id, true);
		expect(await onStore('--undo', '1')).toMatchObject({
			code: 0,
			out: ['Restored 1 of 2 mentees (run 1)'],
		});
		expect(wiki.store.mentees.mentorOf(wiki.user('One').id)).toBe(wiki.user('Miriam').id);
		expect(await onStore('--undo', '1', '--json')).toMatchObject({
			out: ['{"run":1,"graduated":2,"restored":1,"kept":1}'],
		});
	});
});

describe('an interruption', () => {
	const interrupted = AbortSignal.abort();

	test.each([[['--dry-run']], [[]]])('is said, with how to go on: %j', async (args) => {
		const { code, notes } = await run(graduate, ['--store', file, ...args], { interrupted });
		expect(code).toBe(130);
		expect(notes.join('\n')).toMatch(/^Interrupted: .*/);
	});

	test('is gone on with by the next command', async () => {
		const interruption = new AbortController();
		const first = await run(graduate, ['--store', file], {
			interrupted: interruption.signal,
			now: () => now,
			draw: (line) => line.startsWith('6 of 6') && interruption.abort(),
		});
		expect(first.code).toBe(130);
		expect(first.notes[0]).toBe('Interrupted: graduated 2 of 6 mentees seen so far (run 1).');
		expect(first.notes[1]).toContain('To go on: npm run graduate -- --store');
		const { out, notes } = await onStore();
		expect(notes).toEqual(['Going on with run 1, which was interrupted after 6 mentees.']);
		expect(out.at(-1)).toBe('Graduated 2 of 6 mentees (run 1)');
	});
});
