import { createJournal } from '../../server-mock/batch/journal.ts';
import { sweep } from '../../server-mock/batch/sweep.ts';
import { openDatabase } from '../../server-mock/store/database.ts';

/* A sweep to be killed: `sweepChild.ts STORE NOW BATCHSIZE`; says when it begins. */

const [file = '', now, batchSize] = process.argv.slice(2);
const database = openDatabase(file);
const options = { cause: 'command' } as const;
const steps = sweep(database, {
	...options,
	batchSize: Number(batchSize),
	now: () => Number(now),
});
process.stdout.write('begins\n');
// Killed a second time, it may have been done already.
let isDone = createJournal(database).latest()?.outcome === 'finished';
while (!isDone) {
	isDone = steps.next().done === true;
}
