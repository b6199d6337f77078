import { appendFileSync, createReadStream, existsSync, statSync, truncateSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import type { ListedMentee, ListedMentor } from './wikiFacts.ts';

/*
 * What a report has read so far: a text file of JSON lines, in this order: where it is from, each
 * mentor's mentees, that all are listed, and what was found about them.
 */

const header = z.object({ version: z.literal(1), api: z.string(), started: z.number() });
const mentorsLine = z.object({
	mentors: z.array(z.object({ id: z.number(), name: z.string() })),
});
const listLine = z.object({ mentor: z.number(), ids: z.array(z.number()) });
const listedLine = z.object({ listed: z.number() });
const foundLine = z.object({
	/** How many of all ids have been looked up with this line. */
	upTo: z.number(),
	found: z.array(z.tuple([z.number(), z.string(), z.number(), z.nullable(z.number())])),
});
const line = z.union([header, mentorsLine, listLine, listedLine, foundLine]);

/** How far a report is. */
export interface ReportState {
	readonly api: string;
	/** Milliseconds since 1970. */
	readonly started: number;
	/** `null`: not read yet. */
	readonly mentors: readonly ListedMentor[] | null;
	/** Of how many mentors the mentees are listed. */
	readonly mentorsListed: number;
	/** How many mentees there are; `null`: not all are listed. */
	readonly mentees: number | null;
	readonly lookedUp: number;
}

/** A mentee and their mentor, as an index into the mentors. */
export interface FoundMentee extends Omit<ListedMentee, 'id'> {
	readonly mentor: number;
}

export interface ProgressFile {
	begin(api: string, started: number): void;
	addMentors(mentors: readonly ListedMentor[]): void;
	addList(mentor: number, ids: readonly number[]): void;
	endLists(mentees: number): void;
	addFound(upTo: number, found: readonly FoundMentee[]): void;
	/** @returns `null` where nothing was begun. */
	read(): Promise<ReportState | null>;
	/** All ids with their mentors' indexes, from a certain one on. */
	ids(from: number): AsyncGenerator<{ readonly mentor: number; readonly id: number }>;
	found(): AsyncGenerator<FoundMentee>;
}

export function createProgressFile(path: string): ProgressFile {
	const add = (value: z.infer<typeof line>) => appendFileSync(path, `${JSON.stringify(value)}\n`);
	return {
		begin: (api, started) => add({ version: 1, api, started }),
		addMentors: (mentors) => add({ mentors: [...mentors] }),
		addList: (mentor, ids) => add({ mentor, ids: [...ids] }),
		endLists: (mentees) => add({ listed: mentees }),
		addFound: (upTo, found) =>
			add({
				upTo,
				found: found.map(({ mentor, name, editCount, registration }) => [
					mentor,
					name,
					editCount,
					registration,
				]),
			}),
		read: () => readState(path),
		ids: async function* (from) {
			let index = 0;
			for await (const value of readLines(path)) {
				if ('listed' in value) {
					return;
				}
				for (const id of 'ids' in value ? value.ids : []) {
					if (index++ >= from && 'mentor' in value) {
						yield { mentor: value.mentor, id };
					}
				}
			}
		},
		found: async function* () {
			for await (const value of readLines(path)) {
				for (const [mentor, name, editCount, registration] of 'found' in value ? value.found : []) {
					yield { mentor, name, editCount, registration };
				}
			}
		},
	};
}

async function readState(path: string): Promise<ReportState | null> {
	if (!existsSync(path)) {
		return null;
	}
	let state: ReportState | null = null;
	let bytes = 0;
	for await (const value of readLines(path, (length) => {
		bytes += length;
	})) {
		if ('version' in value) {
			const { api, started } = value;
			state = { api, started, mentors: null, mentorsListed: 0, mentees: null, lookedUp: 0 };
		} else if (state !== null) {
			state = addLine(state, value);
		}
	}
	if (state === null) {
		// Somebody else's file, perhaps.
		return null;
	}
	// Half a line, or one without its end, is what an interruption left.
	const { size } = statSync(path);
	if (bytes < size) {
		truncateSync(path, bytes);
	} else if (bytes > size) {
		appendFileSync(path, '\n');
	}
	return state;
}

function addLine(
	state: ReportState,
	value: Exclude<z.infer<typeof line>, z.infer<typeof header>>,
): ReportState {
	if ('mentors' in value) {
		return { ...state, mentors: value.mentors };
	}
	if ('ids' in value) {
		return { ...state, mentorsListed: value.mentor + 1 };
	}
	return 'listed' in value
		? { ...state, mentees: value.listed }
		: { ...state, lookedUp: value.upTo };
}

/** Up to the first line that is not whole. */
async function* readLines(
	path: string,
	onLine: (bytes: number) => void = () => undefined,
): AsyncGenerator<z.infer<typeof line>> {
	const lines = createInterface({
		input: createReadStream(path),
		crlfDelay: Number.POSITIVE_INFINITY,
	});
	try {
		for await (const text of lines) {
			const parsed = line.safeParse(parse(text));
			if (!parsed.success) {
				return;
			}
			onLine(Buffer.byteLength(text) + 1);
			yield parsed.data;
		}
	} finally {
		lines.close();
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) {
			return null;
		}
		throw error;
	}
}
