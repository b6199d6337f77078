import { flag, readArguments, valued } from '../terminal/arguments.ts';
import { readSafeAddress } from '../terminal/findApi.ts';
import { wikiOptions } from '../terminal/reach.ts';
import { type Terminal, UsageError } from '../terminal/terminal.ts';
import { readCredentialsFile } from './credentials.ts';

export const languageOption = valued(
	'DE,FR',
	"these languages beside English, however few texts they have ('' for none); without it, all that have 3 % of the texts",
);

/** All that `npm run deploy` can be told: `--help` and the parser are made of this. */
export const deployOptions = {
	...wikiOptions,
	'dry-run': flag('shows what would change, and changes nothing'),
	trial: flag(
		'only for readers who add ?withgadget=mentorship to a page’s address, or tick the gadget in their preferences; the next deploy without --trial turns it on for everyone',
	),
	remove: flag('takes the gadget away'),
	undo: flag('restores the pages as they were before the last run'),
	only: { ...valued('PAGE', 'this page alone; may be given several times'), multiple: true },
	credentials: valued(
		'FILE',
		'JSON with "site" and "accessToken" (OAuth 2), or "site", "username" and "password" (BotPassword); then it asks nothing',
	),
	languages: languageOption,
	'help-page': valued(
		'TITLE',
		'also writes the help page, such as Help:Mentorship, where there is none yet; it needs no pictures, and is the community’s from then on',
	),
	summary: valued('TEXT', 'the edit summary; version, commit and time are added'),
	yes: flag('does not ask before it begins; needed where files differ from the commit'),
} as const;

/** What a run does to the wiki. */
export type DeployTask = 'install' | 'trial' | 'remove' | 'undo';

export type DeployOptions = Awaited<ReturnType<typeof readDeployOptions>>;

/** @throws UsageError */
export async function readDeployOptions(args: readonly string[], { ask }: Terminal) {
	const values = readArguments(args, deployOptions);
	const { 'dry-run': isDryRun, 'help-page': helpPage = null, only = [], yes: isConfirmed } = values;
	const tasks = (['trial', 'remove', 'undo'] as const).filter((name) => values[name]);
	if (tasks.length > 1) {
		throw new UsageError(`--${tasks.join(' and --')} are different things: choose one.`);
	}
	const [task = 'install']: DeployTask[] = tasks;
	if (task !== 'install' && only.length > 0) {
		throw new UsageError(`--${task} is about the whole gadget: it goes without --only.`);
	}
	if (helpPage !== null && /^(remove|undo)$/.test(task)) {
		throw new UsageError(`--${task} leaves the help page as it is: it goes without --help-page.`);
	}
	if (helpPage !== null && !/^(?!MediaWiki:|Special:)[^:]+:./i.test(helpPage)) {
		throw new UsageError(
			`The help page cannot be at “${helpPage}”. Name a page with its namespace, such as Help:Mentorship.`,
		);
	}
	const isAgreed = isConfirmed || values.credentials !== undefined;
	if (!isDryRun && !isAgreed && ask === null) {
		throw new UsageError(
			'There is no terminal to ask at: pass --yes, or --dry-run to see what it does.',
		);
	}
	const file = values.credentials ? await readCredentialsFile(values.credentials) : null;
	const address = readSafeAddress(values.wiki ?? file?.site);
	if (file !== null && readSafeAddress(file.site).host !== address.host) {
		throw new UsageError(`The credentials are for ${file.site}, and not for ${address.host}.`);
	}
	return {
		...{ address, task, isDryRun, helpPage },
		/** From a file; `null`: from the environment, or asked for. */
		credentials: file?.credentials ?? null,
		/** Nothing is asked before writing. */
		isAgreed,
		/** The person agreed: it is not only that there is no terminal to ask at. */
		isConfirmed,
		summary: values.summary ?? null,
		contact: values.contact ?? null,
		/** See `chooseLanguages`. */
		languages: values.languages,
		/** Titles; empty: all pages. */
		only: only.map((page) => `MediaWiki:${page.replace(/^MediaWiki:/i, '').replaceAll(' ', '_')}`),
	};
}
