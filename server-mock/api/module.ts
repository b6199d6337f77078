import type { Session } from '../store/sessions.ts';
import type { Visit } from '../wiki/visit.ts';
import type { Parameters } from './parameters.ts';
import type { Warn } from './warning.ts';

/** What a module may use while it answers one request. */
export interface ApiContext extends Visit {
	/** `null`: the browser sent no cookie of ours. */
	readonly session: Session | null;
	readonly warn: Warn;
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
