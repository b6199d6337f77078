import { exitCodes, grouped, type Terminal } from '../../../gadget/terminal/terminal.ts';
import type { Run } from '../journal.ts';
import { graduatesPerMentor, menteesPerMentor, tallyMentors } from '../perMentor.ts';
import { sweep } from '../sweep.ts';
import { createThresholdsReader } from '../thresholds.ts';
import { follow } from './follow.ts';
import { type GraduateOptions, printResult, sayOff } from './result.ts';
import { withStore } from './storeFile.ts';

// Some 50 milliseconds of writing: a wiki on the same store waits no longer than that.
const batchSize = 4000;

/** Opts out all mentees who qualify. */
export function sweepStore(options: GraduateOptions, terminal: Terminal): Promise<number> {
	return withStore(options.store, async (database) => {
		const steps = sweep(database, { cause: 'command', batchSize, now: terminal.now });
		let before: Run | null = null;
		const end = await follow(steps, terminal, (run) => {
			sayBegin(run, before, terminal);
			before = run;
			terminal.draw?.(`${grouped(run.seen)} of ${grouped(run.mentees)} mentees seen`);
		});
		const run = end.value;
		if (run === null) {
			sayStopped(before, terminal);
			return sayOff(createThresholdsReader(database)(), terminal);
		}
		if (!end.done) {
			sayInterrupted(run, options.store, terminal);
			return exitCodes.interrupted;
		}
		const graduates = graduatesPerMentor(database, run.id);
		const seen = menteesPerMentor(database);
		for (const [mentor, number] of graduates) {
			// Those who were opted out are among those without a mentor now.
			seen.set(mentor, (seen.get(mentor) ?? 0) + number);
			seen.set(null, (seen.get(null) ?? 0) - number);
		}
		printResult(terminal, options, {
			run: run.id,
			seen: run.seen,
			graduates: run.graduated,
			thresholds: { ...run, enabled: true },
			mentors: tallyMentors(database, seen, graduates),
		});
		return exitCodes.done;
	});
}

function sayBegin(run: Run, before: Run | null, { note }: Terminal): void {
	if (before === null && run.seen > 0) {
		note(`Going on with run ${run.id}, which was interrupted after ${run.seen} mentees.`);
	} else if (before !== null && before.id !== run.id) {
		note(`The configuration changed: run ${before.id} ended, run ${run.id} goes by the new one.`);
	}
}

function sayStopped(before: Run | null, { note }: Terminal): void {
	if (before !== null) {
		note(`Run ${before.id} was stopped: ${before.graduated} had graduated.`);
	}
}

function sayInterrupted({ id, graduated, seen }: Run, store: string, { note }: Terminal): void {
	note(`Interrupted: graduated ${graduated} of ${seen} mentees seen so far (run ${id}).`);
	note(`To go on: npm run graduate -- --store ${JSON.stringify(store)}`);
	note(`To take it back: npm run graduate -- --store ${JSON.stringify(store)} --undo ${id}`);
}
