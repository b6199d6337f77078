import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPeriod } from '../../../gadget/terminal/arguments.ts';
import { seed } from '../../../server-mock/people/seedCommand.ts';
import { openDatabase } from '../../../server-mock/store/database.ts';
import { saysAsked } from '../../../server-mock/store/userOptions.ts';
import { createFolder, day, dump, now } from '../../batch/testStore.ts';
import { run, runProcess } from '../../support/commandLine.ts';
import { makeLargeStore } from '../../support/largeStore.ts';

const mentees = 20_000;
let folder: ReturnType<typeof createFolder>;

beforeEach(() => {
	folder = createFolder();
});
afterEach(() => folder.remove());

function make(name: string, seed: number) {
	const file = path.join(folder.path, name);
	makeLargeStore({ file, mentees, mentors: 40, seed, date: now });
	return openDatabase(file);
}

test('the same seed makes the same store, another one another', () => {
	const [one, same, other] = [make('1', 7), make('2', 7), make('3', 8)].map((database) => {
		const users = database.prepare('select * from users order by id').raw().all();
		const pages = database.prepare('select title, content from pages, revisions').raw().all();
		const text = JSON.stringify([users, pages, dump(database)]);
		database.close();
		return text;
	});
	expect(one === same).toBe(true);
	expect(one === other).toBe(false);
});

test('a store is spread as a wiki is', () => {
	const database = make('spread', 1);
	const value = (sql: string) => Object.values(Object(database.prepare(sql).raw().get()))[0];
	const ofMentees = 'from mentees join users on users.id = user_id';
	expect(value('select count(*) from mentees')).toBe(mentees);
	expect(value(`select count(*) ${ofMentees} where edit_count < 10`)).toBeGreaterThan(mentees / 2);
	expect(value(`select count(*) ${ofMentees} where edit_count >= 500`)).toBeGreaterThan(
		mentees / 12,
	);
	expect(value(`select max(edit_count) ${ofMentees}`)).toBeGreaterThan(50_000);
	expect(value(`select min(registration) ${ofMentees}`)).toBeLessThan(now - 729 * day);
	expect(value(`select min(registration) ${ofMentees}`)).toBeGreaterThan(now - 731 * day);
	expect(value(`select max(registration) ${ofMentees}`)).toBeLessThanOrEqual(now);
	const asked = Number(value('select count(*) from asked'));
	expect(asked / mentees).toBeCloseTo(0.1, 1);
	for (const column of ['blocked', 'temporary', 'hidden']) {
		expect(value(`select count(*) ${ofMentees} where ${column} = 1`)).toBeGreaterThan(0);
	}
	const listed = String(
		value(
			"select content from pages, revisions on latest_revision = revisions.id where title = 'MediaWiki:GrowthMentors.json'",
		),
	);
	const departed = `select count(*) from mentees where mentor_id is not null
		and mentor_id not in (${Object.keys(JSON.parse(listed).Mentors).join()})`;
	expect(value(departed)).toBeGreaterThan(mentees / 30);
	// The column that the sweep goes by says what the options say.
	const options = database.prepare('select value from user_options').raw().all() as [string][];
	expect(options.filter(([text]) => saysAsked(text))).toHaveLength(asked);
	database.close();
});

test('the command says how to make the same again, and leaves a store that is there', async () => {
	const store = path.join(folder.path, 'new.sqlite');
	const args = ['--store', store, '--mentees', '50', '--mentors', '3'];
	expect(await run(seed, args, { now: () => now })).toMatchObject({
		code: 0,
		out: [expect.stringMatching(/^Wrote 50 mentees and 3 mentors to .*new\.sqlite in \d+\.\d s$/)],
		notes: ['The same again: --mentees 50 --mentors 3 --seed 1 --date 2026-11-22'],
	});
	expect(await run(seed, args)).toMatchObject({
		code: 2,
		notes: [`“${store}” is there already; it stays as it is.`],
	});
});

test.each([
	[[], 'It takes --store FILE'],
	[['--store', 'x', '--mentees', 'many', '--mentors', '3'], '--mentees is “many”'],
	[['--store', 'x', '--mentees', '5', '--mentors', '0'], '--mentors is “0”'],
	[['--store', 'x', '--mentees', '5', '--mentors', '1', '--date', '1.1.'], '--date is “1.1.”'],
	[['--store', 'x', '--mentees', '5', '--mentors', '1', '--seed', '-1'], '--seed'],
])('given %j says what is wrong in one line', async (args, line) => {
	const { code, notes } = await run(seed, args);
	expect([code, notes.length]).toEqual([2, 1]);
	expect(notes[0]).toContain(line);
});

test('a store that cannot be written is told in one line, and nothing is left', async () => {
	const store = path.join(folder.path, 'missing', 'new.sqlite');
	expect(await run(seed, ['--store', store, '--mentees', '5', '--mentors', '1'])).toMatchObject({
		code: 1,
		notes: [
			`The store “${store}” cannot be opened: its folder is missing, or it may not be written.`,
		],
	});
	expect(readdirSync(folder.path)).toEqual([]);
});

test.each([
	['24h', day],
	['90m', 5_400_000],
	['30s', 30_000],
	['7d', 7 * day],
	[undefined, undefined],
])('a period of %s is read', (text, milliseconds) => {
	expect(readPeriod('--graduate-every', text)).toBe(milliseconds);
});

test.each(['', '24', '0h', '25d', '1w', '-1h', '1.5h', '9999999h'])(
	'a period of “%s” is refused',
	(text) => {
		expect(() => readPeriod('--graduate-every', text)).toThrow('it must be a period up to 24d');
	},
);

describe('an interruption', () => {
	const size = ['--mentees', '100000', '--mentors', '10'];

	test('leaves nothing half-made, and says so', async () => {
		const file = path.join(folder.path, 'interrupted');
		const interrupted = AbortSignal.abort();
		const { code, out, notes } = await run(seed, ['--store', file, ...size], { interrupted });
		expect({ code, out }).toEqual({ code: 130, out: [] });
		expect(notes).toEqual([`Interrupted: there is no “${file}”. The same command begins anew.`]);
		expect(readdirSync(folder.path)).toEqual([]);
	});

	test('by Ctrl-C ends the real process with 130', async () => {
		const file = path.join(folder.path, 'interrupted');
		const { code } = await runProcess(['seed', '--store', file, ...size], {
			isDue: () => existsSync(file),
			signal: 'SIGINT',
		});
		expect(code).toBe(130);
		expect(readdirSync(folder.path)).toEqual([]);
	});
});
