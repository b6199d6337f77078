import type Database from 'libsql';
import { exitCodes, grouped, type Terminal, yieldTurn } from '../../../gadget/terminal/terminal.ts';
import type { Run } from '../journal.ts';
import { graduatesPerMentor, menteesPerMentor, tallyMentors } from '../perMentor.ts';
import { sweep } from '../sweep.ts';
import { createThresholdsReader } from '../thresholds.ts';
import { type GraduateOptions, printResult, sayOff } from './result.ts';
import { goingOn, whenFree, withStore } from './storeFile.ts';

// Some 50 milliseconds of writing: a wiki on the same store waits no longer than that.
const batchSize = 4000;

/** Opts out everybody who qualifies. */
export function sweepStore(options: GraduateOptions, terminal: Terminal): Promise<number> {
	return withStore(options.store, terminal, async (database) => {
		const run = await sweepWithProgress(database, options, terminal);
		if (run === null) {
			return sayOff(createThresholdsReader(database)(), terminal);
		}
		if (run.ended === null) {
			return exitCodes.interrupted;
		}
		const graduates = graduatesPerMentor(database, run.id);
		const seen = menteesPerMentor(database);
		for (const [mentor, number] of graduates) {
			// Whoever was opted out is among those without a mentor now.
			seen.set(mentor, (seen.get(mentor) ?? 0) + number);
			seen.set(null, (seen.get(null) ?? 0) - number);
		}
		printResult(terminal, options.json, {
			run: run.id,
			seen: run.seen,
			graduates: run.graduated,
			thresholds: { ...run, enabled: true },
			mentors: tallyMentors(database, seen, graduates),
		});
		return exitCodes.done;
	});
}

/** @returns The run; one that was interrupted has no end. `null` where the rule is off. */
async function sweepWithProgress(
	database: Database.Database,
	{ store }: GraduateOptions,
	terminal: Terminal,
): Promise<Run | null> {
	const options = { cause: 'command', batchSize, now: terminal.now } as const;
	const next = goingOn(() => sweep(database, options));
	let before: Run | null = null;
	for (;;) {
		const { done, value: run } = await whenFree(terminal, next);
		if (done || run === null) {
			terminal.draw?.('');
			if (run === null && before !== null) {
				terminal.note(`Run ${before.id} was stopped: ${before.graduated} had graduated.`);
			}
			return run;
		}
		sayBegin(run, before, terminal);
		before = run;
		terminal.draw?.(`${grouped(run.seen)} of ${grouped(run.mentees)} mentees seen`);
		await yieldTurn();
		if (terminal.interrupted.aborted) {
			terminal.draw?.('');
			sayInterrupted(run, store, terminal);
			return run;
		}
	}
}

function sayBegin(run: Run, before: Run | null, { note }: Terminal): void {
	if (before === null && run.seen > 0) {
		note(`Going on with run ${run.id}, which was interrupted after ${run.seen} mentees.`);
	} else if (before !== null && before.id !== run.id) {
		note(`The configuration changed: run ${before.id} ended, run ${run.id} goes by the new one.`);
	}
}

function sayInterrupted({ id, graduated, seen }: Run, store: string, { note }: Terminal): void {
	note(`Interrupted: graduated ${graduated} of ${seen} mentees seen so far (run ${id}).`);
	note(`To go on: npm run graduate -- --store ${JSON.stringify(store)}`);
	note(`To take it back: npm run graduate -- --store ${JSON.stringify(store)} --undo ${id}`);
}
