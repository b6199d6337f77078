import { reportFailure } from '../terminal/failure.ts';
import { exitCodes } from '../terminal/terminal.ts';
import { type BuiltPages, definitionTitle } from './builtPages.ts';
import { type Definition, readDefinitions } from './definitions.ts';
import type { Deployment } from './deployment.ts';
import { perform, planRollback, type Written } from './perform.ts';
import type { PlannedPage } from './plan.ts';
import { explainRefusedChange } from './refusal.ts';
import {
	judgeModule,
	judgeRemoval,
	readModule,
	type ServedMistake,
	type ServedRequest,
} from './served.ts';
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
	plan: readonly PlannedPage[],
	done: readonly Written[],
): Promise<number> {
	const { terminal } = deployment;
	const expected = await expectServed(deployment, plan);
	const mistakes = await waitUntilServed(deployment, expected);
	if (mistakes.length === 0) {
		const isGone = expected.present.length === 0 && expected.gone.length > 0;
		const isUndone = deployment.options.task === 'undo';
		const served = isUndone ? 'what it served before' : 'what was built';
		terminal.out(isGone ? 'The wiki serves it no longer.' : `The wiki serves ${served}.`);
		return exitCodes.done;
	}
	for (const { module, text } of mistakes) {
		terminal.note(`${module}: ${text}`);
	}
	if (mistakes.some(({ kind }) => kind === 'parseError')) {
		await takeBack(deployment, done);
	} else {
		terminal.note('Caches may need a while: run the same command again later to check.');
	}
	return exitCodes.failed;
}

/** What ResourceLoader is to serve, and what not. */
export interface Expected {
	readonly present: readonly Definition[];
	readonly gone: readonly Definition[];
	readonly pages: BuiltPages;
}

/** Of the gadgets of the build; with `--only` those that the wiki knows already. */
async function expectServed(
	{ wiki, built }: Deployment,
	plan: readonly PlannedPage[],
): Promise<Expected> {
	const names = new Set(readDefinitions(built.get(definitionTitle) ?? '').map(({ name }) => name));
	const own = (text: string | null | undefined) =>
		readDefinitions(text ?? '').filter(({ name }) => names.has(name));
	const [page] = await wiki.readPages([definitionTitle]);
	const present = own(page?.text);
	const left = new Set(present.map(({ name }) => name));
	const before = plan.find(({ before: { title } }) => title === definitionTitle)?.before.text;
	return {
		present,
		gone: own(before).filter(({ name }) => !left.has(name)),
		pages: new Map(
			plan.flatMap(({ before: { title }, after }) => (after === null ? [] : [[title, after]])),
		),
	};
}

/** @returns What is still wrong at the end. */
async function waitUntilServed(
	{ terminal, wait, site, fetch }: Deployment,
	expected: Expected,
): Promise<ServedMistake[]> {
	let mistakes: ServedMistake[] = [];
	for (const [attempt, pause] of pauses.entries()) {
		await wait(pause, terminal.interrupted);
		const version = `${terminal.now()}-${attempt}`;
		const request = { load: site.load, fetch, signal: terminal.interrupted, version };
		mistakes = await findServedMistakes(request, expected);
		if (!mistakes.some(({ kind }) => kind === 'stale')) {
			break;
		}
	}
	return mistakes;
}

/** Asks for each gadget once. @throws ApiError */
export async function findServedMistakes(
	request: ServedRequest,
	{ present, gone, pages }: Expected,
): Promise<ServedMistake[]> {
	const mistakes: ServedMistake[] = [];
	for (const definition of present) {
		mistakes.push(...judgeModule(definition, await readModule(request, definition), pages));
	}
	for (const definition of gone) {
		mistakes.push(...judgeRemoval(definition, await readModule(request, definition)));
	}
	return mistakes;
}

async function takeBack(
	{ terminal, editor, user, summary }: Deployment,
	done: readonly Written[],
): Promise<void> {
	const { note } = terminal;
	note('The wiki cannot parse what was written. It is taken back:');
	const progress = await perform(
		editor,
		planRollback(done, user.rights.has('delete')),
		`Take back: ${summary}`,
		(page) => note(describeWritten(page)),
	);
	if (progress.failed !== null) {
		reportFailure(explainRefusedChange(progress.error), terminal);
		describeProgress(progress).map(note);
	}
}
