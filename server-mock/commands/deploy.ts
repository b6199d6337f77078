import { setTimeout as wait } from 'node:timers/promises';
import {
	type BuiltPages,
	findFaults,
	inWikiLanguage,
	readBuiltPages,
} from '../../gadget/deploy/builtPages.ts';
import { createCookieFetch } from '../../gadget/deploy/cookies.ts';
import { findApi, isExposed } from '../../gadget/deploy/findApi.ts';
import {
	type Credentials,
	createTokenFetch,
	hideSecrets,
	logIn,
} from '../../gadget/deploy/login.ts';
import { findChanged, perform } from '../../gadget/deploy/perform.ts';
import {
	isChange,
	type PlannedPage,
	planInstallation,
	planRemoval,
} from '../../gadget/deploy/plan.ts';
import { createPoliteClient, type Fetch, WikiError } from '../../gadget/deploy/politeClient.ts';
import { findMissingRights } from '../../gadget/deploy/rights.ts';
import { createWiki, type Wiki, type WikiUser } from '../../gadget/deploy/wiki.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { checkServed } from './deployCheck.ts';
import {
	credentialVariables,
	type DeployOptions,
	readCredentials,
	readDeployOptions,
} from './deployOptions.ts';
import {
	countChanges,
	describeMissingRights,
	describePlan,
	describeProgress,
	describeWritten,
} from './deployText.ts';
import { exitCodes, type Terminal, UsageError } from './terminal.ts';

export interface DeployDependencies {
	/** `dist/wiki` */
	readonly folder: string;
	readonly environment: NodeJS.ProcessEnv;
	/** Resolves after so many seconds. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** See {@link findFaults}. */
	readonly findFaults: (pages: BuiltPages) => string[];
}

/** `npm run deploy`: puts the built gadget onto a wiki, or takes it away. */
export const deploy = createDeploy({
	folder: 'dist/wiki',
	environment: process.env,
	wait: (seconds, signal) => wait(seconds * 1000, undefined, { signal }),
	findFaults,
});

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
	readonly wait: DeployDependencies['wait'];
}

export const userAgent = `MentorshipGadgetDeploy/${packageFile.version}`;

/** @returns The command, which gives its exit code. */
export function createDeploy(dependencies: DeployDependencies) {
	return async (args: readonly string[], terminal: Terminal): Promise<number> => {
		const secrets: string[] = [];
		const discreet = hideIn(terminal, secrets);
		try {
			const options = readDeployOptions(args, terminal);
			return await begin(dependencies, options, discreet, secrets);
		} catch (error) {
			return explain(error, discreet);
		}
	};
}

/** A terminal on which no secret shows, whoever echoes it. */
function hideIn(terminal: Terminal, secrets: readonly string[]): Terminal {
	return {
		...terminal,
		out: (line) => terminal.out(hideSecrets(line, secrets)),
		note: (line) => terminal.note(hideSecrets(line, secrets)),
	};
}

async function begin(
	{ folder, environment, wait, findFaults }: DeployDependencies,
	options: DeployOptions,
	terminal: Terminal,
	secrets: string[],
): Promise<number> {
	const { note, interrupted: signal } = terminal;
	const pages = await readBuiltPages(folder);
	const faults = options.isRemoval ? [] : findFaults(pages);
	if (faults.length > 0) {
		faults.map(note);
		note('The build is unfit for a wiki: nothing was written.');
		return exitCodes.failed;
	}
	const init = { headers: { 'User-Agent': userAgent }, signal };
	const api = await findApi(options.address, fetch, init).catch((error: unknown) => {
		signal.throwIfAborted();
		throw new WikiError('network', String((error as Error).cause ?? error));
	});
	if (api === null) {
		throw new UsageError(
			`There is no MediaWiki at ${options.address.href}: no page there names its api.php.`,
		);
	}
	const credentials = await readCredentials(environment, options.isDryRun, terminal);
	if (credentials !== null && isExposed(api)) {
		throw new UsageError(
			`${api.href} is not encrypted: others could read the password. Use https.`,
		);
	}
	secrets.push(...secretsOf(credentials));
	const client = createPoliteClient({
		...{ api, userAgent, wait, signal, fetch: createLoggedInFetch(credentials) },
		onWait: (reason, seconds) => note(`The wiki is busy (${reason}): waiting ${seconds} s.`),
	});
	const wiki = createWiki(client, api);
	const site = await wiki.readSite();
	if (credentials?.kind === 'botPassword') {
		await logIn(client, credentials);
	}
	const user = await wiki.readUser();
	if (credentials !== null && user.name === null) {
		throw new WikiError('login-failed', `it takes you for logged out`);
	}
	note(`Wiki: ${site.name} (${api.href})${user.name === null ? '' : `, as ${user.name}`}`);
	const { version } = packageFile;
	return go({
		...{ options, terminal, wiki, load: site.load, user, wait },
		built: inWikiLanguage(pages, site.language),
		summary: `${options.summary ?? (options.isRemoval ? 'Remove' : 'Install')} (Mentorship Gadget ${version})`,
	});
}

function secretsOf(credentials: Credentials | null): string[] {
	if (credentials === null) {
		return [];
	}
	return [credentials.kind === 'token' ? credentials.token : credentials.password];
}

function createLoggedInFetch(credentials: Credentials | null): Fetch {
	return credentials?.kind === 'token'
		? createTokenFetch(fetch, credentials.token)
		: createCookieFetch(fetch);
}

/** What is to be done, whether it may be, and then doing it. */
async function go(deployment: Deployment): Promise<number> {
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
		const code = explain(progress.error, terminal);
		describeProgress(progress).map(terminal.note);
		return code;
	}
	return checkServed(deployment, progress.done);
}

const codesOfConflict = /^(editconflict|articleexists|missingtitle|pagedeleted)$/;

function explain(error: unknown, { note, interrupted }: Terminal): number {
	if (error instanceof UsageError) {
		note(error.message);
		return exitCodes.wrong;
	}
	if (interrupted.aborted) {
		note('Interrupted.');
		return exitCodes.interrupted;
	}
	if (!(error instanceof WikiError)) {
		note(String((error as Error).stack));
		return exitCodes.failed;
	}
	const text = error.message.replace(/\.$/, '');
	if (error.code === 'login-failed') {
		const { user, password } = credentialVariables;
		note(
			`The wiki does not let you in: ${text}. Check ${user} and ${password} against Special:BotPasswords.`,
		);
	} else if (codesOfConflict.test(error.code)) {
		note(`Somebody has changed this page in the meantime (${error.code}).`);
	} else {
		note(`The wiki refuses, or does not answer as it should (${error.code}): ${text}.`);
	}
	return error.code === 'no-api' ? exitCodes.wrong : exitCodes.failed;
}
