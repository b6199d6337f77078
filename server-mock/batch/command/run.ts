import type Database from 'libsql';
import type { Thresholds } from '../../../gadget/domain/thresholds.ts';
import {
	exitCodes,
	type Terminal,
	UsageError,
	yieldTurn,
} from '../../../gadget/terminal/terminal.ts';
import { configurationTitle } from '../../loader/gadgetPages.ts';
import { type Counted, countGraduates } from '../count.ts';
import { createJournal, type Run } from '../journal.ts';
import {
	graduatesPerMentor,
	lastMenteePerMentor,
	menteesPerMentor,
	tallyMentors,
} from '../perMentor.ts';
import { countMentees, sweep } from '../sweep.ts';
import { createThresholdsReader } from '../thresholds.ts';
import type { GraduateOptions } from './graduate.ts';
import { openStoreFile } from './openStoreFile.ts';
import { createProgressBar } from './progressBar.ts';
import { printResult } from './result.ts';
import { withSweepLock } from './withSweepLock.ts';

// Some 50 milliseconds of writing: a wiki on the same store waits no longer than that.
const batchSize = 4000;

/** `--dry-run`: counts who would be opted out, on a store that is opened only for reading. */
export async function countRun(options: GraduateOptions, terminal: Terminal): Promise<number> {
	const database = openStoreFile(options.store, true);
	// What is counted is one moment's.
	database.exec('begin');
	const thresholds = createThresholdsReader(database)();
	if (!thresholds?.enabled) {
		return sayOff(thresholds, terminal);
	}
	const mentorId = findMentorId(database, options.mentor);
	const bar = createProgressBar(terminal, barOptions(database, mentorId, null));
	let counted: Counted = { position: 0, seen: 0, graduates: 0, perMentor: new Map() };
	for (counted of countGraduates(database, { thresholds, now: terminal.now(), mentorId })) {
		bar.show(counted);
		await yieldTurn();
		if (terminal.interrupted.aborted) {
			bar.clear();
			const { graduates, seen } = counted;
			terminal.note(`Interrupted: of the first ${seen} mentees ${graduates} would graduate.`);
			terminal.note('Nothing was changed; a dry run begins anew each time.');
			return exitCodes.interrupted;
		}
	}
	bar.clear();
	const mentors = tallyMentors(database, menteesPerMentor(database, mentorId), counted.perMentor);
	printResult(terminal, options.json, { ...counted, run: null, thresholds, mentors });
	database.close();
	return exitCodes.done;
}

/** Opts out everybody who qualifies. */
export async function sweepStore(options: GraduateOptions, terminal: Terminal): Promise<number> {
	const database = openStoreFile(options.store, false);
	return withSweepLock(options.store, async () => {
		const mentorId = findMentorId(database, options.mentor);
		const result = await sweepWithProgress(database, mentorId, options, terminal);
		if (result === null) {
			return sayOff(createThresholdsReader(database)(), terminal);
		}
		if (result === 'interrupted') {
			return exitCodes.interrupted;
		}
		const graduates = graduatesPerMentor(database, result.id);
		const seen = menteesPerMentor(database, mentorId);
		for (const [mentor, number] of graduates) {
			// Whoever was opted out is among those without a mentor now.
			seen.set(mentor, (seen.get(mentor) ?? 0) + number);
			seen.set(null, (seen.get(null) ?? 0) - number);
		}
		printResult(terminal, options.json, {
			run: result.id,
			seen: result.seen,
			graduates: result.graduated,
			thresholds: { ...result, enabled: true },
			mentors: tallyMentors(database, seen, graduates),
		});
		database.close();
		return exitCodes.done;
	});
}

async function sweepWithProgress(
	database: Database.Database,
	mentorId: number | null,
	options: GraduateOptions,
	terminal: Terminal,
): Promise<Run | null | 'interrupted'> {
	const settings = { cause: 'command', batchSize, estimates: false, now: terminal.now } as const;
	const steps = sweep(database, { ...settings, mentorId });
	const unfinished = createJournal(database).findUnfinished(mentorId);
	const bar = createProgressBar(terminal, barOptions(database, mentorId, unfinished));
	let step = steps.next();
	let before: Run | null = null;
	while (!step.done) {
		const run: Run = step.value;
		if (run.id !== before?.id) {
			bar.clear();
			sayBegin(run, before, terminal);
		}
		before = run;
		bar.show(run);
		await yieldTurn();
		if (terminal.interrupted.aborted) {
			bar.clear();
			sayInterrupted(run, options, terminal);
			return 'interrupted';
		}
		step = steps.next();
	}
	bar.clear();
	if (step.value === null && before !== null) {
		terminal.note(`Run ${before.id} was stopped: ${before.graduated} had graduated.`);
	}
	return step.value;
}

function sayBegin(run: Run, before: Run | null, { note }: Terminal): void {
	if (before !== null) {
		note(`The configuration changed: run ${before.id} ended, run ${run.id} goes by the new one.`);
	} else if (run.seen > 0) {
		note(`Going on with run ${run.id}, which was interrupted after ${run.seen} mentees.`);
	}
}

function sayInterrupted(run: Run, { store, mentor }: GraduateOptions, { note }: Terminal): void {
	const scope = mentor === undefined ? '' : ` --mentor ${JSON.stringify(mentor)}`;
	note(
		`Interrupted: graduated ${run.graduated} of ${run.seen} mentees seen so far (run ${run.id}).`,
	);
	note(`To go on: npm run graduate -- --store ${JSON.stringify(store)}${scope}`);
	note(`To take it back: npm run graduate -- --store ${JSON.stringify(store)} --undo ${run.id}`);
}

function sayOff(thresholds: Thresholds | null, { note }: Terminal): number {
	const reason = thresholds === null ? 'is missing or wrong' : 'turns it off';
	note(`Graduation is off: ${configurationTitle} ${reason}.`);
	return exitCodes.off;
}

function findMentorId(database: Database.Database, name: string | undefined): number | null {
	if (name === undefined) {
		return null;
	}
	const mentor = database
		.prepare(
			`select id from users where name = ? and (
				exists (select 1 from mentees where mentor_id = users.id)
				or exists (select 1 from graduation_entries where mentor_id = users.id)
				or exists (select 1 from pages join revisions on revisions.id = latest_revision
					where pages.title = 'MediaWiki:GrowthMentors.json'
						and json_valid(content)
						and json_extract(content, '$.Mentors."' || users.id || '"') is not null))`,
		)
		.get(name) as { id: number } | undefined;
	if (mentor === undefined) {
		throw new UsageError(`There is no mentor “${name}”.`);
	}
	return mentor.id;
}

function barOptions(database: Database.Database, mentorId: number | null, begun: Run | null) {
	const mentees = begun?.mentees ?? countMentees(database, mentorId);
	return {
		seenBefore: begun?.seen ?? 0,
		mentees,
		lastMentees: lastMenteePerMentor(database, mentorId),
	};
}
