import type Database from 'libsql';
import type { Thresholds } from '../../gadget/domain/thresholds.ts';
import { rowOrNull } from '../store/row.ts';

/** What set a run off: the command, a mentee's own edit, a new configuration, the time. */
export type Cause = 'command' | 'edit' | 'configuration' | 'period';

/**
 * - `superseded`: the thresholds changed, and another run began with the new ones.
 * - `stopped`: the rule was turned off.
 * - `undone`: those whom it opted out were restored.
 */
export type RunOutcome = 'finished' | 'superseded' | 'stopped' | 'undone';

/** One walk through the mentees with one set of thresholds. */
export interface Run {
	readonly id: number;
	readonly cause: Cause;
	readonly minEditcount: number;
	readonly minTenureInDays: number;
	/** Milliseconds since 1970; the rule goes by this time. */
	readonly started: number;
	/** Milliseconds since 1970; `null`: under way, or interrupted and to be continued. */
	readonly ended: number | null;
	readonly outcome: RunOutcome | null;
	/** The last user id that is done. */
	readonly position: number;
	/** How many there were to go through when it began. */
	readonly mentees: number;
	readonly seen: number;
	readonly graduated: number;
}

export type Journal = ReturnType<typeof createJournal>;

const columns = `id, cause, min_editcount as minEditcount,
	min_tenure_in_days as minTenureInDays, started, ended, outcome, position, mentees, seen, graduated`;

/** The runs, on the table `graduation_runs`. */
export function createJournal(database: Database.Database) {
	const insert = database.prepare(
		`insert into graduation_runs
			(cause, min_editcount, min_tenure_in_days, started, position, mentees, seen, graduated)
		values (?, ?, ?, ?, ?, ?, 0, 0) returning ${columns}`,
	);
	const select = (condition: string) =>
		database.prepare(
			`select ${columns} from graduation_runs where ${condition} order by id desc limit 1`,
		);
	const byId = select('id = ?');
	const unfinished = select('ended is null');
	const sweeps = select("cause != 'edit'");
	const advance = database.prepare(
		`update graduation_runs set position = ?, seen = seen + ?, graduated = graduated + ?
		where id = ?`,
	);
	const end = database.prepare('update graduation_runs set outcome = ?, ended = ? where id = ?');
	return {
		begin(
			cause: Cause,
			{ minEditcount, minTenureInDays }: Thresholds,
			{ started, position, mentees }: Pick<Run, 'started' | 'position' | 'mentees'>,
		): Run {
			const numbers = [minEditcount, minTenureInDays, started, position, mentees];
			return rowOrNull<Run>(insert.get(cause, ...numbers)) as Run;
		},
		find: (id: number) => rowOrNull<Run>(byId.get(id)),
		/** A run that was begun and not ended. */
		findUnfinished: () => rowOrNull<Run>(unfinished.get()),
		/** The newest run through all mentees. */
		latest: () => rowOrNull<Run>(sweeps.get()),
		/** Adds a batch to a run. */
		advance(
			id: number,
			{ position, seen, graduated }: Pick<Run, 'position' | 'seen' | 'graduated'>,
		) {
			advance.run(position, seen, graduated, id);
		},
		end(id: number, outcome: RunOutcome, ended: number) {
			end.run(outcome, ended, id);
		},
	};
}
