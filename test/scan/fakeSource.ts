import type { MenteeBatch, MenteeSource } from '../../gadget/scan/mentees.ts';

interface FakeWiki {
	/** Each mentor's mentees, by user id. */
	readonly menteesByMentor: number[][];
	/** User ids that are gone. */
	readonly gone?: number[];
	readonly batchSize: number;
}

/** Accounts as the fake wikis here know them: ten times as many edits as their id, every fifth of unknown age. */
export function batchOf(ids: readonly number[], mentors: readonly number[], gone: number[] = []) {
	const present = ids.map((_id, index) => index).filter((index) => !gone.includes(ids[index] ?? 0));
	const batch: MenteeBatch = {
		ids: present.map((index) => ids[index] ?? 0),
		mentors: present.map((index) => mentors[index] ?? 0),
		names: present.map((index) => `User ${ids[index]}`),
		editCounts: present.map((index) => (ids[index] ?? 0) * 10),
		registrations: present.map((index) => ((ids[index] ?? 0) % 5 ? (ids[index] ?? 0) : Number.NaN)),
	};
	return batch;
}

/** A wiki with the extension. @param requests Where it notes what it was asked. */
export function sourceOf(
	{ menteesByMentor, gone, batchSize }: FakeWiki,
	requests: string[] = [],
): MenteeSource {
	return {
		findBatchSize: async () => batchSize,
		findMentors: async () => menteesByMentor.map((_all, id) => ({ id, name: `Mentor ${id}` })),
		async findMentees({ id, name }, signal) {
			signal.throwIfAborted();
			requests.push(name);
			return menteesByMentor[id] ?? [];
		},
		async lookUp({ ids, mentors }, signal) {
			signal.throwIfAborted();
			requests.push(ids.join());
			return batchOf(ids, mentors, gone);
		},
		countActiveEditors: async () => 0,
		findActiveEditors: async () => ({ batch: batchOf([], []), next: null }),
	};
}

/** A wiki without it, whose active editors come in pages. */
export function plainSource(pages: number[][], requests: string[]): MenteeSource {
	return {
		...sourceOf({ menteesByMentor: [], batchSize: 2 }),
		findMentors: async () => null,
		countActiveEditors: async () => 3,
		async findActiveEditors(from, _size, signal) {
			signal.throwIfAborted();
			requests.push(`from ${Number(from)}`);
			const page = Number(from);
			const next = page + 1 < pages.length ? String(page + 1) : null;
			return { batch: batchOf(pages[page] ?? [], []), next };
		},
	};
}
