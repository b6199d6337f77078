import type Database from 'libsql';

/** A mentor's line. */
export interface MentorTally {
	/** `null`: those who have no mentor. */
	readonly name: string | null;
	readonly seen: number;
	readonly graduates: number;
}

/** Numbers by a mentor's user id; `null`: without a mentor. */
type Numbers = Map<number | null, number>;

/** How many mentees each mentor has now, those who have left the list included. */
export function menteesPerMentor(database: Database.Database): Numbers {
	// With the condition of the index, so that a million rows are counted without reading them.
	const mentored = database.prepare(
		`select mentor_id, count(*) from mentees
		where mentor_id is not null group by mentor_id`,
	);
	const numbers = readNumbers(mentored.raw().iterate());
	const sum = [...numbers.values()].reduce((total, number) => total + number, 0);
	const rest = countMentees(database) - sum;
	return rest > 0 ? numbers.set(null, rest) : numbers;
}

export function countMentees(database: Database.Database): number {
	const { mentees } = database.prepare('select count(*) as mentees from mentees').get() as {
		mentees: number;
	};
	return mentees;
}

/** Whose mentees a run opted out. */
export function graduatesPerMentor(database: Database.Database, runId: number): Numbers {
	const entries = database.prepare(
		'select mentor_id, count(*) from graduation_entries where run_id = ? group by mentor_id',
	);
	return readNumbers(entries.raw().iterate(runId));
}

/** Lines by the mentors' names; those without a mentor come last. */
export function tallyMentors(
	database: Database.Database,
	seen: ReadonlyMap<number | null, number>,
	graduates: ReadonlyMap<number | null, number>,
): MentorTally[] {
	const findName = database.prepare('select name from users where id = ?');
	const lines = [...seen].map(([id, count]) => ({
		name: id === null ? null : (findName.get(id) as { name: string }).name,
		seen: count,
		graduates: graduates.get(id) ?? 0,
	}));
	return lines.sort((one, other) =>
		one.name === null ? 1 : other.name === null ? -1 : one.name < other.name ? -1 : 1,
	);
}

function readNumbers(rows: Iterable<unknown>): Numbers {
	return new Map(rows as Iterable<[number | null, number]>);
}
