import type { Session } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';

/** The cookie that names the session. */
export const sessionCookie = 'demowiki_session';

/** The cookie that names the language of the interface, for whoever this browser is. */
const languageCookie = 'demowiki_language';

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
	/** For headers `Set-Cookie`; none where nothing changed. */
	cookies(): string[];
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
	let language = readCookie(cookies ?? '', languageCookie);
	const changed = new Map<string, string>();
	const end = () => {
		if (session !== null) {
			store.sessions.end(session.id);
		}
		session = null;
		changed.set(sessionCookie, cookieOf(sessionCookie, '', 0));
	};
	return {
		language: () => language,
		chooseLanguage: (code) => {
			language = code;
			changed.set(languageCookie, cookieOf(languageCookie, code, sessionLifetime / 1000));
		},
		current: () => session,
		user: () => {
			const userId = session?.userId ?? null;
			return userId === null ? null : store.users.byId(userId);
		},
		start: (userId) => {
			end();
			const started = store.sessions.start(userId, now());
			session = started;
			const lifetime = sessionLifetime / 1000;
			changed.set(sessionCookie, cookieOf(sessionCookie, started.id, lifetime));
			return started;
		},
		end,
		cookies: () => [...changed.values()],
	};
}

/** In milliseconds. */
export const sessionLifetime = 30 * 86_400_000;

/** Scripts cannot read it, and other sites' forms do not send it. */
function cookieOf(name: string, value: string, maxAge: number): string {
	return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
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
