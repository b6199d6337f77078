import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import type { Mentorship } from './mentorship.ts';
import type { Messages } from './messages/messages.ts';
import type { MediaWiki } from './site.ts';

/** What the wiki answers requests with. */
export interface Services {
	readonly store: Store;
	readonly mentorship: Mentorship;
	readonly messages: Messages;
	readonly mediaWiki: MediaWiki;
	/** Told of each edit that changed something. */
	readonly onSaved?: ((saved: Saved) => void) | undefined;
}

/** One request: who sent it, and when. */
export interface Visit extends Services {
	/** `null`: logged out. */
	readonly user: User | null;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** An edit that is saved. */
export interface Saved {
	readonly title: string;
	/** `null`: logged out. */
	readonly user: User | null;
	/** The text; `null`: the page is new. */
	readonly before: string | null;
	readonly after: string;
}
