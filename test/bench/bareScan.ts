import { openReadOnlyDatabase } from '../../server-mock/store/database.ts';

/*
 * What the sweep is compared with: the rows of all mentees in their order, into JavaScript, and
 * nothing done with them. `bareScan.ts STORE`
 */

const database = openReadOnlyDatabase(process.argv[2] ?? '');
database.exec('pragma cache_size = -4000');
const rows = database.prepare('select user_id, state, mentor_id from mentees order by user_id');
let count = 0;
for (const _row of rows.raw().iterate()) {
	count++;
}
console.log(count);
