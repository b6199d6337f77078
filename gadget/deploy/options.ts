import { readArguments } from '../terminal/arguments.ts';
import { isExposed, readWikiAddress } from '../terminal/findApi.ts';
import { type Terminal, UsageError } from '../terminal/terminal.ts';
import type { Credentials } from './login.ts';

export interface DeployOptions {
	/** Some address of the wiki. */
	readonly address: URL;
	readonly isDryRun: boolean;
	readonly isRemoval: boolean;
	/** Nobody is to be asked. */
	readonly isAgreed: boolean;
	readonly summary: string | null;
	/** How the wiki's operators can reach whoever runs this. */
	readonly contact: string | null;
	/** Titles; empty: all pages. */
	readonly only: readonly string[];
	/** Codes of languages beside English; `null`: those that are translated far enough. */
	readonly languages: readonly string[] | null;
}

/** The environment's variables that say who deploys; none of them is ever an option. */
export const credentialVariables = {
	user: 'MENTORSHIP_WIKI_USER',
	password: 'MENTORSHIP_WIKI_PASSWORD',
	token: 'MENTORSHIP_WIKI_TOKEN',
} as const;

/** @throws UsageError */
export function readDeployOptions(args: readonly string[], { ask }: Terminal): DeployOptions {
	const values = readArguments(args, {
		wiki: { type: 'string' },
		'dry-run': { type: 'boolean', default: false },
		remove: { type: 'boolean', default: false },
		yes: { type: 'boolean', default: false },
		summary: { type: 'string' },
		contact: { type: 'string' },
		only: { type: 'string', multiple: true, default: [] },
		languages: { type: 'string' },
	});
	const { 'dry-run': isDryRun, remove: isRemoval, yes: isAgreed, summary = null, only } = values;
	if (!isDryRun && !isAgreed && ask === null) {
		throw new UsageError(
			'Without a terminal to ask at, say --yes, or --dry-run to see what it does.',
		);
	}
	if (isRemoval && only.length > 0) {
		throw new UsageError('--remove takes the whole gadget away: it goes without --only.');
	}
	return {
		address: readSafeAddress(values.wiki),
		contact: values.contact ?? null,
		isDryRun,
		isRemoval,
		isAgreed,
		summary,
		languages: values.languages?.split(',').filter((language) => language !== '') ?? null,
		only: only.map((page) => `MediaWiki:${page.replace(/^MediaWiki:/i, '').replaceAll(' ', '_')}`),
	};
}

/** @throws UsageError Where it could be read or changed on the way. */
function readSafeAddress(text: string | undefined): URL {
	const address = readWikiAddress(text);
	if (isExposed(address)) {
		throw new UsageError(
			`${address.href} is not encrypted: others could read the password, and change what the wiki says. Use https.`,
		);
	}
	return address;
}

/** Whether nobody logs in: to see what would be done, nobody has to. */
export function isAnonymous(environment: NodeJS.ProcessEnv, { isDryRun }: DeployOptions): boolean {
	return isDryRun && Object.values(credentialVariables).every((name) => !environment[name]);
}

/**
 * Who deploys: from the environment, or asked for.
 *
 * @param api Where they are sent.
 * @throws UsageError
 */
export async function readCredentials(
	environment: NodeJS.ProcessEnv,
	api: URL,
	{ ask }: Terminal,
): Promise<Credentials> {
	const { user, password, token } = credentialVariables;
	if (environment[token]) {
		return { kind: 'token', token: environment[token] };
	}
	const name =
		environment[user] || ((await ask?.(`BotPassword’s name on ${api.host} (User@App): `)) ?? '');
	if (!/.@./.test(name)) {
		throw new UsageError(
			`A BotPassword is needed, from Special:BotPasswords: its name (User@App) in ${user}, its password in ${password}; or an OAuth 2 token in ${token}.`,
		);
	}
	const secret =
		environment[password] ||
		((await ask?.(`Password of ${name}, which is sent to ${api.origin}: `, true)) ?? '');
	if (secret === '') {
		throw new UsageError(`There is no password of ${name}: it goes into ${password}.`);
	}
	return { kind: 'botPassword', name, password: secret };
}
