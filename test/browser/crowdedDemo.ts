import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { startDemoWiki } from '../support/demoWiki.ts';
import { makeLargeStore } from '../support/largeStore.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';

/** The demo wiki with many mentees, and its database to count in. */
export interface CrowdedDemo {
	readonly wiki: WikiUnderTest;
	/** Names of the mentees of listed mentors who meet the thresholds, by SQL. */
	optedOut(minEditcount: number, minTenureInDays: number): string[];
	/** All mentees of listed mentors. */
	everybody(): MenteeRow[];
	stop(): Promise<void>;
}

const menteeRow = z.object({
	name: z.string(),
	edit_count: z.number(),
	registration: z.number().nullable(),
});
export type MenteeRow = z.infer<typeof menteeRow>;

// Who is blocked, temporary or hidden has no mentorship, or cannot be looked up.
const menteesOfListedMentors = `
	select users.name, users.edit_count, users.registration
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
export async function startCrowdedDemo(mentees = 5600): Promise<CrowdedDemo> {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowded-demo-'));
	const storeFile = path.join(folder, 'demo.sqlite');
	const date = Date.now();
	makeLargeStore({
		file: storeFile,
		mentees,
		mentors: 40,
		seed: 7,
		date,
	});
	const wiki = await startDemoWiki({ storeFile, gadgetFolder: 'dist/wiki' });
	const database = new Database(storeFile, { readonly: true });
	return {
		wiki,
		optedOut: (minEditcount, minTenureInDays) =>
			z
				.array(menteeRow)
				.parse(
					database
						.prepare(
							`${menteesOfListedMentors} and users.edit_count >= ?
							and (users.registration is null or ? - users.registration > ? * 86400000)`,
						)
						.all(minEditcount, Date.now(), minTenureInDays),
				)
				.map(({ name }) => name),
		everybody: () => z.array(menteeRow).parse(database.prepare(menteesOfListedMentors).all()),
		async stop() {
			database.close();
			await wiki.stop();
			await rm(folder, { recursive: true });
		},
	};
}
