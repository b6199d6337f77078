import { exitCodes, grouped, type Terminal, yieldTurn } from '../../../gadget/terminal/terminal.ts';
import { type Counted, countGraduates } from '../count.ts';
import { countMentees, menteesPerMentor, tallyMentors } from '../perMentor.ts';
import { createThresholdsReader } from '../thresholds.ts';
import { type GraduateOptions, printResult, sayOff } from './result.ts';
import { openStoreFile, whenFree } from './storeFile.ts';

/** `--dry-run`: counts who would be opted out, on a store that is opened only for reading. */
export async function countRun(options: GraduateOptions, terminal: Terminal): Promise<number> {
	const database = await whenFree(terminal, () => openStoreFile(options.store, true));
	// What is counted is one moment's.
	database.exec('begin');
	const thresholds = createThresholdsReader(database)();
	if (!thresholds?.enabled) {
		return sayOff(thresholds, terminal);
	}
	const all = grouped(countMentees(database));
	let counted: Counted = { position: 0, seen: 0, graduates: 0, perMentor: new Map() };
	for (counted of countGraduates(database, { thresholds, now: terminal.now() })) {
		const { seen, graduates } = counted;
		terminal.draw?.(`${grouped(seen)} of ${all} mentees counted`);
		await yieldTurn();
		if (terminal.interrupted.aborted) {
			terminal.draw?.('');
			terminal.note(`Interrupted: of the first ${seen} mentees ${graduates} would graduate.`);
			terminal.note('Nothing was changed; a dry run begins anew each time.');
			return exitCodes.interrupted;
		}
	}
	terminal.draw?.('');
	const mentors = tallyMentors(database, menteesPerMentor(database), counted.perMentor);
	printResult(terminal, options.json, { ...counted, run: null, thresholds, mentors });
	database.close();
	return exitCodes.done;
}
