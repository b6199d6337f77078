import { exitCodes, type Terminal, UsageError } from '../terminal/terminal.ts';
import { checkServed } from './checkServed.ts';
import type { Deployment } from './deployment.ts';
import { reportFailure } from './failure.ts';
import { planUndo } from './history.ts';
import { describeNextSteps } from './nextSteps.ts';
import type { DeployOptions, DeployTask } from './options.ts';
import { findChanged, perform } from './perform.ts';
import { isChange, type PlannedPage, planInstallation, planRemoval } from './plan.ts';
import { findMissingRights } from './rights.ts';
import {
	countChanges,
	describeMissingRights,
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
 * @throws UsageError, ApiError
 */
export async function runDeployment(deployment: Deployment): Promise<number> {
	const { options, terminal, wiki, user } = deployment;
	const plan =
		options.task === 'undo' ? await makeUndoPlan(deployment) : await makePlan(deployment);
	if (plan === null) {
		return exitCodes.failed;
	}
	const changes = plan.filter(isChange);
	describePlan(plan).map(terminal.out);
	if (user.name !== null && !checkMayWrite(changes, user, terminal)) {
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
		terminal.note(
			`Somebody has just changed ${changed.title}: nothing was written. Run the same command again to see it.`,
		);
		return exitCodes.failed;
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

/** @returns `null` where nothing can be undone; it has said why. */
async function makeUndoPlan({
	wiki,
	terminal,
}: Deployment): Promise<readonly PlannedPage[] | null> {
	const { last, pages, changedSince } = await planUndo(wiki);
	const reason = explainNoUndo(last, changedSince);
	if (reason !== null) {
		terminal.note(reason);
		return null;
	}
	for (const title of changedSince) {
		terminal.note(`${title} stays: somebody has changed it since.`);
	}
	return pages;
}

function checkMayWrite(
	changes: readonly PlannedPage[],
	user: WikiUser,
	{ note }: Terminal,
): boolean {
	const missing = findMissingRights(changes, user.rights);
	if (missing.length > 0) {
		describeMissingRights(missing, user.name ?? '').map(note);
		return false;
	}
	const refused = changes.filter(({ before }) => before.refusal !== null);
	for (const { before } of refused) {
		note(`${before.title} may not be edited: ${before.refusal}`);
	}
	return refused.length === 0;
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
	const { terminal, wiki, summary, site, options } = deployment;
	const progress = await perform(wiki, changes, summary, (page) =>
		terminal.out(describeWritten(page)),
	);
	if (progress.failed !== null) {
		const code = reportFailure(progress.error, terminal);
		describeProgress(progress).map(terminal.note);
		return code;
	}
	const code = await checkServed(deployment, plan, progress.done);
	if (code === exitCodes.done && /^(install|trial)$/.test(options.task)) {
		describeNextSteps(site, options.task === 'trial').map(terminal.note);
	}
	return code;
}
