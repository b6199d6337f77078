import { wait } from '../scan/insist.ts';
import { describeUsage } from '../terminal/arguments.ts';
import { createPoliteClient } from '../terminal/politeClient.ts';
import { type Reach, reachWiki } from '../terminal/reach.ts';
import { exitCodes, type Terminal, UsageError } from '../terminal/terminal.ts';
import { ApiError } from '../wiki/api.ts';
import { buildWithoutCredentials } from './build.ts';
import {
	type BuiltPages,
	findFaults,
	forTrial,
	inWikiLanguage,
	readBuiltPages,
	withHelpPage,
} from './builtPages.ts';
import { createCookieFetch } from './cookies.ts';
import { type Credentials, hasCredentials, readCredentials, secretsOf } from './credentials.ts';
import { reportFailure } from './failure.ts';
import { explainUnfit } from './fitness.ts';
import { markOf, summaryOf } from './history.ts';
import { chooseLanguages, inLanguages, readShares } from './languages.ts';
import { createTokenFetch, hideSecrets, logIn } from './login.ts';
import { newcomersPageOf } from './nextSteps.ts';
import {
	type DeployOptions,
	type DeployTask,
	deployOptions,
	readDeployOptions,
} from './options.ts';
import { runDeployment } from './run.ts';
import { readSource, type Source } from './source.ts';
import { createWiki } from './wiki.ts';

/** What `--help` says. */
export const deployUsage = describeUsage(
	`npm run deploy -- --wiki URL [options]
Builds the gadget and puts it onto a wiki, page by page, or takes it away.`,
	deployOptions,
	`Who writes, without --credentials: a BotPassword in MENTORSHIP_WIKI_USER (User@App) and
MENTORSHIP_WIKI_PASSWORD, which is asked for where they are not set; or an OAuth 2 token in
MENTORSHIP_WIKI_TOKEN.
Exit code: 0 done, 1 failed, 2 wrong option, 130 interrupted.`,
);

export interface DeployDependencies {
	/** `dist/wiki` */
	readonly folder: string;
	readonly environment: NodeJS.ProcessEnv;
	readonly build: (environment: NodeJS.ProcessEnv) => Promise<void>;
	readonly readSource: () => Promise<Source>;
	/** Resolves after so many seconds. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** See {@link findFaults}. */
	readonly findFaults: (pages: BuiltPages) => string[];
}

/** `npm run deploy`: puts the gadget onto a wiki, or takes it away. */
export const deploy = createDeploy({
	folder: 'dist/wiki',
	environment: process.env,
	build: buildWithoutCredentials,
	readSource,
	wait,
	findFaults,
});

/** @returns The command, which gives its exit code. */
export function createDeploy(dependencies: DeployDependencies) {
	return async (args: readonly string[], terminal: Terminal): Promise<number> => {
		const secrets: string[] = [];
		const discreet = hideIn(terminal, secrets);
		try {
			const options = await readDeployOptions(args, terminal);
			secrets.push(...secretsOf(options.credentials));
			return await begin(dependencies, options, discreet, secrets);
		} catch (error) {
			return reportFailure(error, discreet);
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

const names: Readonly<Record<DeployTask, string>> = {
	install: 'Install',
	trial: 'Install for a trial',
	remove: 'Remove',
	undo: 'Undo',
};
const kinds = { install: 'run', trial: 'run', remove: 'removal', undo: 'undo' } as const;

async function begin(
	{ folder, environment, build, readSource, wait, findFaults }: DeployDependencies,
	options: DeployOptions,
	terminal: Terminal,
	secrets: string[],
): Promise<number> {
	const { task, isDryRun, isConfirmed } = options;
	const { interrupted: signal, note, ask, now } = terminal;
	const source = await readSource();
	if (source.isChanged && !isDryRun && !isConfirmed) {
		throw new UsageError(
			`Files here differ from the commit ${source.commit}, so nobody could build this again. Commit them, or pass --yes.`,
		);
	}
	await build(environment);
	const pages = await readBuiltPages(folder);
	const takesAway = task === 'remove' || task === 'undo';
	const faults = takesAway ? [] : findFaults(pages);
	if (faults.length > 0) {
		faults.map(note);
		note('The build is unfit for a wiki: nothing was written.');
		return exitCodes.failed;
	}
	const shares = readShares();
	const languages = chooseLanguages(options.languages, shares);
	const left = [...shares.keys()].filter((language) => !languages.includes(language));
	if (left.length > 0 && !takesAway) {
		note(`Languages left out: ${left.join(', ')} (--languages takes any).`);
	}
	const reach = await reachWiki({ ...options, wait, say: note, signal });
	// To see what would be done, nobody has to log in.
	const isAnonymous = isDryRun && options.credentials === null && !hasCredentials(environment);
	const credentials = isAnonymous
		? null
		: (options.credentials ?? (await readCredentials(environment, reach.api, ask)));
	secrets.push(...secretsOf(credentials));
	const { wiki, site, user } = await connect(reach, credentials, terminal);
	const wanted = takesAway ? pages : inLanguages(pages, languages);
	const inLanguage = inWikiLanguage(wanted, site.languages);
	const built = await withHelpPage(inLanguage, options.helpPage, newcomersPageOf(site));
	return runDeployment({
		...{ options, terminal, wiki, site, user, wait, fetch: reach.fetch },
		built: task === 'trial' ? forTrial(built) : built,
		summary: summaryOf(options.summary ?? names[task], source, markOf(kinds[task], now())),
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
	const wiki = createWiki({ client, api, note });
	const site = await wiki.readSite();
	const user = await wiki.readUser();
	if (credentials !== null && user.name === null) {
		throw new ApiError('login-failed', 'it takes you for logged out');
	}
	note(`Wiki: ${site.name} (${api.href})${user.name === null ? '' : `, as ${user.name}`}`);
	const reason = await explainUnfit(site, wiki);
	if (reason !== null) {
		throw new ApiError('unfit', `${reason} Nothing was written`);
	}
	return { wiki, site, user };
}
