import type Database from 'libsql';
import type { MentorshipState } from '../../gadget/domain/mentee.ts';

export interface MenteeStore {
	/** `enabled` where nothing is stored. */
	stateOf(userId: number): MentorshipState;
	setState(userId: number, state: MentorshipState): void;
	/** The primary mentor's user id. */
	mentorOf(userId: number): number | null;
	/** @param mentorId `null` drops the relationship. */
	setMentor(userId: number, mentorId: number | null): void;
	/** Whether a person enabled mentorship themselves: then the rule leaves them alone. */
	hasAsked(userId: number): boolean;
	noteAsked(userId: number, hasAsked: boolean): void;
	/** A mentor's mentees, by user id; named accounts, and not those whose name is hidden. */
	menteesOf(mentorId: number): { readonly id: number; readonly name: string }[];
}

/** Mentorship as GrowthExperiments keeps it: a state, and at most one primary mentor. */
export function createMenteeStore(database: Database.Database): MenteeStore {
	const find = database.prepare('select state, mentor_id from mentees where user_id = ?');
	const putState = database.prepare(
		`insert into mentees (user_id, state) values (?, ?)
		on conflict (user_id) do update set state = excluded.state`,
	);
	const putMentor = database.prepare(
		`insert into mentees (user_id, state, mentor_id) values (?, 'enabled', ?)
		on conflict (user_id) do update set mentor_id = excluded.mentor_id`,
	);
	const menteesOf = database.prepare(
		`select users.id, users.name from mentees join users on users.id = mentees.user_id
		where mentor_id = ? and hidden = 0 and temporary = 0 order by user_id`,
	);
	const findAsked = database.prepare("select 1 from asked where user_id = ? and source = 'status'");
	const putAsked = database.prepare("insert or ignore into asked values (?, 'status')");
	const removeAsked = database.prepare("delete from asked where user_id = ? and source = 'status'");
	const row = (userId: number) =>
		find.get(userId) as { state: MentorshipState; mentor_id: number | null } | undefined;
	return {
		stateOf: (userId) => row(userId)?.state ?? 'enabled',
		setState: (userId, state) => {
			putState.run(userId, state);
		},
		mentorOf: (userId) => row(userId)?.mentor_id ?? null,
		setMentor: (userId, mentorId) => {
			putMentor.run(userId, mentorId);
		},
		hasAsked: (userId) => findAsked.get(userId) !== undefined,
		noteAsked: (userId, hasAsked) => {
			(hasAsked ? putAsked : removeAsked).run(userId);
		},
		menteesOf: (mentorId) => menteesOf.all(mentorId) as { id: number; name: string }[],
	};
}
