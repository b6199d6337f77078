import path from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import type { TestPerson } from '../support/wikiUnderTest.ts';

const userRow = z.object({ user_id: z.number(), user_touched: z.string() }).optional();
/** How long to wait for a request of the wiki that is writing, in milliseconds. */
const lockTimeout = 20_000;

/**
 * Whether a wiki has the account.
 * @param folder the wiki's data folder
 */
export function accountExists(folder: string, name: string): boolean {
	return withDatabase(folder, (database) => readUser(database, name) !== undefined);
}

/**
 * Gives an existing account the facts that no API can set. The wiki sees them at the next request.
 * @param folder the wiki's data folder
 * @throws when there is no such account
 */
export function writeFacts(folder: string, person: TestPerson): void {
	withDatabase(folder, (database) => {
		const row = readUser(database, person.name);
		if (row === undefined) {
			throw new Error(`The wiki has no account "${person.name}".`);
		}
		const { user_id: id, user_touched } = row;
		const registration = person.registration && timestamp(person.registration);
		database.transaction(() => {
			database
				.prepare(
					'UPDATE user SET user_editcount = ?, user_registration = ?, user_touched = ? WHERE user_id = ?',
				)
				.run(person.editCount, registration, touchedAfter(user_touched), id);
			database.prepare('DELETE FROM user_groups WHERE ug_user = ?').run(id);
			for (const group of person.groups ?? []) {
				database
					.prepare('INSERT INTO user_groups (ug_user, ug_group) VALUES (?, ?)')
					.run(id, group);
			}
		})();
	});
}

function withDatabase<Result>(
	folder: string,
	use: (database: Database.Database) => Result,
): Result {
	const database = new Database(path.join(folder, 'wiki.sqlite'), { timeout: lockTimeout });
	try {
		return use(database);
	} finally {
		database.close();
	}
}

function readUser(database: Database.Database, name: string): z.infer<typeof userRow> {
	return userRow.parse(
		database.prepare('SELECT user_id, user_touched FROM user WHERE user_name = ?').get(name),
	);
}

/** Later than before, by a second at least: by this a wiki knows whether a browser's copy still holds. */
function touchedAfter(before: string): string {
	const iso = before.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z');
	return timestamp(new Date(Math.max(Date.now(), Date.parse(iso) + 1000)));
}

/** MediaWiki's `YYYYMMDDHHMMSS`, in UTC. */
function timestamp(date: Date): string {
	return date.toISOString().replace(/\D/g, '').slice(0, 14);
}
