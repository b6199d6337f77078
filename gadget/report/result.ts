import { closeSync, openSync, writeSync } from 'node:fs';
import { csvLine } from '../domain/csv.ts';
import { type Terminal, UsageError } from '../terminal/terminal.ts';
import type { FoundMentee, ProgressFile, ReportState } from './progressFile.ts';
import type { ReportOptions } from './report.ts';
import { createSummary } from './summary.ts';
import { describeSummary, unknowns } from './text.ts';
import type { FoundThresholds, ListedMentor } from './wikiFacts.ts';

/** Goes through what was read once, and prints what comes of it. */
export async function printReport(
	file: ProgressFile,
	{ mentors, mentees, started }: ReportState,
	thresholds: FoundThresholds,
	{ api, csv, json }: ReportOptions,
	terminal: Terminal,
): Promise<void> {
	const listed = mentors ?? [];
	const builder = createSummary(listed, thresholds, started);
	const sheet = csv === null ? null : openSheet(csv);
	for await (const mentee of file.found()) {
		if (builder.add(mentee)) {
			sheet?.add(mentee, listed[mentee.mentor]);
		}
	}
	sheet?.close();
	const summary = builder.summary();
	const leftAlone = (mentees ?? 0) - summary.mentees;
	if (json) {
		const { minEditcount, minTenureInDays, page, enabled } = thresholds;
		const used = { minEditcount, minTenureInDays, page, enabled };
		const asOf = new Date(started).toISOString();
		terminal.out(
			JSON.stringify({ wiki: api.href, asOf, thresholds: used, leftAlone, ...summary, unknowns }),
		);
		return;
	}
	for (const line of describeSummary(summary, thresholds, leftAlone)) {
		terminal.out(line);
	}
	terminal.out(`Would opt out ${summary.wouldOptOut} of ${summary.mentees} mentees`);
}

/** A spreadsheet of those who would be opted out. */
function openSheet(path: string) {
	const sheet = open(path, 'w');
	// Spreadsheets take a file for UTF-8 only if it begins with a byte order mark.
	writeSync(sheet, `\ufeff${csvLine(['mentor', 'mentee', 'edits', 'registration'])}`);
	return {
		add: ({ name, editCount, registration }: FoundMentee, mentor: ListedMentor | undefined) => {
			const date = registration === null ? '' : new Date(registration).toISOString();
			writeSync(sheet, csvLine([mentor?.name ?? '', name, editCount, date]));
		},
		close: () => closeSync(sheet),
	};
}

/**
 * Finds out beforehand: it would be a pity at the end of an hour.
 *
 * @throws UsageError Where the file cannot be written.
 */
export function checkWritable(path: string): void {
	closeSync(open(path, 'a'));
}

function open(path: string, flags: 'w' | 'a'): number {
	try {
		return openSync(path, flags);
	} catch (error) {
		throw new UsageError(`“${path}” cannot be written: ${(error as Error).message}.`);
	}
}
