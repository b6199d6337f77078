import { reportFailure } from '../terminal/failure.ts';
import { CommandFailure, exitCodes, type Terminal, UsageError } from '../terminal/terminal.ts';
import { checkServed } from './checkServed.ts';
import type { Deployment } from './deployment.ts';
import { planUndo } from './history.ts';
import { describeNextSteps } from './nextSteps.ts';
import type { DeployOptions, DeployTask } from './options.ts';
import { findChanged, perform } from './perform.ts';
import { isChange, type PlannedPage, planInstallation, planRemoval } from './plan.ts';
import { explainRefusedChange } from './refusal.ts';
import { explainMissingRights } from './rights.ts';
import {
	countChanges,
	describePlan,
	describeProgress,
	describeWritten,
	explainNoUndo,
} from './text.ts';
import type { WikiUser } from './wiki.ts';

/**
 * Shows what is to be done, whether it may be, asks, does it and looks at what the wiki then serves.
 *
 * @returns The exit code.
 * @throws CommandFailure, ApiError
 */
export async function runDeployment(deployment: Deployment): Promise<number> {
	const { options, terminal, wiki, user } = deployment;
	const plan =
		options.task === 'undo' ? await makeUndoPlan(deployment) : await makePlan(deployment);
	const changes = plan.filter(isChange);
	describePlan(plan).map(terminal.out);
	const refused = user.name === null ? [] : explainNotAllowed(changes, user);
	if (refused.length > 0) {
		refused.map(terminal.note);
		return exitCodes.failed;
	}
	if (changes.length === 0) {
		terminal.out('Nothing to do.');
		return options.isDryRun ? exitCodes.done : checkServed(deployment, plan, []);
	}
	if (options.isDryRun) {
		terminal.out(`Would write ${countChanges(changes)}; nothing was written.`);
		return exitCodes.done;
	}
	if (!(await isAgreed(options, changes, terminal))) {
		terminal.out('Nothing was written.');
		return exitCodes.failed;
	}
	const [changed] = await findChanged(wiki, changes);
	if (changed !== undefined) {
		throw new CommandFailure(
			`Someone has just changed ${changed.title}: nothing was written. Run the same command again to see it.`,
		);
	}
	return write(deployment, plan, changes);
}

async function makePlan({ options, wiki, built, user }: Deployment): Promise<PlannedPage[]> {
	const { only, task, helpPage } = options;
	const unknown = only.find((title) => !built.has(title));
	if (unknown !== undefined) {
		throw new UsageError(
			`“${unknown}” is not a page of the build; there are ${[...built.keys()].join(', ')}.`,
		);
	}
	const named = helpPage === null ? only : [...only, helpPage];
	const titles = only.length > 0 ? named : [...built.keys()];
	const current = await wiki.readPages(titles);
	return task === 'remove'
		? planRemoval(built, current, user.rights.has('delete') || user.name === null)
		: planInstallation(built, current);
}

/** @throws CommandFailure where nothing can be undone */
async function makeUndoPlan({ wiki, terminal }: Deployment): Promise<readonly PlannedPage[]> {
	const { last, pages, changedSince } = await planUndo(wiki);
	const reason = explainNoUndo(last, changedSince);
	if (reason !== null) {
		throw new CommandFailure(reason);
	}
	for (const title of changedSince) {
		terminal.note(`${title} stays: someone has changed it since.`);
	}
	return pages;
}

/** Why the user may not make these changes; empty: they may. */
function explainNotAllowed(changes: readonly PlannedPage[], user: WikiUser): string[] {
	const missing = explainMissingRights(changes, user);
	return missing.length > 0
		? missing
		: changes.flatMap(({ before: { title, refusal } }) =>
				refusal === null ? [] : [`${title} may not be edited: ${refusal}`],
			);
}

const questions: Readonly<Record<DeployTask, string>> = {
	install: 'Write',
	trial: 'Write',
	remove: 'Take the gadget away,',
	undo: 'Undo the last run,',
};

async function isAgreed(
	{ isAgreed, task }: DeployOptions,
	changes: readonly PlannedPage[],
	{ ask }: Terminal,
): Promise<boolean> {
	const question = `${questions[task]} ${countChanges(changes)}? [y/N] `;
	return isAgreed || /^y(es)?$/i.test(((await ask?.(question)) ?? '').trim());
}

async function write(
	deployment: Deployment,
	plan: readonly PlannedPage[],
	changes: readonly PlannedPage[],
): Promise<number> {
	const { terminal, editor, summary, site, options } = deployment;
	const progress = await perform(editor, changes, summary, (page) =>
		terminal.out(describeWritten(page)),
	);
	if (progress.failed !== null) {
		const code = reportFailure(explainRefusedChange(progress.error), terminal);
		describeProgress(progress).map(terminal.note);
		return code;
	}
	const code = await checkServed(deployment, plan, progress.done);
	if (code === exitCodes.done && /^(install|trial)$/.test(options.task)) {
		describeNextSteps(site, options.task === 'trial').map(terminal.note);
	}
	return code;
}
