import type Database from 'libsql';
import { hasAsked, hasGraduated, memoryOption, readMemory } from '../../gadget/domain/memory.ts';
import { transact } from './transaction.ts';

export interface UserOptionStore {
	/** The options that a person has set, by name; defaults are not in it. */
	of(userId: number): Record<string, string>;
	/** @param value `null` unsets the option. */
	set(userId: number, name: string, value: string | null): void;
}

/**
 * Preferences and `userjs-` options, on the table `user_options`; with the memory of mentorship the
 * table `asked` is kept in step.
 */
export function createUserOptionStore(database: Database.Database): UserOptionStore {
	const all = database.prepare('select name, value from user_options where user_id = ?');
	const put = database.prepare('insert or replace into user_options values (?, ?, ?)');
	const remove = database.prepare('delete from user_options where user_id = ? and name = ?');
	const putAsked = database.prepare("insert or ignore into asked values (?, 'memory')");
	const removeAsked = database.prepare("delete from asked where user_id = ? and source = 'memory'");
	return {
		of: (userId) => {
			const rows = all.all(userId) as { name: string; value: string }[];
			return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
		},
		set: (userId, name, value) =>
			transact(database, () => {
				if (value === null) {
					remove.run(userId, name);
				} else {
					put.run(userId, name, value);
				}
				if (name === memoryOption) {
					(saysAsked(value) ? putAsked : removeAsked).run(userId);
				}
			}),
	};
}

/**
 * Whether a person with this memory is left alone by the rule: because they asked for a mentor,
 * because it opted them out before (if they are in mentorship again, they wanted that), or because
 * a newer gadget wrote it, which may mean just that.
 *
 * @param text The option `userjs-mentorship`; `null` where it is not set.
 */
export function saysAsked(text: string | null): boolean {
	const memory = readMemory(text);
	return memory === null || hasAsked(memory) || hasGraduated(memory);
}
