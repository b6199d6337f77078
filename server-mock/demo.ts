import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type Database from 'libsql';
import { createApp } from './app.ts';
import { createBackgroundSweep } from './batch/background.ts';
import { createTriggers, type GraduationTriggers } from './batch/triggers.ts';
import type { Faults } from './faults.ts';
import { type Answering, listen, loopback, stop } from './http/listen.ts';
import { readPublicFiles } from './http/publicFiles.ts';
import { sessionLifetime } from './http/session.ts';
import { installGadgetPages } from './loader/gadgetPages.ts';
import { ownModules } from './loader/ownModules.ts';
import { createResourceLoader } from './loader/resourceLoader.ts';
import { addCrowdToDemo } from './people/largeStore.ts';
import type { Population } from './people/population.ts';
import { refreshRegistrations, seedDemo } from './people/seed.ts';
import { emptyDatabase, openDatabase, removeStore } from './store/database.ts';
import { createStore, type Store } from './store/store.ts';
import { createMentorship, type Mentorship } from './wiki/mentorship.ts';
import { createMessages } from './wiki/messages/messages.ts';
import { type MediaWikiVersion, mediaWikis, usualVersion } from './wiki/site.ts';

export interface DemoOptions {
	/** As which MediaWiki it behaves; none: as 1.43. */
	readonly version?: MediaWikiVersion;
	/**
	 * Runs a job of the wiki's: what a GET has to store. None: it runs right after the request.
	 */
	readonly later?: (work: () => void) => void;
	/** 0: any free one. */
	readonly port: number;
	/** A path, or `:memory:`. */
	readonly storeFile: string;
	/** The built gadget's pages, `dist/wiki`; `null`: the wiki has no gadget. */
	readonly gadgetFolder: string | null;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** From 0 up to, but not including, 1. */
	readonly random: () => number;
	/** In milliseconds: how often mentees who qualify are opted out; `null` or none: never by itself. */
	readonly graduateEvery?: number | null;
	/** Of a new store, besides the demo's own people; none: no one. */
	readonly crowd?: Omit<Population, 'mentors'>;
	/** Puts an existing store back as it was at first. */
	readonly isFresh?: boolean;
	/** GrowthExperiments is there on every page; none: pages with a placeholder show the other host. */
	readonly isGrowthOnly?: boolean;
	/** What goes wrong with requests to the API; none: nothing. */
	readonly faults?: Faults | undefined;
}

export interface Demo {
	readonly origin: string;
	readonly store: Store;
	readonly graduation: GraduationTriggers;
	readonly mentorship: Mentorship;
	close(): Promise<void>;
}

/**
 * Opens the store, seeds it where it is new, brings it up to date, and serves it on loopback.
 *
 * @throws Error where the gadget is not built or the port is taken.
 */
export async function serveDemo(options: DemoOptions): Promise<Demo> {
	const { port, storeFile, now, random } = options;
	let answer: Answering = () => new Response('The demo wiki is starting.', { status: 503 });
	// First of all: where the port is taken, another demo may be using the store.
	const server = await listen((request, bindings) => answer(request, bindings), port);
	const isNew = storeFile !== ':memory:' && !existsSync(storeFile);
	let opened: Store | null = null;
	try {
		const database = openDatabase(storeFile);
		const store = createStore(database);
		opened = store;
		const fill = () => fillStore(database, store, options);
		if (store.users.isEmpty()) {
			fill();
		} else if (options.isFresh) {
			emptyDatabase(database, fill);
		}
		bringUpToDate(store, options);
		const mediaWiki = mediaWikis[options.version ?? usualVersion];
		const files = await readPublicFiles(mediaWiki.release);
		const messages = createMessages((name) => store.users.byName(name)?.gender ?? 'unknown');
		const graduation = createGraduation(database, options);
		const later = options.later ?? createJobs(store);
		const mentorship = createMentorship({ store, mediaWiki, now, random, later });
		const app = createApp({
			store,
			mediaWiki,
			onSaved: graduation.onSaved,
			mentorship,
			messages,
			now,
			loader: createResourceLoader(store, messages, ownModules(files)),
			files,
			isGrowthOnly: options.isGrowthOnly,
			faults: options.faults,
			reset: () => {
				emptyDatabase(database, fill);
				bringUpToDate(store, options);
				mentorship.list.flush();
			},
		});
		answer = app.fetch;
		graduation.start();
		const { port: actual } = server.address() as AddressInfo;
		return {
			origin: `http://${loopback}:${actual}`,
			store,
			graduation,
			mentorship,
			close: async () => {
				await stop(server);
				await graduation.close();
				store.close();
			},
		};
	} catch (error) {
		await stop(server);
		opened?.close();
		if (isNew) {
			removeStore(storeFile);
		}
		throw error;
	}
}

/** What a new store has in it. */
function fillStore(database: Database.Database, store: Store, { crowd, now }: DemoOptions): void {
	seedDemo(store, now());
	if (crowd) {
		addCrowdToDemo(database, { ...crowd, seed: 1 });
	}
}

/** Jobs that run when the request is answered, unless the wiki has been closed by then. */
function createJobs(store: Store): (work: () => void) => void {
	return (work) => {
		setImmediate(() => {
			if (store.isOpen()) {
				work();
			}
		});
	};
}

function createGraduation(
	database: Database.Database,
	{ storeFile, graduateEvery, now }: DemoOptions,
): GraduationTriggers {
	return createTriggers({
		database,
		background: createBackgroundSweep(database, storeFile, now),
		every: graduateEvery ?? null,
		now,
		schedule: (work, milliseconds) => {
			const timer = setTimeout(work, milliseconds);
			timer.unref();
			return () => clearTimeout(timer);
		},
		onFailure: (error) => console.error(error),
	});
}

function bringUpToDate(store: Store, { gadgetFolder, now }: DemoOptions): void {
	refreshRegistrations(store, now());
	store.sessions.endOlderThan(now() - sessionLifetime);
	if (gadgetFolder !== null) {
		installGadgetPages(store, gadgetFolder, now());
	}
}
