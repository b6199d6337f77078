import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestPerson, WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';
import { type Extensions, findExtensions, hasGrowth } from './extensions.ts';
import { documentsOf, environment, install, type Place } from './installation.ts';
import { prepareMediaWikiFiles } from './mediawikiFiles.ts';
import { savePageIfMissing } from './pages.ts';
import { administrator, password } from './people.ts';
import { freePort, startPhpServer } from './phpServer.ts';
import { createAccount, createSession, logIn, succeeded } from './session.ts';
import { accountExists, writeFacts } from './userTable.ts';

export interface RealWiki extends WikiUnderTest {
	/** Its database and log. */
	readonly folder: string;
}

export interface RealWikiOptions {
	/** Any free one unless told. */
	readonly port?: number;
	/** Where the wiki is kept, or was kept by an earlier start. A temporary one unless told. */
	readonly folder?: string;
	/** Besides Gadgets, which every wiki has. None unless told. */
	readonly extensions?: Extensions;
}

/**
 * Starts a MediaWiki with the extension Gadgets, on SQLite, on the loopback interface only; with
 * GrowthExperiments it has mentorship. Takes about two seconds; many can run at once, as they share
 * the MediaWiki files.
 *
 * What is saved is seen by the next request and page load: caches that would delay it are off.
 * `stop()` removes the folder unless one was given.
 * @throws when MediaWiki or PHP is missing (the error says what to do), or the port is taken
 */
export async function startRealWiki(options: RealWikiOptions = {}): Promise<RealWiki> {
	const files = await prepareMediaWikiFiles();
	const port = await freePort(options.port ?? 0);
	const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'test-wiki-')));
	const extensions = options.extensions ?? new Map();
	const place = { files, extensions, folder, origin: `http://127.0.0.1:${port}` };
	await install(place);
	const server = await startPhpServer({
		documents: documentsOf(place),
		port,
		environment: environment(place),
		logFile: path.join(folder, 'server.log'),
		isReady: async () => Boolean(await generatorOf(place.origin)),
	});
	const wiki: RealWiki = {
		name: await generatorOf(place.origin),
		origin: place.origin,
		folder,
		...administration(place),
		logIn: async (name) =>
			name === null ? createSession(place.origin) : logIn(place.origin, name, password),
		async stop() {
			await server.stop();
			if (options.folder === undefined) {
				await rm(folder, { recursive: true, force: true, maxRetries: 10 });
			}
		},
	};
	if (hasGrowth(extensions)) {
		await turnOnMentorship(wiki);
	}
	return wiki;
}

/** The same with what `MEDIAWIKI_EXTENSIONS` names. */
export async function startGrowthWiki(): Promise<RealWiki> {
	return startRealWiki({ extensions: await findExtensions() });
}

/** As a wiki's community does it; the extension alone gives nobody a mentor. */
async function turnOnMentorship(wiki: WikiUnderTest): Promise<void> {
	const text = JSON.stringify({ GEMentorshipEnabled: true });
	await savePageIfMissing(wiki, 'MediaWiki:GrowthExperimentsMentorship.json', text);
}

/** What the administrator does, logged in once, when first needed. */
function administration({
	origin,
	folder,
}: Place): Pick<WikiUnderTest, 'setPerson' | 'savePage' | 'deletePage'> {
	let session: Promise<WikiSession> | undefined;
	const asAdministrator = () => {
		session ??= logIn(origin, administrator, password);
		return session;
	};
	const blocked = new Set<string>();
	const setBlocked = async (user: string, isBlocked: boolean): Promise<void> => {
		const admin = await asAdministrator();
		succeeded(
			await admin.post({ action: isBlocked ? 'block' : 'unblock', user, expiry: '1 day' }),
			'alreadyblocked',
		);
		blocked[isBlocked ? 'add' : 'delete'](user);
	};
	return {
		async setPerson(person: TestPerson) {
			if (!accountExists(folder, person.name)) {
				await createAccount(await asAdministrator(), person.name, password);
			}
			writeFacts(folder, person);
			if (person.blocked || blocked.has(person.name)) {
				await setBlocked(person.name, person.blocked ?? false);
			}
		},
		async savePage(title, text) {
			const admin = await asAdministrator();
			succeeded(await admin.post({ action: 'edit', title, text, assert: 'user' }));
		},
		async deletePage(title) {
			const admin = await asAdministrator();
			succeeded(await admin.post({ action: 'delete', title, assert: 'user' }), 'missingtitle');
		},
	};
}

/** E.g. `MediaWiki 1.43.9`. */
async function generatorOf(origin: string): Promise<string> {
	const answer = await createSession(origin).get({ action: 'query', meta: 'siteinfo' });
	return Object(answer).query.general.generator;
}
