import { existsSync, writeFileSync } from 'node:fs';
import { csvFile } from '../domain/csv.ts';
import { type Bin, sumCrosstab } from '../domain/tally.ts';
import { highestThreshold } from '../domain/thresholds.ts';
import { type Effect, measureEffect } from '../scan/effect.ts';
import { createFileStore } from '../scan/fileStore.ts';
import { type Findings, readFindings } from '../scan/findings.ts';
import { type Patience, wait } from '../scan/insist.ts';
import { createMenteeSource } from '../scan/mentees.ts';
import { progressOf, secondsLeft } from '../scan/progress.ts';
import { listRows } from '../scan/rows.ts';
import { beginScan, continueScan } from '../scan/scan.ts';
import type { Scan } from '../scan/scanStore.ts';
import {
	checkWritable,
	describeUsage,
	flag,
	readArguments,
	readWholeNumber,
	valued,
} from '../terminal/arguments.ts';
import { reportFailure } from '../terminal/failure.ts';
import { readWikiAddress } from '../terminal/findApi.ts';
import { jsonLine } from '../terminal/json.ts';
import { createPoliteClient } from '../terminal/politeClient.ts';
import { createProgressLine, type ProgressLine } from '../terminal/progress.ts';
import { type Reach, reachWiki, wikiOptions } from '../terminal/reach.ts';
import { exitCodes, grouped, type Terminal } from '../terminal/terminal.ts';
import { describeEffect, unknowns } from './text.ts';
import { readUsedThresholds, type UsedThresholds } from './thresholds.ts';

const reportOptions = {
	...wikiOptions,
	'min-edits': valued('N', 'instead of the wiki’s own number of edits'),
	'min-days': valued('D', 'instead of the wiki’s own account age'),
	csv: valued('FILE', 'writes who they are to this file'),
	json: flag('the result as JSON'),
	state: valued('FILE', 'where it notes how far it is, to go on after an interruption'),
} as const;

/** What `--help` says. */
export const reportUsage = describeUsage(
	`npm run report -- --wiki URL [options]
Says whom the rule would opt out on a wiki, by its public API and without logging in.`,
	reportOptions,
	'Exit code: 0 done, 1 failed, 2 wrong option, 3 nothing to report on, 130 interrupted.',
);

/** `npm run report`: who would be opted out on a wiki, by what its public API says to anybody. */
export const report = createReport(wait);

/** @returns The command, which gives its exit code: 3 where the wiki has no mentors to report on. */
export function createReport(wait: Patience['wait']) {
	return async (args: readonly string[], terminal: Terminal): Promise<number> => {
		const options = readOptions(args);
		if (options.csv !== null) {
			checkWritable(options.csv);
		}
		const { say, ...progress } = createProgressLine(terminal);
		try {
			const reach = await reachWiki({ ...options, wait, say, signal: terminal.interrupted });
			return await scanAndPrint(reach, options, progress, terminal);
		} catch (error) {
			progress.clear();
			const code = reportFailure(error, terminal);
			if (code !== exitCodes.wrong && existsSync(options.state)) {
				terminal.note(`What was read is in ${options.state}: run the same command again to go on.`);
			}
			return code;
		}
	};
}

type ReportOptions = ReturnType<typeof readOptions>;

function readOptions(args: readonly string[]) {
	const values = readArguments(args, reportOptions);
	const address = readWikiAddress(values.wiki);
	return {
		address,
		minEdits: readWholeNumber('--min-edits', values['min-edits'], 0, highestThreshold),
		minDays: readWholeNumber('--min-days', values['min-days'], 0, highestThreshold),
		csv: values.csv ?? null,
		json: values.json,
		contact: values.contact ?? null,
		state: values.state ?? `mentorship-report-${address.host.replace(/[^\w.-]/g, '-')}.jsonl`,
	};
}

async function scanAndPrint(
	reach: Reach,
	options: ReportOptions,
	progress: Pick<ProgressLine, 'show' | 'clear'>,
	terminal: Terminal,
): Promise<number> {
	const { now, interrupted: signal, note } = terminal;
	const client = createPoliteClient(reach);
	const store = createFileStore(options.state, reach.api.href);
	const found = await readUsedThresholds(client, signal);
	const { minEdits = found.minEditcount, minDays = found.minTenureInDays } = options;
	const thresholds = { ...found, minEditcount: minEdits, minTenureInDays: minDays };
	const dependencies = { source: createMenteeSource(client), store, now };
	const before = (await store.read('finished')) ?? (await store.read('running'));
	if (before !== undefined) {
		note(`Going on with ${options.state}, begun ${new Date(before.id).toISOString()}.`);
	}
	const from = before ?? (await beginScan(dependencies, signal));
	const started = now();
	let scan = from;
	for await (scan of from.finishedAt === null ? continueScan(dependencies, from, signal) : []) {
		const left = secondsLeft(progressOf(scan), progressOf(from), now() - started);
		progress.show(describeScan(scan, left));
	}
	progress.clear();
	// Ages are counted to the day on which it was begun.
	const findings = await readFindings(store, scan, scan.id);
	const leftAlone = scan.lookedUp - findings.names.length;
	print({ findings, thresholds, leftAlone, api: reach.api }, options, terminal);
	store.remove();
	if (scan.mentors?.length === 0) {
		note('This wiki has no mentors on its list: there are no mentees to count.');
		return exitCodes.off;
	}
	return exitCodes.done;
}

function describeScan({ mentors, mentorsListed, lookedUp, expected }: Scan, left: number | null) {
	const all = mentors?.length ?? 0;
	if (mentorsListed < all) {
		return `${grouped(mentorsListed)} of ${grouped(all)} mentors’ mentees listed`;
	}
	const rest = left === null || left < 90 ? `${grouped(left ?? 0)} s` : `${grouped(left / 60)} min`;
	const done = `${grouped(lookedUp)} of ${grouped(expected)} accounts looked up`;
	return left === null ? done : `${done}, about ${rest} left`;
}

interface Report {
	readonly findings: Findings;
	readonly thresholds: UsedThresholds;
	readonly leftAlone: number;
	readonly api: URL;
}

function print(report: Report, { csv, json }: ReportOptions, { out }: Terminal): void {
	const { findings, thresholds, leftAlone, api } = report;
	const effect = measureEffect(findings, thresholds);
	const { tally } = effect;
	if (csv !== null) {
		const userPage = (name: string) =>
			new URL(`index.php?${new URLSearchParams({ title: `User:${name}` })}`, api).href;
		writeFileSync(csv, [...csvFile(listRows(findings, tally, userPage))].join(''));
	}
	if (json) {
		out(jsonLine(documentOf(report, effect)));
		return;
	}
	for (const line of describeEffect(effect, findings, thresholds, leftAlone)) {
		out(line);
	}
	const people = findings.mentors === null ? 'editors' : 'mentees';
	out(`Would opt out ${tally.optedOut.length} of ${tally.mentees} ${people}`);
}

function documentOf({ findings, thresholds, leftAlone, api }: Report, { tally, crosstab }: Effect) {
	const { edits, ages } = sumCrosstab(crosstab);
	const rename = ({ optedOut: wouldOptOut, ...bin }: Bin) => ({ ...bin, wouldOptOut });
	return {
		wiki: api.href,
		asOf: new Date(findings.readAt).toISOString(),
		extension: findings.mentors !== null,
		thresholds,
		leftAlone,
		mentees: tally.mentees,
		wouldOptOut: tally.optedOut.length,
		mentors: (findings.mentors ?? []).map((mentor, index) => ({
			...mentor,
			mentees: tally.perMentor[index]?.mentees,
			wouldOptOut: tally.perMentor[index]?.optedOut,
		})),
		edits: edits.map(rename),
		ages: ages.map(rename),
		unknowns,
	};
}
