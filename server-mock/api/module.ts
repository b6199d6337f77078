import type { Session } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import type { Saved } from '../wiki/editing.ts';
import type { Mentorship } from '../wiki/mentorship.ts';
import type { Messages } from '../wiki/messages/messages.ts';
import type { MediaWiki } from '../wiki/site.ts';
import type { Parameters } from './parameters.ts';
import type { Warn } from './warning.ts';

/** What a module may use while it answers one request. */
export interface ApiContext {
	readonly store: Store;
	readonly mentorship: Mentorship;
	readonly messages: Messages;
	readonly mediaWiki: MediaWiki;
	/** `null`: the browser sent no cookie of ours. */
	readonly session: Session | null;
	/** `null`: logged out. */
	readonly user: User | null;
	/** Of the request, in milliseconds since 1970. */
	readonly now: number;
	readonly warn: Warn;
	/** Told of each edit. */
	readonly onSaved?: (saved: Saved) => void;
	/** Answers with a new session's cookie; `null` starts one that is logged out. */
	startSession(userId: number | null): Session;
	endSession(): void;
}

export type ApiAnswer = Readonly<Record<string, unknown>>;

/**
 * A value of `action`. `prepare` reads all of the module's parameters, and so refuses what is wrong
 * with them before the token is looked at; what it returns then does the work.
 */
export interface ActionModule {
	/** Changes the wiki: only by POST, with a csrf token. */
	readonly writes?: true;
	/** The parameter that holds a token for logging in: only by POST, too. */
	readonly loginToken?: string;
	prepare(parameters: Parameters): (context: ApiContext) => ApiAnswer;
}

/** What a query module adds to the answer. */
export interface QueryAnswer {
	/** Under `query`. */
	readonly query?: ApiAnswer;
	/** Beside `query`: GrowthExperiments' modules answer there. */
	readonly top?: ApiAnswer;
	/** Parameters that ask for the rest. */
	readonly continue?: Readonly<Record<string, string>>;
}

/** A value of `meta` or `list`. */
export interface QueryModule {
	prepare(parameters: Parameters): (context: ApiContext) => QueryAnswer;
}
