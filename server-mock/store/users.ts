import type Database from 'libsql';
import { rowOrNull } from './row.ts';

export type Gender = 'unknown' | 'female' | 'male';

export interface UserFacts {
	readonly name: string;
	readonly editCount: number;
	/** Milliseconds since 1970; `null`: registered before dates were kept. */
	readonly registration: number | null;
	/** Without those that every user has (`*`, `user`, `autoconfirmed`). */
	readonly groups: readonly string[];
	readonly gender: Gender;
	/** Sitewide. */
	readonly blocked: boolean;
	/** Milliseconds since 1970; `null` or none: for ever. */
	readonly blockedUntil?: number | null;
	readonly temporary: boolean;
}

export interface User extends UserFacts {
	readonly id: number;
	readonly blockedUntil: number | null;
}

/** An account whose name is hidden is not found. */
export interface UserStore {
	byId(id: number): User | null;
	/** @param name As {@link userName} in `title.ts` writes it. */
	byName(name: string): User | null;
	/** All users by name from `from` on, at most `limit`. */
	list(from: string, limit: number): User[];
	/** Creates the account, or changes an existing one of that name to exactly these facts. */
	put(facts: UserFacts): User;
	countEdit(id: number): void;
	isEmpty(): boolean;
}

type UserRow = Omit<User, 'groups' | 'blocked' | 'temporary'> & {
	readonly groups: string;
	readonly blocked: 0 | 1;
	readonly temporary: 0 | 1;
};

const columns = `id, name, edit_count as editCount, registration, groups, gender, blocked,
	blocked_until as blockedUntil, temporary`;

/** Accounts, on the table `users`. */
export function createUserStore(database: Database.Database): UserStore {
	const byId = database.prepare(`select ${columns} from users where id = ? and hidden = 0`);
	const byName = database.prepare(`select ${columns} from users where name = ? and hidden = 0`);
	const list = database.prepare(
		`select ${columns} from users where name >= ? and hidden = 0 order by name limit ?`,
	);
	const countEdit = database.prepare('update users set edit_count = edit_count + 1 where id = ?');
	const first = database.prepare('select id from users limit 1');
	const put = database.prepare(
		`insert into users (name, edit_count, registration, groups, gender, blocked, blocked_until, temporary)
		values (?, ?, ?, ?, ?, ?, ?, ?)
		on conflict (name) do update set edit_count = excluded.edit_count,
			registration = excluded.registration, groups = excluded.groups,
			gender = excluded.gender, blocked = excluded.blocked,
			blocked_until = excluded.blocked_until, temporary = excluded.temporary
		returning ${columns}`,
	);
	return {
		byId: (id) => userOrNull(byId.get(id)),
		byName: (name) => userOrNull(byName.get(name)),
		list: (from, limit) => (list.all(from, limit) as UserRow[]).map(toUser),
		put: (facts) =>
			userOrNull(
				put.get(
					facts.name,
					facts.editCount,
					facts.registration,
					JSON.stringify(facts.groups),
					facts.gender,
					Number(facts.blocked),
					facts.blockedUntil ?? null,
					Number(facts.temporary),
				),
			) as User,
		countEdit: (id) => {
			countEdit.run(id);
		},
		isEmpty: () => first.get() === undefined,
	};
}

function userOrNull(row: unknown): User | null {
	const found = rowOrNull<UserRow>(row);
	return found === null ? null : toUser(found);
}

function toUser(row: UserRow): User {
	return {
		...row,
		groups: JSON.parse(row.groups) as string[],
		blocked: row.blocked === 1,
		temporary: row.temporary === 1,
	};
}
