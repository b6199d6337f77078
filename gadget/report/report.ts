import { existsSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { highestThreshold } from '../domain/thresholds.ts';
import { readArguments, readWholeNumber } from '../terminal/arguments.ts';
import { createPoliteClient, userAgentOf, WikiError } from '../terminal/politeClient.ts';
import { exitCodes, type Terminal, UsageError } from '../terminal/terminal.ts';
import { createReportProgress } from './progress.ts';
import { createProgressFile, type ProgressFile, type ReportState } from './progressFile.ts';
import { readWiki } from './reader.ts';
import { checkWritable, printReport } from './result.ts';
import { createWikiFacts, type FoundThresholds, type WikiFacts } from './wikiFacts.ts';

/** What `--help` says. */
export const reportUsage = `npm run report -- --wiki URL [--min-edits N] [--min-days D] [--csv FILE] [--json]
                 [--contact WHO] [--state FILE]
Says whom the rule would opt out on a wiki, by its public API and without logging in.
  --wiki URL      the wiki's api.php
  --min-edits N   instead of the wiki's own number of edits
  --min-days D    instead of the wiki's own account age
  --csv FILE      writes who they are to this file
  --json          the result as JSON
  --contact WHO   an address for the wiki's operators, sent with each request
  --state FILE    where it notes how far it is, to go on after an interruption
Exit code: 0 done, 1 failed, 2 wrong option, 3 nothing to report on, 130 interrupted.`;

/**
 * `npm run report`: who would be opted out on a wiki, by what its public API says to anybody.
 *
 * @returns The exit code: 3 where the wiki has no mentors to report on.
 * @throws UsageError
 */
export async function report(args: readonly string[], terminal: Terminal): Promise<number> {
	const options = readOptions(args);
	const { api, contact, state: path } = options;
	if (options.csv !== null) {
		checkWritable(options.csv);
	}
	const file = createProgressFile(path);
	const before = existsSync(path) ? await file.read() : null;
	if (before === null && existsSync(path)) {
		throw new UsageError(`“${path}” is no report’s file; name another with --state FILE.`);
	}
	if (before !== null && before.api !== api.href) {
		throw new UsageError(`“${path}” is of another wiki; name another with --state FILE.`);
	}
	if (before !== null) {
		terminal.note(`Going on with ${path}, begun ${new Date(before.started).toISOString()}.`);
	}
	const progress = createReportProgress(terminal);
	const client = createPoliteClient({
		api,
		userAgent: userAgentOf('MentorshipGadgetReport/0.1', contact),
		fetch,
		wait: (seconds, signal) => wait(seconds * 1000, undefined, { signal }),
		onWait: (reason, seconds) =>
			progress.say(`The wiki is busy (${reason}): waiting ${seconds} s.`),
		signal: terminal.interrupted,
	});
	try {
		const facts = createWikiFacts(client);
		return await readAndPrint(facts, file, options, terminal);
	} catch (error) {
		progress.clear();
		return explain(error, options, terminal);
	}
}

export type ReportOptions = ReturnType<typeof readOptions>;

function readOptions(args: readonly string[]) {
	const values = readArguments(args, {
		wiki: { type: 'string' },
		'min-edits': { type: 'string' },
		'min-days': { type: 'string' },
		csv: { type: 'string' },
		json: { type: 'boolean', default: false },
		contact: { type: 'string' },
		state: { type: 'string' },
	});
	const api = readAddress(values.wiki);
	return {
		api,
		minEdits: readWholeNumber('--min-edits', values['min-edits'], 0, highestThreshold),
		minDays: readWholeNumber('--min-days', values['min-days'], 0, highestThreshold),
		csv: values.csv ?? null,
		json: values.json,
		contact: values.contact ?? null,
		state: values.state ?? `mentorship-report-${api.host.replace(/[^\w.-]/g, '-')}.jsonl`,
	};
}

function readAddress(text: string | undefined): URL {
	if (text === undefined) {
		throw new UsageError('It takes --wiki with the address of the wiki’s api.php.');
	}
	const address = URL.canParse(text) ? new URL(text) : null;
	if (address === null || !/^https?:$/.test(address.protocol)) {
		throw new UsageError(`--wiki is “${text}”: it must be the whole address of its api.php.`);
	}
	return address;
}

async function readAndPrint(
	facts: WikiFacts,
	file: ProgressFile,
	options: ReportOptions,
	terminal: Terminal,
): Promise<number> {
	const progress = createReportProgress(terminal);
	const found = await facts.thresholds();
	const { minEdits = found.minEditcount, minDays = found.minTenureInDays } = options;
	const thresholds = { ...found, minEditcount: minEdits, minTenureInDays: minDays };
	let state: ReportState | null = null;
	const { api } = options;
	for await (state of readWiki({ facts, file, api: api.href, now: terminal.now })) {
		progress.show(state);
	}
	progress.clear();
	state ??= await file.read();
	if (state === null || state.mentors === null || state.mentors.length === 0) {
		rmSync(options.state, { force: true });
		return sayNothing(state, thresholds, options, terminal);
	}
	await printReport(file, state, thresholds, options, terminal);
	// It has served its purpose; the next report reads everything anew.
	rmSync(options.state);
	return exitCodes.done;
}

function sayNothing(
	state: ReportState | null,
	thresholds: FoundThresholds,
	{ api, json }: ReportOptions,
	terminal: Terminal,
): number {
	const isWithout = state === null || state.mentors === null;
	const reason = isWithout
		? 'This wiki has no GrowthExperiments extension: it keeps no mentees that could be counted.'
		: 'This wiki has no mentors on its list: there are no mentees to count.';
	terminal.out(
		json
			? JSON.stringify({ wiki: api.href, extension: !isWithout, mentors: [], thresholds })
			: reason,
	);
	if (json) {
		terminal.note(reason);
	}
	return exitCodes.off;
}

function explain(error: unknown, { state }: ReportOptions, { note, interrupted }: Terminal) {
	const isKept = existsSync(state);
	const rest = isKept ? ` What was read is in ${state}: to go on, say the same again.` : '';
	if (interrupted.aborted) {
		note(`Interrupted.${rest}`);
		return exitCodes.interrupted;
	}
	if (error instanceof WikiError) {
		note(
			`The wiki does not answer as it should (${error.code}): ${error.message.replace(/\.$/, '')}.${rest}`,
		);
		return error.code === 'no-api' ? exitCodes.wrong : exitCodes.failed;
	}
	throw error;
}
