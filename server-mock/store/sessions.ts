import { randomBytes } from 'node:crypto';
import type Database from 'libsql';
import { rowOrNull } from './row.ts';

export interface Session {
	/** The cookie's value: a browser that sends it is this person. */
	readonly id: string;
	/** `null`: logged out. */
	readonly userId: number | null;
	/** Proves that a write comes from a page of this session. */
	readonly csrfToken: string;
	/** Proves that a login was begun in this session. */
	readonly loginToken: string;
}

export interface SessionStore {
	find(id: string): Session | null;
	/**
	 * Starts a session. Logging in always starts a new one, so that no one can be made to go on in a
	 * session whose cookie someone else knows.
	 *
	 * @param now Milliseconds since 1970.
	 */
	start(userId: number | null, now: number): Session;
	end(id: string): void;
	/** Ends those started before `time`, in milliseconds since 1970. */
	endOlderThan(time: number): void;
}

/** Who is logged in where, on the table `sessions`. */
export function createSessionStore(database: Database.Database): SessionStore {
	const find = database.prepare(
		`select id, user_id as userId, csrf_token as csrfToken, login_token as loginToken
		from sessions where id = ?`,
	);
	const insert = database.prepare('insert into sessions values (?, ?, ?, ?, ?)');
	const remove = database.prepare('delete from sessions where id = ?');
	const removeOlder = database.prepare('delete from sessions where created < ?');
	return {
		find: (id) => rowOrNull<Session>(find.get(id)),
		start: (userId, now) => {
			const session = { id: secret(), userId, csrfToken: token(), loginToken: token() };
			insert.run(session.id, userId, session.csrfToken, session.loginToken, now);
			return session;
		},
		end: (id) => {
			remove.run(id);
		},
		endOlderThan: (time) => {
			removeOlder.run(time);
		},
	};
}

function secret(): string {
	return randomBytes(20).toString('hex');
}

/** MediaWiki's tokens end in `+\`, so that a proxy that mangles special characters is noticed. */
function token(): string {
	return `${secret()}+\\`;
}
