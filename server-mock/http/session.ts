import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Session } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';

/** The cookie that names the session. */
export const sessionCookie = 'demowiki_session';

/** The cookie that names the language of the interface; it outlives a change of person. */
const languageCookie = 'demowiki_language';

/** In milliseconds. */
export const sessionLifetime = 30 * 86_400_000;

/** Scripts cannot read it, and other sites' forms do not send it. */
const attributes = {
	path: '/',
	maxAge: sessionLifetime / 1000,
	httpOnly: true,
	sameSite: 'Lax',
} as const;

/** One request's session, and what becomes of it. */
export interface SessionKeeper {
	/** What this browser chose, or sent; `null` where it did not. */
	language(): string | null;
	chooseLanguage(code: string): void;
	current(): Session | null;
	user(): User | null;
	/** Starts another one in its place; `null` is a person logged out. */
	start(userId: number | null): Session;
	end(): void;
}

/** @param now Milliseconds since 1970. */
export function createSessionKeeper(
	store: Store,
	context: Context,
	now: () => number,
): SessionKeeper {
	const sent = getCookie(context, sessionCookie);
	let session = sent === undefined ? null : store.sessions.find(sent);
	const forget = () => {
		if (session !== null) {
			store.sessions.end(session.id);
		}
		session = null;
	};
	return {
		language: () => getCookie(context, languageCookie) ?? null,
		chooseLanguage: (code) => setCookie(context, languageCookie, code, attributes),
		current: () => session,
		user: () => {
			const userId = session?.userId ?? null;
			return userId === null ? null : store.users.byId(userId);
		},
		start: (userId) => {
			forget();
			const started = store.sessions.start(userId, now());
			session = started;
			setCookie(context, sessionCookie, started.id, attributes);
			return started;
		},
		end: () => {
			forget();
			deleteCookie(context, sessionCookie, attributes);
		},
	};
}

/** The csrf token of all who are logged out. */
export const anonymousToken = '+\\';

/** What a write in this session has to prove. */
export function csrfTokenOf(session: Session | null): string {
	return session?.userId == null ? anonymousToken : session.csrfToken;
}
