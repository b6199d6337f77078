import { setTimeout as wait } from 'node:timers/promises';
import packageFile from '../../package.json' with { type: 'json' };
import { createPoliteClient, WikiError } from '../terminal/politeClient.ts';
import { exitCodes, type Terminal, UsageError } from '../terminal/terminal.ts';
import { type BuiltPages, findFaults, inWikiLanguage, readBuiltPages } from './builtPages.ts';
import { createCookieFetch } from './cookies.ts';
import { explainFailure } from './failure.ts';
import { findApi } from './findApi.ts';
import { type Credentials, createTokenFetch, hideSecrets, logIn } from './login.ts';
import { type DeployOptions, isAnonymous, readCredentials, readDeployOptions } from './options.ts';
import { runDeployment } from './run.ts';
import { createWiki } from './wiki.ts';

export interface DeployDependencies {
	/** `dist/wiki` */
	readonly folder: string;
	readonly environment: NodeJS.ProcessEnv;
	/** Resolves after so many seconds. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** See {@link findFaults}. */
	readonly findFaults: (pages: BuiltPages) => string[];
}

/** What `--help` says. */
export const deployUsage = `npm run deploy -- --wiki URL [--dry-run] [--summary TEXT] [--only PAGE]… [--remove] [--yes]
Puts the built gadget onto a wiki, page by page, or takes it away.
  --wiki URL      any address of the wiki, or its api.php
  --dry-run       shows what would change, and changes nothing
  --summary TEXT  the edit summary
  --only PAGE     this page alone; may be given several times
  --remove        takes the gadget away
  --yes           does not ask before it begins
Who writes: a BotPassword in MENTORSHIP_WIKI_USER (User@App) and MENTORSHIP_WIKI_PASSWORD, which is
asked for where they are not set; or an OAuth 2 token in MENTORSHIP_WIKI_TOKEN.
Exit code: 0 done, 1 failed, 2 wrong option, 130 interrupted.`;

/** `npm run deploy`: puts the built gadget onto a wiki, or takes it away. */
export const deploy = createDeploy({
	folder: 'dist/wiki',
	environment: process.env,
	wait: (seconds, signal) => wait(seconds * 1000, undefined, { signal }),
	findFaults,
});

const userAgent = `MentorshipGadgetDeploy/${packageFile.version}`;

/** @returns The command, which gives its exit code. */
export function createDeploy(dependencies: DeployDependencies) {
	return async (args: readonly string[], terminal: Terminal): Promise<number> => {
		const secrets: string[] = [];
		const discreet = hideIn(terminal, secrets);
		try {
			const options = readDeployOptions(args, terminal);
			return await begin(dependencies, options, discreet, secrets);
		} catch (error) {
			return explainFailure(error, discreet);
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
	const pages = await readBuiltPages(folder);
	const faults = options.isRemoval ? [] : findFaults(pages);
	if (faults.length > 0) {
		faults.map(terminal.note);
		terminal.note('The build is unfit for a wiki: nothing was written.');
		return exitCodes.failed;
	}
	const api = await locateApi(options.address, terminal);
	const credentials = isAnonymous(environment, options)
		? null
		: await readCredentials(environment, api, terminal);
	secrets.push(...secretsOf(credentials));
	const { wiki, site, user } = await connect(api, credentials, wait, terminal);
	const action = options.isRemoval ? 'Remove' : 'Install';
	return runDeployment({
		...{ options, terminal, wiki, load: site.load, user, userAgent, wait },
		built: inWikiLanguage(pages, site.language),
		summary: `${options.summary ?? action} (Mentorship Gadget ${packageFile.version})`,
	});
}

/** @throws UsageError, WikiError */
async function locateApi(address: URL, { interrupted: signal }: Terminal): Promise<URL> {
	try {
		const api = await findApi(address, fetch, { headers: { 'User-Agent': userAgent }, signal });
		if (api !== null) {
			return api;
		}
	} catch (error) {
		signal.throwIfAborted();
		const { message, cause } = error as Error;
		throw new WikiError('network', cause instanceof Error ? cause.message : message);
	}
	throw new UsageError(
		`There is no MediaWiki at ${address.href}: no page there names its api.php.`,
	);
}

/** Logs in and finds out where and who one is. @throws WikiError */
async function connect(
	api: URL,
	credentials: Credentials | null,
	wait: DeployDependencies['wait'],
	{ note, interrupted: signal }: Terminal,
) {
	const client = createPoliteClient({
		...{ api, userAgent, wait, signal },
		fetch:
			credentials?.kind === 'token'
				? createTokenFetch(fetch, credentials.token)
				: createCookieFetch(fetch),
		onWait: (reason, seconds) => note(`The wiki is busy (${reason}): waiting ${seconds} s.`),
	});
	if (credentials?.kind === 'botPassword') {
		await logIn(client, credentials);
	}
	const wiki = createWiki(client, api);
	const site = await wiki.readSite();
	const user = await wiki.readUser();
	if (credentials !== null && user.name === null) {
		throw new WikiError('login-failed', 'it takes you for logged out');
	}
	note(`Wiki: ${site.name} (${api.href})${user.name === null ? '' : `, as ${user.name}`}`);
	if (!site.hasGadgets) {
		throw new WikiError('no-gadgets', 'it lacks the extension Gadgets, which it would need');
	}
	return { wiki, site, user };
}

function secretsOf(credentials: Credentials | null): string[] {
	if (credentials === null) {
		return [];
	}
	return [credentials.kind === 'token' ? credentials.token : credentials.password];
}
