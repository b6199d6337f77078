import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJournal } from '../../server-mock/batch/journal.ts';
import { sweep } from '../../server-mock/batch/sweep.ts';
import { createRandom } from '../../server-mock/people/population.ts';
import { openDatabase } from '../../server-mock/store/database.ts';
import { createFolder, dump, finish, now } from '../batch/testStore.ts';
import { makeLargeStore } from '../support/largeStore.ts';

const kills = 200;
const atOnce = 3;
const batchSize = 8;
const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 32));
const options = { cause: 'command' } as const;

// Within the project, where the bundle finds the database's driver.
const program = path.resolve('.cache', `sweep-child-${process.pid}`);
const folder = createFolder();
const original = path.join(folder.path, 'original.sqlite');

beforeAll(async () => {
	// One file starts several times as fast as sources that are translated each time.
	await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		build: {
			ssr: path.resolve('test/deep/sweepChild.ts'),
			outDir: program,
			rollupOptions: { output: { entryFileNames: 'child.mjs' } },
		},
	});
	mkdirSync(program, { recursive: true });
	copyFileSync('server-mock/store/schema.sql', path.join(program, 'schema.sql'));
	makeLargeStore({
		file: original,
		mentees: 1200,
		mentors: 30,
		seed: 5,
		date: now,
	});
});
afterAll(() => {
	folder.remove();
	rmSync(program, { recursive: true, force: true });
});

/** @returns What is in the store when a sweep in this process has finished it. */
function finishHere(file: string): string {
	const database = openDatabase(file);
	// One that was quicker than its killer needs nothing more.
	if (createJournal(database).latest()?.outcome !== 'finished') {
		finish(sweep(database, { ...options, batchSize, now: () => now }));
	}
	const check = database.prepare('pragma integrity_check').raw().all();
	const content = JSON.stringify({ check, ...Object(dump(database)) });
	database.close();
	return content;
}

async function begin(file: string): Promise<ChildProcess> {
	const args = [path.join(program, 'child.mjs'), file, String(now), String(batchSize)];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	if (child.stdout !== null) {
		await Promise.race([once(child.stdout, 'data'), failed(child)]);
	}
	return child;
}

async function failed(child: ChildProcess): Promise<never> {
	// Unlike `exit`, `close` comes after all that was printed, however quick the sweep was.
	const [code] = await once(child, 'close');
	throw new Error(`The sweep ended with ${code} before it began.`);
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) {
		await once(child, 'exit');
	}
}

/** How far the journal says a sweep is. */
function positionIn(file: string): number {
	const database = openDatabase(file);
	const position = createJournal(database).latest()?.position ?? 0;
	database.close();
	return position;
}

/** How many milliseconds an undisturbed sweep takes. */
async function measure(): Promise<number> {
	const file = path.join(folder.path, 'measured.sqlite');
	copyFileSync(original, file);
	const child = await begin(file);
	const started = performance.now();
	await end(child);
	return performance.now() - started;
}

test(`${kills} sweeps killed at random moments end as an undisturbed one (KILL_SEED=${seed})`, async () => {
	const undisturbedFile = path.join(folder.path, 'undisturbed.sqlite');
	copyFileSync(original, undisturbedFile);
	const undisturbed = finishHere(undisturbedFile);
	const duration = await measure();
	const random = createRandom(seed);
	let interrupted = 0;
	const positions = new Set<number>();

	async function killOne(index: number): Promise<void> {
		const file = path.join(folder.path, `${index}.sqlite`);
		copyFileSync(original, file);
		// Some are killed twice.
		for (let times = random() < 0.2 ? 2 : 1; times > 0; times--) {
			const moment = random() * duration;
			const child = await begin(file);
			await wait(moment);
			child.kill('SIGKILL');
			await end(child);
			interrupted += Number(child.signalCode === 'SIGKILL');
			positions.add(positionIn(file));
		}
		expect(finishHere(file)).toBe(undisturbed);
		for (const ending of ['', '-wal', '-shm']) {
			rmSync(file + ending, { force: true });
		}
	}

	let next = 0;
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			while (interrupted < kills) {
				await killOne(next++);
			}
		}),
	);
	const places = `${positions.size} different places`;
	console.log(`${interrupted} sweeps of ${Math.round(duration)} ms killed, at ${places}.`);
	expect(positions.size).toBeGreaterThan(kills / 10);
}, 600_000);
