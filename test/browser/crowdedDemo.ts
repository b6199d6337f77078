import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { formOn, previewOn } from '../journeys/configPerson.ts';
import { listConsole } from '../journeys/requests.ts';
import { configurationTitle, openAs, pageAddress } from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { makeLargeStore } from '../support/largeStore.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

/** The demo wiki with many mentees, and its database to count in. */
interface CrowdedDemo {
	readonly wiki: WikiUnderTest;
	/** Names of the mentees of listed mentors who meet the thresholds, by SQL. */
	optedOut(minEditcount: number, minTenureInDays: number): string[];
	/** Names of all mentees of listed mentors. */
	everybody(): string[];
	stop(): Promise<void>;
}

const nameRows = z.array(z.object({ name: z.string() }));

// Who is blocked, temporary or hidden has no mentorship, or cannot be looked up.
const menteesOfListedMentors = `
	select users.name
	from mentees join users on users.id = mentees.user_id
	where users.blocked = 0 and users.temporary = 0 and users.hidden = 0
	and mentees.mentor_id in (
		select cast(mentor.key as integer)
		from pages
		join revisions on revisions.id = pages.latest_revision,
		json_each(revisions.content, '$.Mentors') as mentor
		where pages.title = 'MediaWiki:GrowthMentors.json'
	)`;

/**
 * Starts a demo wiki with 40 mentors, two of whom have left the list, and as many mentees as it takes
 * for 5,000 of them to have one of the others.
 */
async function startCrowdedDemo(): Promise<CrowdedDemo> {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowded-demo-'));
	const storeFile = path.join(folder, 'demo.sqlite');
	makeLargeStore({ file: storeFile, mentees: 5600, mentors: 40, seed: 7, date: Date.now() });
	const wiki = await startDemoWiki({ storeFile, gadgetFolder: 'dist/wiki' });
	const database = new Database(storeFile, { readonly: true });
	const readNames = (sql: string, values: readonly number[] = []) =>
		nameRows.parse(database.prepare(sql).all(...values)).map(({ name }) => name);
	return {
		wiki,
		optedOut: (minEditcount, minTenureInDays) =>
			readNames(
				`${menteesOfListedMentors} and users.edit_count >= ?
				and (users.registration is null or ? - users.registration > ? * 86400000)`,
				[minEditcount, Date.now(), minTenureInDays],
			),
		everybody: () => readNames(menteesOfListedMentors),
		async stop() {
			database.close();
			await wiki.stop();
			await rm(folder, { recursive: true });
		},
	};
}

export const administrator = 'Ada Administrator';

/** A crowded demo wiki for the tests of a file, and the form in a browser; the policy is kept in each. */
export function useCrowdedDemo() {
	let demo: CrowdedDemo;
	let browser: Browser;
	let context: BrowserContext;
	const refused: string[][] = [];

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startCrowdedDemo(), launchChromium()]);
	});
	afterAll(async () => {
		await Promise.all([demo?.stop(), browser?.close()]);
	});
	afterEach(async () => {
		await context.close();
		expect(refused.splice(0).flat()).toEqual([]);
	});

	async function openAgain(): Promise<Page> {
		const page = await context.newPage();
		refused.push(listConsole(page, (line) => line.text().includes('Content Security Policy')));
		await page.goto(pageAddress(demo.wiki, configurationTitle));
		await formOn(page).edits.waitFor();
		return page;
	}

	return {
		get demo() {
			return demo;
		},
		/** Opens the form as one of the demo's people; `null`: logged out. */
		async open(person: string | null, width = 1280): Promise<Page> {
			const viewport = { width, height: 900 };
			({ context } = await openAs(demo.wiki, browser, person, { viewport }));
			return openAgain();
		},
		/** In another tab of the same browser. */
		openAgain,
	};
}

/** Counts who would be opted out. */
export async function scan(page: Page): Promise<void> {
	await previewOn(page).begin.click();
	await previewOn(page).sentence.waitFor();
}
