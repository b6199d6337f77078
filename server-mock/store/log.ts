import type Database from 'libsql';

export interface LogEntry {
	readonly id: number;
	/** Milliseconds since 1970. */
	readonly timestamp: number;
	readonly type: string;
	readonly action: string;
	readonly userId: number;
	readonly userName: string;
	/** The page it is about. */
	readonly title: string;
	readonly comment: string;
	readonly parameters: Readonly<Record<string, string>>;
}

export interface LogFilter {
	readonly type?: string | undefined;
	readonly title?: string | undefined;
}

export interface LogStore {
	add(entry: Omit<LogEntry, 'id' | 'userName'>): void;
	/** Newest first, at most `limit`. */
	list(filter: LogFilter, limit: number): LogEntry[];
}

type StoredEntry = Omit<LogEntry, 'parameters'> & { readonly parameters: string };

/** The public log, on the table `log_entries`. */
export function createLogStore(database: Database.Database): LogStore {
	const insert = database.prepare(
		`insert into log_entries (timestamp, type, action, user_id, title, comment, parameters)
		values (?, ?, ?, ?, ?, ?, ?)`,
	);
	const list = database.prepare(
		`select log_entries.id, timestamp, type, action, user_id as userId, users.name as userName, title,
			comment, parameters
		from log_entries join users on users.id = log_entries.user_id
		where (?1 is null or type = ?1) and (?2 is null or title = ?2)
		order by log_entries.id desc limit ?3`,
	);
	return {
		add: (entry) => {
			insert.run(
				entry.timestamp,
				entry.type,
				entry.action,
				entry.userId,
				entry.title,
				entry.comment,
				JSON.stringify(entry.parameters),
			);
		},
		list: ({ type = null, title = null }, limit) =>
			(list.all(type, title, limit) as StoredEntry[]).map((entry) => ({
				...entry,
				parameters: JSON.parse(entry.parameters) as LogEntry['parameters'],
			})),
	};
}
