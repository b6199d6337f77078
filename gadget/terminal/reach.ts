import type { Patience } from '../scan/insist.ts';
import { valued } from './arguments.ts';
import { createFetch, type Fetch } from './fetch.ts';
import { findApi } from './findApi.ts';

/** What every command that acts on a wiki can be told. */
export const wikiOptions = {
	wiki: valued('URL', 'any address of the wiki, or its api.php'),
	contact: valued('WHO', 'an address for the wiki’s operators, sent with each request'),
} as const;

/** A wiki that a command has found, and how it asks there. */
export interface Reach {
	readonly api: URL;
	/** Without a login. */
	readonly fetch: Fetch;
	readonly patience: Patience;
	readonly signal: AbortSignal;
}

export interface ReachOptions {
	/** As it was typed. */
	readonly address: URL;
	/** How the wiki's operators can reach the person who runs the command. */
	readonly contact: string | null;
	readonly wait: Patience['wait'];
	/** Says that the wiki is busy. */
	readonly say: (line: string) => void;
	readonly signal: AbortSignal;
}

/** @throws UsageError, ApiError As {@link findApi} does. */
export async function reachWiki(options: ReachOptions): Promise<Reach> {
	const { address, contact, wait, say, signal } = options;
	const fetch = createFetch(contact, signal);
	const patience: Patience = {
		wait,
		onWait: (seconds, reason) => {
			if (seconds !== null) {
				say(`The wiki is busy (${reason}): waiting ${seconds} s.`);
			}
		},
	};
	return { api: await findApi(address, fetch, patience, signal), fetch, patience, signal };
}
