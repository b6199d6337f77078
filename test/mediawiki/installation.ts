import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { exists } from '../support/debian.ts';
import { type Extensions, layTogether, namesToLoad } from './extensions.ts';
import { administrator, password } from './people.ts';

const run = promisify(execFile);
const fiveMinutes = 5 * 60 * 1000;
const settingsFile = path.join(import.meta.dirname, 'LocalSettings.php');

/** One wiki: MediaWiki's files and extensions (shared, read only), its own data folder, its address. */
export interface Place {
	readonly files: string;
	readonly extensions: Extensions;
	readonly folder: string;
	readonly origin: string;
}

/**
 * Makes the wiki in its data folder, unless it is there already. MediaWiki's installer writes its
 * LocalSettings.php last, so the wiki is complete where that file is (it is not used:
 * LocalSettings.php beside this file is).
 * @throws with MediaWiki's words when that fails
 */
export async function install(place: Place): Promise<void> {
	const { files, extensions, folder } = place;
	await mkdir(path.join(folder, 'cache'), { recursive: true });
	await mkdir(path.join(folder, 'images'), { recursive: true });
	await layTogether(files, extensions, documentsOf(place));
	const installed = path.join(folder, 'LocalSettings.php');
	if (!(await exists(installed))) {
		await removeDatabases(folder);
		await maintenance(
			files,
			// Without this, the installer would take the settings of these wikis for its own.
			{ MW_CONFIG_FILE: installed },
			...['install', '--dbtype=sqlite', `--dbpath=${folder}`, '--dbname=wiki', '--lang=en'],
			...[`--server=${place.origin}`, '--scriptpath=', `--pass=${password}`],
			...[`--confpath=${folder}`, 'Test wiki', administrator],
		);
	}
	if (extensions.size > 0) {
		await maintenance(files, environment(place), 'update', '--quick');
	}
}

/**
 * Gives a person a BotPassword.
 * @param app its name
 * @param grants such as `editpage`
 * @param secret at least 32 characters
 */
export async function createBotPassword(
	place: Place,
	user: string,
	app: string,
	grants: readonly string[],
	secret: string,
): Promise<void> {
	await maintenance(
		place.files,
		environment(place),
		...['createBotPassword', '--appid', app],
		...['--grants', grants.join(','), user, secret],
	);
}

async function removeDatabases(folder: string): Promise<void> {
	for (const name of ['wiki', 'wiki_jobqueue', 'wiki_l10n_cache', 'wikicache']) {
		for (const ending of ['.sqlite', '.sqlite-wal', '.sqlite-shm']) {
			await rm(path.join(folder, `${name}${ending}`), { force: true });
		}
	}
}

async function maintenance(
	files: string,
	variables: NodeJS.ProcessEnv,
	...parameters: string[]
): Promise<void> {
	const script = path.join(files, 'maintenance/run.php');
	const running = run('php', [script, ...parameters], {
		env: { ...process.env, ...variables },
		timeout: fiveMinutes,
		maxBuffer: 64 * 1024 * 1024,
	});
	running.child.stdin?.end();
	await running.catch((error: unknown) => {
		const { stdout = '', stderr = '' } = Object(error);
		throw new Error(`MediaWiki's ${parameters[0]} failed: ${stdout}${stderr}`, { cause: error });
	});
}

/** The folder that the web server serves. */
export function documentsOf({ folder }: Place): string {
	return path.join(folder, 'documents');
}

/** The variables with which PHP serves this wiki. */
export function environment(place: Place): NodeJS.ProcessEnv {
	return {
		MW_CONFIG_FILE: settingsFile,
		WIKI_FOLDER: place.folder,
		WIKI_DOCUMENTS: documentsOf(place),
		WIKI_EXTENSIONS: namesToLoad(place.extensions),
		WIKI_ORIGIN: place.origin,
	};
}
