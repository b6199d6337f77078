import type { ProgressFile, ReportState } from './progressFile.ts';
import { idsAtOnce, type ListedMentor, type WikiFacts } from './wikiFacts.ts';

export interface ReaderDependencies {
	readonly facts: WikiFacts;
	readonly file: ProgressFile;
	/** The wiki's address, for the file. */
	readonly api: string;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/**
 * Reads all mentees of a wiki into the file, a request at a time, and goes on where the file ends.
 * Of the mentees no more than one batch, or one mentor's ids, is held. Gives the state after each
 * request.
 *
 * @throws WikiError
 */
export async function* readWiki(dependencies: ReaderDependencies): AsyncGenerator<ReportState> {
	const { facts, file, api, now } = dependencies;
	let state = await file.read();
	if (state === null) {
		file.begin(api, now());
		state = await file.read();
	}
	if (state === null) {
		throw new Error('The file that was just begun is not there.');
	}
	if (state.mentors === null) {
		const mentors = await facts.mentors();
		if (mentors === null) {
			return;
		}
		file.addMentors(mentors);
		state = { ...state, mentors };
		yield state;
	}
	for await (state of listMentees(dependencies, state, state.mentors ?? [])) {
		yield state;
	}
	yield* lookUpMentees(dependencies, state);
}

async function* listMentees(
	{ facts, file }: ReaderDependencies,
	before: ReportState,
	mentors: readonly ListedMentor[],
): AsyncGenerator<ReportState> {
	let state = before;
	for (const [index, { name }] of mentors.entries()) {
		if (index >= state.mentorsListed) {
			file.addList(index, await facts.menteesOf(name));
			state = { ...state, mentorsListed: index + 1 };
			yield state;
		}
	}
	if (state.mentees === null) {
		let mentees = 0;
		for await (const _id of file.ids(0)) {
			mentees++;
		}
		file.endLists(mentees);
		yield { ...state, mentees };
	}
}

async function* lookUpMentees(
	{ facts, file }: ReaderDependencies,
	before: ReportState,
): AsyncGenerator<ReportState> {
	let state = before;
	let batch = new Map<number, number>();
	let read = state.lookedUp;
	const lookUp = async () => {
		const mentees = await facts.lookUp([...batch.keys()]);
		const found = mentees.map(({ id, ...mentee }) => ({ ...mentee, mentor: batch.get(id) ?? 0 }));
		file.addFound(read, found);
		batch = new Map();
		state = { ...state, lookedUp: read };
		return state;
	};
	for await (const { id, mentor } of file.ids(state.lookedUp)) {
		batch.set(id, mentor);
		read++;
		if (batch.size === idsAtOnce) {
			yield await lookUp();
		}
	}
	if (batch.size > 0) {
		yield await lookUp();
	}
}
