import type Database from 'libsql';

/** A mentor's line. */
export interface MentorTally {
	/** `null`: those who have no mentor. */
	readonly name: string | null;
	readonly seen: number;
	readonly graduates: number;
}

/** Numbers by a mentor's user id; `null`: of nobody. */
type Numbers = Map<number | null, number>;

/**
 * How many mentees each mentor has now, those who have left the list included.
 *
 * @param mentorId Only this mentor; `null`: all.
 */
export function menteesPerMentor(database: Database.Database, mentorId: number | null): Numbers {
	// With the condition of the index, so that a million rows are counted without reading them.
	const mentored = database.prepare(
		`select mentor_id, count(*) from mentees
		where mentor_id is not null and (?1 is null or mentor_id = ?1) group by mentor_id`,
	);
	const numbers = readNumbers(mentored.raw().iterate([mentorId]));
	if (mentorId === null) {
		const all = database.prepare('select count(*) as all_mentees from mentees').get();
		const sum = [...numbers.values()].reduce((total, number) => total + number, 0);
		const rest = (all as { all_mentees: number }).all_mentees - sum;
		return rest > 0 ? numbers.set(null, rest) : numbers;
	}
	return numbers;
}

/** Whose mentees a run opted out. */
export function graduatesPerMentor(database: Database.Database, runId: number): Numbers {
	const entries = database.prepare(
		'select mentor_id, count(*) from graduation_entries where run_id = ? group by mentor_id',
	);
	return readNumbers(entries.raw().iterate(runId));
}

/**
 * The last user id among each mentor's mentees, in order: behind it, that mentor is done.
 *
 * @param mentorId Only this mentor; `null`: all.
 */
export function lastMenteePerMentor(
	database: Database.Database,
	mentorId: number | null,
): Float64Array {
	const last = database.prepare(
		`select mentor_id, max(user_id) from mentees
		where mentor_id is not null and (?1 is null or mentor_id = ?1) group by mentor_id`,
	);
	return Float64Array.from(readNumbers(last.raw().iterate([mentorId])).values()).sort();
}

/** Lines by the mentors' names. */
export function* tallyMentors(
	database: Database.Database,
	seen: ReadonlyMap<number | null, number>,
	graduates: ReadonlyMap<number | null, number>,
): Generator<MentorTally> {
	const name = database.prepare('select name from users where id = ?');
	const ids = new Set([...seen.keys(), ...graduates.keys()]);
	const named = [...ids].map((id) => ({
		id,
		name: id === null ? null : (name.get(id) as { name: string }).name,
	}));
	// Those without a mentor come last.
	named.sort((one, other) =>
		one.name === null ? 1 : other.name === null ? -1 : one.name < other.name ? -1 : 1,
	);
	for (const mentor of named) {
		const seenCount = seen.get(mentor.id) ?? 0;
		const count = graduates.get(mentor.id) ?? 0;
		yield { name: mentor.name, seen: seenCount, graduates: count };
	}
}

function readNumbers(rows: Iterable<unknown>): Numbers {
	const numbers: Numbers = new Map();
	for (const [mentor, number] of rows as Iterable<[number, number]>) {
		numbers.set(mentor, number);
	}
	return numbers;
}
