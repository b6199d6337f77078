import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { UsageError } from '../terminal/terminal.ts';
import type { MenteeBatch } from './mentees.ts';
import type { Scan, ScanStore } from './scanStore.ts';

/**
 * A scan's store in a file of JSON lines, each step of it a line: after an interruption it goes on
 * after the last line that is whole.
 */
export interface FileStore extends ScanStore {
	/** It has served its purpose. */
	remove(): void;
}

interface Header {
	readonly mentorshipReport: 2;
	readonly wiki: string;
}

/** What changed with a step. Mentors, which are many and do not change, stand in the first only. */
interface Step {
	readonly scan: Partial<Scan>;
	readonly assigned?: readonly number[];
	readonly batch?: MenteeBatch;
}

/**
 * @param wiki The wiki's address: a file of another wiki's is left alone.
 * @throws UsageError
 */
export function createFileStore(path: string, wiki: string): FileStore {
	const assigned: Array<readonly number[]> = [];
	const batches: MenteeBatch[] = [];
	let current: Scan | undefined;

	function take({ scan, assigned: ids, batch }: Step): void {
		current = { ...current, ...scan } as Scan;
		if (ids !== undefined) {
			assigned[current.mentorsListed - 1] = ids;
		}
		if (batch !== undefined) {
			batches[current.batches - 1] = batch;
		}
	}

	function write(step: Step): void {
		if (!existsSync(path)) {
			append(path, { mentorshipReport: 2, wiki } satisfies Header);
		}
		append(path, step);
		take(step);
	}

	const withoutMentors = ({ mentors: _mentors, ...scan }: Scan): Partial<Scan> => scan;
	const discard = () => rmSync(path, { force: true });

	for (const step of readSteps(path, wiki)) {
		take(step);
	}
	return {
		read: async (kind) =>
			(current?.finishedAt === null) === (kind === 'running') ? current : undefined,
		update: async (scan) => write({ scan }),
		addAssigned: async (scan, _mentor, ids) => write({ scan: withoutMentors(scan), assigned: ids }),
		addBatch: async (scan, batch) => write({ scan: withoutMentors(scan), batch }),
		assignedTo: async (_scan, mentor) => assigned[mentor] ?? [],
		batchAt: async (_scan, index) => batches[index],
		finish: async (scan) => write({ scan: withoutMentors(scan) }),
		discardRunning: async () => discard(),
		remove: discard,
	};
}

function append(path: string, value: Header | Step): void {
	touch(path, 'written', () => appendFileSync(path, `${JSON.stringify(value)}\n`));
}

/** Reads the file, and cuts off half a line at its end, which is what an interruption left. */
function readSteps(path: string, wiki: string): Step[] {
	const text = existsSync(path) ? touch(path, 'read', () => readFileSync(path, 'utf8')) : '';
	const whole = text.slice(0, text.lastIndexOf('\n') + 1);
	const [first = '', ...lines] = whole.split('\n').slice(0, -1);
	if (text === '') {
		return [];
	}
	const isReport = first.startsWith('{"mentorshipReport":2,');
	if (!isReport) {
		throw new UsageError(`“${path}” is not a report’s file; name another with --state FILE.`);
	}
	if (parseLine<Header>(path, first).wiki !== wiki) {
		throw new UsageError(`“${path}” is of another wiki; name another with --state FILE.`);
	}
	const steps = lines.map((line) => parseLine<Step>(path, line));
	touch(path, 'written', () => truncateSync(path, Buffer.byteLength(whole)));
	return steps;
}

function parseLine<Value>(path: string, line: string): Value {
	try {
		return JSON.parse(line, (key, value) => (key === 'registrations' ? dates(value) : value));
	} catch {
		throw new UsageError(`“${path}” is damaged; delete it, or name another with --state FILE.`);
	}
}

/** What cannot be done with the file is said in one line. */
function touch<Result>(path: string, what: 'read' | 'written', work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		throw new UsageError(`“${path}” cannot be ${what}: ${(error as Error).message}.`);
	}
}

/** JSON has no NaN, and writes `null`. */
function dates(registrations: ReadonlyArray<number | null>): number[] {
	return registrations.map((registration) => registration ?? Number.NaN);
}
