import { readArguments } from '../terminal/arguments.ts';
import { readSafeAddress } from '../terminal/findApi.ts';
import { type Terminal, UsageError } from '../terminal/terminal.ts';
import { type Credentials, readCredentialsFile } from './credentials.ts';

/** What a run does to the wiki. */
export type DeployTask = 'install' | 'trial' | 'remove' | 'undo';

export interface DeployOptions {
	/** Some address of the wiki. */
	readonly address: URL;
	/** From a file; `null`: from the environment, or asked for. */
	readonly credentials: Credentials | null;
	readonly task: DeployTask;
	readonly isDryRun: boolean;
	/** Nobody is to be asked. */
	readonly isAgreed: boolean;
	/** The person agreed; it is not only that nobody can be asked. */
	readonly isConfirmed: boolean;
	readonly summary: string | null;
	/** How the wiki's operators can reach whoever runs this. */
	readonly contact: string | null;
	/** Where the help page is wanted; `null`: nowhere. */
	readonly helpPage: string | null;
	/** Titles; empty: all pages. */
	readonly only: readonly string[];
	/** Codes of languages beside English; `null`: those that are translated far enough. */
	readonly languages: readonly string[] | null;
}

/** @throws UsageError */
export async function readDeployOptions(
	args: readonly string[],
	{ ask }: Terminal,
): Promise<DeployOptions> {
	const values = readArguments(args, {
		wiki: { type: 'string' },
		credentials: { type: 'string' },
		'dry-run': { type: 'boolean', default: false },
		trial: { type: 'boolean', default: false },
		remove: { type: 'boolean', default: false },
		undo: { type: 'boolean', default: false },
		yes: { type: 'boolean', default: false },
		summary: { type: 'string' },
		contact: { type: 'string' },
		only: { type: 'string', multiple: true, default: [] },
		'help-page': { type: 'string' },
		languages: { type: 'string' },
	});
	const { 'dry-run': isDryRun, yes, summary = null, contact = null, only } = values;
	const { 'help-page': helpPage = null } = values;
	const tasks = (['trial', 'remove', 'undo'] as const).filter((name) => values[name]);
	if (tasks.length > 1) {
		throw new UsageError(`--${tasks.join(' and --')} are different things: choose one.`);
	}
	const [task = 'install'] = tasks;
	if (task !== 'install' && only.length > 0) {
		throw new UsageError(`--${task} is about the whole gadget: it goes without --only.`);
	}
	if (helpPage !== null && /^(remove|undo)$/.test(task)) {
		throw new UsageError(`--${task} leaves the help page as it is: it goes without --help-page.`);
	}
	if (helpPage !== null && !/^(?!MediaWiki:|Special:)[^:]+:./i.test(helpPage)) {
		throw new UsageError(
			`“${helpPage}” is no place for the help page. Name one with its namespace, such as Help:Mentorship.`,
		);
	}
	const isAgreed = yes || values.credentials !== undefined;
	if (!isDryRun && !isAgreed && ask === null) {
		throw new UsageError(
			'There is no terminal to ask at: pass --yes, or --dry-run to see what it does.',
		);
	}
	const file = values.credentials && (await readCredentialsFile(values.credentials));
	const address = readSafeAddress(values.wiki ?? (file ? file.site : undefined));
	if (file && readSafeAddress(file.site).host !== address.host) {
		throw new UsageError(`The credentials are for ${file.site}, and not for ${address.host}.`);
	}
	return {
		...{ address, task, isDryRun, isAgreed, isConfirmed: yes, summary, contact, helpPage },
		credentials: file ? file.credentials : null,
		languages: readLanguageCodes(values.languages),
		only: only.map((page) => `MediaWiki:${page.replace(/^MediaWiki:/i, '').replaceAll(' ', '_')}`),
	};
}

/** @param codes Separated by commas. @returns `null` where the option is not given. */
export function readLanguageCodes(codes: string | undefined): readonly string[] | null {
	return codes?.split(',').filter((code) => code !== '') ?? null;
}
