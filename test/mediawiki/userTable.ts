import path from 'node:path';
import Database from 'libsql';
import type { TestPerson } from '../support/wikiUnderTest.ts';

/** How long to wait for a request of the wiki that is writing, in milliseconds. */
const lockTimeout = 20_000;

interface UserRow {
	readonly user_id: number;
	readonly user_touched: string;
}

/** Opens the database in a wiki's data folder; the caller closes it. */
export function openWikiDatabase(folder: string): Database.Database {
	return new Database(path.join(folder, 'wiki.sqlite'), { timeout: lockTimeout });
}

/** Whether a wiki has the account. */
export function accountExists(folder: string, name: string): boolean {
	const database = openWikiDatabase(folder);
	const row = readUser(database, name);
	database.close();
	return row !== undefined;
}

/**
 * Gives an existing account the facts that no API can set. The wiki sees them at the next request.
 * @throws when there is no such account
 */
export function writeFacts(folder: string, person: TestPerson): void {
	const database = openWikiDatabase(folder);
	const row = readUser(database, person.name);
	if (row === undefined) {
		throw new Error(`The wiki has no account "${person.name}".`);
	}
	const { user_id: id, user_touched: touched } = row;
	const registration = person.registration && timestamp(person.registration);
	const values = [person.editCount, registration, touchedAfter(touched), id];
	const insert = database.prepare('INSERT INTO user_groups (ug_user, ug_group) VALUES (?, ?)');
	database.transaction(() => {
		database
			.prepare(
				`UPDATE user SET user_editcount = ?, user_registration = ?, user_touched = ?
				WHERE user_id = ?`,
			)
			.run(...values);
		database.prepare('DELETE FROM user_groups WHERE ug_user = ?').run(id);
		for (const group of person.groups ?? []) {
			insert.run(id, group);
		}
	})();
	database.close();
}

function readUser(database: Database.Database, name: string): UserRow | undefined {
	const sql = 'SELECT user_id, user_touched FROM user WHERE user_name = ?';
	return database.prepare(sql).get(name) as UserRow | undefined;
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
