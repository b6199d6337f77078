import type { Fetch } from '../terminal/fetch.ts';
import { exitCodes, type Terminal, UsageError } from '../terminal/terminal.ts';
import type { BuiltPages } from './builtPages.ts';
import { checkServed } from './checkServed.ts';
import { explainFailure } from './failure.ts';
import type { DeployOptions } from './options.ts';
import { findChanged, perform } from './perform.ts';
import { isChange, type PlannedPage, planInstallation, planRemoval } from './plan.ts';
import { findMissingRights } from './rights.ts';
import {
	countChanges,
	describeMissingRights,
	describePlan,
	describeProgress,
	describeWritten,
} from './text.ts';
import type { Wiki, WikiUser } from './wiki.ts';

/** What the steps of one run share. */
export interface Deployment {
	readonly options: DeployOptions;
	readonly terminal: Terminal;
	readonly wiki: Wiki;
	/** ResourceLoader's address. */
	readonly load: URL;
	/** All pages of the build, in the wiki's language. */
	readonly built: BuiltPages;
	readonly user: WikiUser;
	readonly summary: string;
	/** Without a login. */
	readonly fetch: Fetch;
	/** Resolves after so many seconds. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Shows what is to be done, whether it may be, asks, does it and looks at what the wiki then serves.
 *
 * @returns The exit code.
 * @throws UsageError, ApiError
 */
export async function runDeployment(deployment: Deployment): Promise<number> {
	const { options, terminal, wiki, user } = deployment;
	const plan = await makePlan(deployment);
	const changes = plan.filter(isChange);
	describePlan(plan).map(terminal.out);
	if (user.name !== null && !checkMayWrite(changes, user, terminal)) {
		return exitCodes.failed;
	}
	if (changes.length === 0) {
		terminal.out('Nothing to do.');
		return options.isDryRun ? exitCodes.done : checkServed(deployment, []);
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
			`Somebody has just changed ${changed.title}: nothing was written. Say the same again to see it.`,
		);
		return exitCodes.failed;
	}
	return write(deployment, changes);
}

async function makePlan({ options, wiki, built, user }: Deployment): Promise<PlannedPage[]> {
	const { only, isRemoval } = options;
	const unknown = only.find((title) => !built.has(title));
	if (unknown !== undefined) {
		throw new UsageError(
			`“${unknown}” is no page of the build; there are ${[...built.keys()].join(', ')}.`,
		);
	}
	const titles = only.length > 0 ? only : [...built.keys()];
	const current = await wiki.readPages(titles);
	return isRemoval
		? planRemoval(built, current, user.rights.has('delete') || user.name === null)
		: planInstallation(built, current);
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

async function isAgreed(
	{ isAgreed, isRemoval }: DeployOptions,
	changes: readonly PlannedPage[],
	{ ask }: Terminal,
): Promise<boolean> {
	const count = countChanges(changes);
	const question = isRemoval ? `Take the gadget away, ${count}?` : `Write ${count}?`;
	return isAgreed || /^y(es)?$/i.test(((await ask?.(`${question} [y/N] `)) ?? '').trim());
}

async function write(deployment: Deployment, changes: readonly PlannedPage[]): Promise<number> {
	const { terminal, wiki, summary } = deployment;
	const progress = await perform(wiki, changes, summary, (page) =>
		terminal.out(describeWritten(page)),
	);
	if (progress.failed !== null) {
		const code = explainFailure(progress.error, terminal);
		describeProgress(progress).map(terminal.note);
		return code;
	}
	return checkServed(deployment, progress.done);
}
