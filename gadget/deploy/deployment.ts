import type { Fetch } from '../terminal/fetch.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { BuiltPages } from './builtPages.ts';
import type { Editor } from './editor.ts';
import type { DeployOptions } from './options.ts';
import type { Site, Wiki, WikiUser } from './wiki.ts';

/** What the steps of one run share. */
export interface Deployment {
	readonly options: DeployOptions;
	readonly terminal: Terminal;
	readonly wiki: Wiki;
	readonly editor: Editor;
	readonly site: Site;
	/** All pages of the build, in the wiki's language. */
	readonly built: BuiltPages;
	readonly user: WikiUser;
	readonly summary: string;
	/** Without a login. */
	readonly fetch: Fetch;
	/** Resolves after so many seconds. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}
