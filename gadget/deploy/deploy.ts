import { describeUsage } from '../terminal/arguments.ts';
import { reportFailure } from '../terminal/failure.ts';
import { createPoliteClient } from '../terminal/politeClient.ts';
import { type Reach, reachWiki } from '../terminal/reach.ts';
import { CommandFailure, type Terminal, UsageError } from '../terminal/terminal.ts';
import {
	type BuiltPages,
	findBuildMistakes,
	forTrial,
	inWikiLanguage,
	readBuiltPages,
	withHelpPage,
} from './builtPages.ts';
import { type Credentials, hasCredentials, readCredentials, secretsOf } from './credentials.ts';
import { type CommandDependencies, realDependencies } from './dependencies.ts';
import { createEditor } from './editor.ts';
import { explainUnfit } from './fitness.ts';
import { markOf, summaryOf } from './history.ts';
import { chooseLanguages, inLanguages, readShares } from './languages.ts';
import { createFetchAs, hideSecrets, logIn, loginFailure } from './login.ts';
import { newcomersPageOf } from './nextSteps.ts';
import { type DeployOptions, deployOptions, readDeployOptions } from './options.ts';
import { runDeployment } from './run.ts';
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

export interface DeployDependencies extends CommandDependencies {
	readonly findBuildMistakes: typeof findBuildMistakes;
}

/** `npm run deploy`: puts the gadget onto a wiki, or takes it away. */
export const deploy = createDeploy({ ...realDependencies, findBuildMistakes });

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

/** A terminal on which no secret shows, even if the wiki echoes it. */
function hideIn(terminal: Terminal, secrets: readonly string[]): Terminal {
	return {
		...terminal,
		out: (line) => terminal.out(hideSecrets(line, secrets)),
		note: (line) => terminal.note(hideSecrets(line, secrets)),
	};
}

const tasks = {
	install: { name: 'Install', kind: 'run' },
	trial: { name: 'Install for a trial', kind: 'run' },
	remove: { name: 'Remove', kind: 'removal' },
	undo: { name: 'Undo', kind: 'undo' },
} as const;

async function begin(
	dependencies: DeployDependencies,
	options: DeployOptions,
	terminal: Terminal,
	secrets: string[],
): Promise<number> {
	const { environment, readSource, wait } = dependencies;
	const { task, isDryRun } = options;
	const { interrupted: signal, note, ask, now } = terminal;
	const source = await readSource();
	if (source.isChanged && !isDryRun && !options.isConfirmed) {
		throw new UsageError(
			`Files here differ from the commit ${source.commit}, so no one else could build the same. Commit them, or pass --yes.`,
		);
	}
	const pages = await buildPages(dependencies, options, note);
	const reach = await reachWiki({ ...options, wait, say: note, signal });
	// A dry run needs no login.
	const isAnonymous = isDryRun && options.credentials === null && !hasCredentials(environment);
	const credentials = isAnonymous
		? null
		: (options.credentials ?? (await readCredentials(environment, reach.api, ask)));
	secrets.push(...secretsOf(credentials));
	const { site, ...connected } = await connect(reach, credentials, terminal);
	const inLanguage = inWikiLanguage(pages, site.languages);
	const built = await withHelpPage(inLanguage, options.helpPage, newcomersPageOf(site));
	const { name, kind } = tasks[task];
	return runDeployment({
		...{ options, terminal, site, ...connected, wait, fetch: reach.fetch },
		built: task === 'trial' ? forTrial(built) : built,
		summary: summaryOf(options.summary ?? name, source, markOf(kind, now())),
	});
}

/** Builds what the task needs. @throws CommandFailure where the build is unfit for a wiki */
async function buildPages(
	{ folder, environment, build, findBuildMistakes }: DeployDependencies,
	{ task, languages }: DeployOptions,
	note: (line: string) => void,
): Promise<BuiltPages> {
	const shares = readShares();
	const chosen = chooseLanguages(languages, shares);
	await build(environment);
	const pages = await readBuiltPages(folder);
	if (task === 'remove' || task === 'undo') {
		return pages;
	}
	const mistakes = findBuildMistakes(pages);
	if (mistakes.length > 0) {
		mistakes.map(note);
		throw new CommandFailure('A wiki cannot use this build: nothing was written.');
	}
	const left = [...shares.keys()].filter((language) => !chosen.includes(language));
	if (left.length > 0) {
		note(`Languages left out: ${left.join(', ')} (--languages takes any).`);
	}
	return inLanguages(pages, chosen);
}

/** Logs in and finds out where and who one is. @throws CommandFailure, ApiError */
async function connect(reach: Reach, credentials: Credentials | null, { note }: Terminal) {
	const { api, fetch } = reach;
	const client = createPoliteClient({ ...reach, fetch: createFetchAs(credentials, fetch) });
	if (credentials?.kind === 'botPassword') {
		await logIn(client, credentials);
	}
	const wiki = createWiki(client, api);
	const site = await wiki.readSite();
	const user = await wiki.readUser();
	if (credentials !== null && user.name === null) {
		throw loginFailure('it takes you for logged out');
	}
	note(`Wiki: ${site.name} (${api.href})${user.name === null ? '' : `, as ${user.name}`}`);
	const reason = await explainUnfit(site, wiki);
	if (reason !== null) {
		throw new CommandFailure(`This wiki cannot have the gadget. ${reason} Nothing was written.`);
	}
	return { wiki, site, user, editor: createEditor(client, user.rights.has('bot'), note) };
}
