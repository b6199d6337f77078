import type Database from 'libsql';
import {
	gadgetPageTitle,
	readThresholds,
	type Thresholds,
} from '../../gadget/domain/thresholds.ts';

/**
 * Reads the thresholds as the configuration page has them at this moment, in the caller's transaction.
 *
 * @returns A function that gives `null` where the page is missing or wrong: then the rule is off.
 */
export function createThresholdsReader(database: Database.Database): () => Thresholds | null {
	const find = database.prepare(
		`select content from pages join revisions on revisions.id = latest_revision
		where title = ?`,
	);
	return () => {
		const row = find.get(gadgetPageTitle) as { content: string } | undefined;
		return row === undefined ? null : parseThresholds(row.content);
	};
}

/** @param text The configuration page's; anything at all. */
export function parseThresholds(text: string): Thresholds | null {
	try {
		return readThresholds(JSON.parse(text));
	} catch (error) {
		if (error instanceof SyntaxError) {
			return null;
		}
		throw error;
	}
}

/** Whether two configurations opt out the same people. */
export function sameThresholds(one: Thresholds | null, other: Thresholds | null): boolean {
	return (
		(one?.enabled ?? false) === (other?.enabled ?? false) &&
		one?.minEditcount === other?.minEditcount &&
		one?.minTenureInDays === other?.minTenureInDays
	);
}
