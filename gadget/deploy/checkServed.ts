import { exitCodes } from '../terminal/terminal.ts';
import { definitionTitle } from './builtPages.ts';
import { type Definition, readDefinitions } from './definitions.ts';
import { perform, planRollback, type Written } from './perform.ts';
import type { Deployment } from './run.ts';
import { judgeModule, judgeRemoval, readModule, type ServedFault } from './served.ts';
import { describeProgress, describeWritten } from './text.ts';

/** In seconds: a wiki may go on serving what was there before for a while. */
const pauses = [0, 1, 2, 4, 8, 15, 30];

/**
 * Asks ResourceLoader for what was written, as readers' browsers will. Where the wiki cannot parse
 * it, what was written is taken back.
 *
 * @returns The exit code.
 */
export async function checkServed(
	deployment: Deployment,
	done: readonly Written[],
): Promise<number> {
	const { terminal, options } = deployment;
	const faults = await waitUntilServed(deployment);
	if (faults.length === 0) {
		terminal.out(
			options.isRemoval ? 'The wiki serves it no longer.' : 'The wiki serves what was built.',
		);
		return exitCodes.done;
	}
	for (const { module, text } of faults) {
		terminal.note(`${module}: ${text}`);
	}
	if (faults.some(({ kind }) => kind === 'parseError')) {
		await takeBack(deployment, done);
	} else {
		terminal.note('Caches may need a while: to check again, say the same again later.');
	}
	return exitCodes.failed;
}

/** @returns What is still wrong at the end. */
async function waitUntilServed(deployment: Deployment): Promise<ServedFault[]> {
	const { terminal, wait } = deployment;
	const definitions = await readDefined(deployment);
	let faults: ServedFault[] = [];
	for (const [attempt, pause] of pauses.entries()) {
		await wait(pause, terminal.interrupted);
		faults = await findFaults(deployment, definitions, `${terminal.now()}-${attempt}`);
		if (!faults.some(({ kind }) => kind === 'stale')) {
			break;
		}
	}
	return faults;
}

async function findFaults(
	{ terminal, load, fetch, options, built }: Deployment,
	definitions: readonly Definition[],
	version: string,
): Promise<ServedFault[]> {
	const { isRemoval, only } = options;
	const written = new Map(
		[...built].filter(([title]) => only.length === 0 || only.includes(title)),
	);
	const faults: ServedFault[] = [];
	for (const definition of definitions) {
		const request = { load, fetch, signal: terminal.interrupted, version };
		const served = await readModule(request, definition);
		faults.push(
			...(isRemoval ? judgeRemoval(definition, served) : judgeModule(definition, served, written)),
		);
	}
	return faults;
}

/** The gadgets to ask for: all of the build, or with `--only` those that the wiki knows already. */
async function readDefined({ wiki, built, options }: Deployment): Promise<Definition[]> {
	const ours = readDefinitions(built.get(definitionTitle) ?? '');
	if (options.only.length === 0) {
		return ours;
	}
	const [page] = await wiki.readPages([definitionTitle]);
	const known = new Set(readDefinitions(page?.text ?? '').map(({ name }) => name));
	return ours.filter(({ name }) => known.has(name));
}

async function takeBack(
	{ terminal, wiki, user, summary }: Deployment,
	done: readonly Written[],
): Promise<void> {
	const { note } = terminal;
	note('The wiki cannot parse what was written. It is taken back:');
	const progress = await perform(
		wiki,
		planRollback(done, user.rights.has('delete')),
		`Take back: ${summary}`,
		(page) => note(describeWritten(page)),
	);
	if (progress.failed !== null) {
		note(String(progress.error));
		describeProgress(progress).map(note);
	}
}
