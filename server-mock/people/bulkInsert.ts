import type Database from 'libsql';

type Value = string | number | null;

/** Rows that go into a table many at a time, which is three times as fast as one by one. */
export interface BulkInsert {
	add(...row: readonly Value[]): void;
	/** Writes what is left. */
	flush(): void;
}

const rowsAtOnce = 100;

/** @param columns The table's columns that the rows have, in their order. */
export function createBulkInsert(
	database: Database.Database,
	table: string,
	columns: readonly string[],
): BulkInsert {
	const row = `(${columns.map(() => '?').join(', ')})`;
	const insert = (rows: number) =>
		database.prepare(
			`insert into ${table} (${columns.join(', ')}) values ${Array(rows).fill(row).join(', ')}`,
		);
	const insertFull = insert(rowsAtOnce);
	const values: Value[] = [];
	return {
		add: (...row) => {
			values.push(...row);
			if (values.length === rowsAtOnce * columns.length) {
				insertFull.run(values);
				values.length = 0;
			}
		},
		flush: () => {
			if (values.length > 0) {
				insert(values.length / columns.length).run(values);
				values.length = 0;
			}
		},
	};
}
