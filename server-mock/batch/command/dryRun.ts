import { exitCodes, grouped, type Terminal } from '../../../gadget/terminal/terminal.ts';
import { countGraduates } from '../count.ts';
import { countMentees, menteesPerMentor, tallyMentors } from '../perMentor.ts';
import { createThresholdsReader } from '../thresholds.ts';
import { follow } from './follow.ts';
import { type GraduateOptions, printResult, sayOff } from './result.ts';
import { openStoreFile } from './storeFile.ts';

/** `--dry-run`: counts who would be opted out, on a store that is opened only for reading. */
export async function countRun(options: GraduateOptions, terminal: Terminal): Promise<number> {
	const database = openStoreFile(options.store, true);
	// What is counted is one moment's.
	database.exec('begin');
	const thresholds = createThresholdsReader(database)();
	if (!thresholds?.enabled) {
		return sayOff(thresholds, terminal);
	}
	const all = grouped(countMentees(database));
	const steps = countGraduates(database, thresholds, terminal.now());
	const end = await follow(steps, terminal, ({ seen }) =>
		terminal.draw?.(`${grouped(seen)} of ${all} mentees counted`),
	);
	const { seen, graduates, perMentor } = end.value;
	if (!end.done) {
		terminal.note(`Interrupted: of the first ${seen} mentees ${graduates} would graduate.`);
		terminal.note('Nothing was changed; a dry run begins anew each time.');
		return exitCodes.interrupted;
	}
	const mentors = tallyMentors(database, menteesPerMentor(database), perMentor);
	printResult(terminal, options, { run: null, thresholds, seen, graduates, mentors });
	database.close();
	return exitCodes.done;
}
