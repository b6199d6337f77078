import type { Session } from './store/sessions.ts';
import type { Store } from './store/store.ts';
import type { User } from './store/users.ts';

/** The cookie that names the session. */
export const sessionCookie = 'demowiki_session';

/** One request's session, and what becomes of it. */
export interface SessionKeeper {
	current(): Session | null;
	user(): User | null;
	/** Starts another one in its place; `null` is somebody logged out. */
	start(userId: number | null): Session;
	end(): void;
	/** For the header `Set-Cookie`; `null` where nothing changed. */
	cookie(): string | null;
}

/**
 * @param cookies The request's header `Cookie`.
 * @param now Milliseconds since 1970.
 */
export function createSessionKeeper(
	store: Store,
	cookies: string | undefined,
	now: () => number,
): SessionKeeper {
	const sent = readCookie(cookies ?? '', sessionCookie);
	let session = sent === null ? null : store.sessions.find(sent);
	let cookie: string | null = null;
	const end = () => {
		if (session !== null) {
			store.sessions.end(session.id);
		}
		session = null;
		cookie = cookieOf('', 0);
	};
	return {
		current: () => session,
		user: () => {
			const userId = session?.userId ?? null;
			return userId === null ? null : store.users.byId(userId);
		},
		start: (userId) => {
			end();
			const started = store.sessions.start(userId, now());
			session = started;
			cookie = cookieOf(started.id, sessionLifetime / 1000);
			return started;
		},
		end,
		cookie: () => cookie,
	};
}

/** In milliseconds. */
export const sessionLifetime = 30 * 86_400_000;

/** Scripts cannot read it, and other sites' forms do not send it. */
function cookieOf(value: string, maxAge: number): string {
	return `${sessionCookie}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
}

function readCookie(header: string, name: string): string | null {
	const pair = header.split(';').find((part) => part.trim().startsWith(`${name}=`));
	return pair === undefined ? null : pair.trim().slice(name.length + 1);
}

/** The csrf token of everybody who is logged out. */
export const anonymousToken = '+\\';

/** What a write in this session has to prove. */
export function csrfTokenOf(session: Session | null): string {
	return session?.userId == null ? anonymousToken : session.csrfToken;
}
