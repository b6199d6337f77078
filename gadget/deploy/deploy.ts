import packageFile from '../../package.json' with { type: 'json' };
import { wait } from '../scan/insist.ts';
import { createPoliteClient } from '../terminal/politeClient.ts';
import { type Reach, reachWiki } from '../terminal/reach.ts';
import { exitCodes, type Terminal } from '../terminal/terminal.ts';
import { ApiError } from '../wiki/api.ts';
import { type BuiltPages, findFaults, inWikiLanguage, readBuiltPages } from './builtPages.ts';
import { createCookieFetch } from './cookies.ts';
import { explainFailure } from './failure.ts';
import { chooseLanguages, inLanguages, readShares } from './languages.ts';
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
export const deployUsage = `npm run deploy -- --wiki URL [--dry-run] [--summary TEXT] [--only PAGE]… [--languages CODES] [--remove] [--yes]
Puts the built gadget onto a wiki, page by page, or takes it away.
  --wiki URL      any address of the wiki, or its api.php
  --dry-run       shows what would change, and changes nothing
  --summary TEXT  the edit summary
  --only PAGE     this page alone; may be given several times
  --languages DE,FR  these languages beside English, however few texts they have ('' for none);
                  without it, all that have 3 % of the texts
  --remove        takes the gadget away
  --yes           does not ask before it begins
Who writes: a BotPassword in MENTORSHIP_WIKI_USER (User@App) and MENTORSHIP_WIKI_PASSWORD, which is
asked for where they are not set; or an OAuth 2 token in MENTORSHIP_WIKI_TOKEN.
Exit code: 0 done, 1 failed, 2 wrong option, 130 interrupted.`;

/** `npm run deploy`: puts the built gadget onto a wiki, or takes it away. */
export const deploy = createDeploy({
	folder: 'dist/wiki',
	environment: process.env,
	wait,
	findFaults,
});

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
	const shares = readShares();
	const languages = chooseLanguages(options.languages, shares);
	const left = [...shares.keys()].filter((language) => !languages.includes(language));
	if (left.length > 0 && !options.isRemoval) {
		terminal.note(`Languages left out: ${left.join(', ')} (--languages takes any).`);
	}
	const { interrupted: signal, note: say } = terminal;
	const reach = await reachWiki({ ...options, wait, say, signal });
	const { api, fetch } = reach;
	const credentials = isAnonymous(environment, options)
		? null
		: await readCredentials(environment, api, terminal);
	secrets.push(...secretsOf(credentials));
	const { wiki, site, user } = await connect(reach, credentials, terminal);
	const action = options.isRemoval ? 'Remove' : 'Install';
	return runDeployment({
		...{ options, terminal, wiki, load: site.load, user, fetch, wait },
		built: inWikiLanguage(options.isRemoval ? pages : inLanguages(pages, languages), site.language),
		summary: `${options.summary ?? action} (Mentorship Gadget ${packageFile.version})`,
	});
}

/** Logs in and finds out where and who one is. @throws ApiError */
async function connect(reach: Reach, credentials: Credentials | null, { note }: Terminal) {
	const { api, fetch } = reach;
	const client = createPoliteClient({
		...reach,
		fetch:
			credentials?.kind === 'token'
				? createTokenFetch(fetch, credentials.token)
				: createCookieFetch(fetch),
	});
	if (credentials?.kind === 'botPassword') {
		await logIn(client, credentials);
	}
	const wiki = createWiki(client, api);
	const site = await wiki.readSite();
	const user = await wiki.readUser();
	if (credentials !== null && user.name === null) {
		throw new ApiError('login-failed', 'it takes you for logged out');
	}
	note(`Wiki: ${site.name} (${api.href})${user.name === null ? '' : `, as ${user.name}`}`);
	if (!site.hasGadgets) {
		throw new ApiError('no-gadgets', 'it lacks the extension Gadgets, which it would need');
	}
	return { wiki, site, user };
}

function secretsOf(credentials: Credentials | null): string[] {
	if (credentials === null) {
		return [];
	}
	return [credentials.kind === 'token' ? credentials.token : credentials.password];
}
