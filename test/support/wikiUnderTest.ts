/**
 * What a test needs of a wiki, whichever it is: the demo wiki (`test/support/demoWiki.ts`) or a
 * real MediaWiki (`test/mediawiki/realWiki.ts`). Contract tests and browser journeys are written once,
 * against this.
 */
export interface WikiUnderTest {
	/** For test names: "demo wiki" or "MediaWiki 1.43.9". */
	readonly name: string;
	/** `http://127.0.0.1:PORT`. Pages are at `/index.php/Title`, the Action API at `/api.php`, ResourceLoader at `/load.php`. */
	readonly origin: string;
	/** Creates the account, or changes an existing one to exactly these facts. */
	setPerson(person: TestPerson): Promise<void>;
	/** Saves a page as the administrator, through the Action API. */
	savePage(title: string, text: string): Promise<void>;
	/** Deletes a page as the administrator; a page that does not exist is fine. */
	deletePage(title: string): Promise<void>;
	/** Logs in with the password that every test account has; `null` is a person logged out. */
	logIn(name: string | null): Promise<WikiSession>;
	/** Stops the server and removes what it stored. */
	stop(): Promise<void>;
}

export interface TestPerson {
	readonly name: string;
	readonly editCount: number;
	/** `null`: registered before MediaWiki kept dates. */
	readonly registration: Date | null;
	/** Groups besides `*`, `user`, `autoconfirmed`; e.g. `['sysop', 'interface-admin']`. */
	readonly groups?: readonly string[];
	/** Blocked from editing everywhere, for a day. */
	readonly blocked?: boolean;
}

/** One browser's cookies, and the Action API as that browser would call it. Answers are `formatversion=2`. */
export interface WikiSession {
	/** For Playwright's `context.addCookies`. */
	readonly cookies: ReadonlyArray<{ readonly name: string; readonly value: string }>;
	get(parameters: Readonly<Record<string, string>>): Promise<unknown>;
	/** Adds a fresh csrf token unless the parameters name one. */
	post(parameters: Readonly<Record<string, string>>): Promise<unknown>;
}
