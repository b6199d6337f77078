import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { downloadDebianPackages, exists, isDebian } from '../support/debian.ts';
import { preparePhp } from './php.ts';

const run = promisify(execFile);
/** The Debian release that packages MediaWiki 1.43. */
const suite = 'trixie';
const cache = path.resolve(import.meta.dirname, '../../.cache/mediawiki');
const oneHour = 60 * 60 * 1000;

/**
 * A folder with the files of MediaWiki, never to be written to, and a PHP that runs it.
 *
 * `MEDIAWIKI_DIR` names a folder of one's own; otherwise, on Debian, its packages of MediaWiki 1.43
 * are downloaded (53 MB) and unpacked, once, and PHP is installed if it is missing (as root).
 * @returns the folder's absolute path
 * @throws an error saying what is missing and what to do about it
 */
export async function prepareMediaWikiFiles(): Promise<string> {
	await preparePhp();
	const own = process.env.MEDIAWIKI_DIR;
	if (own) {
		return checkedFolder(path.resolve(own));
	}
	const files = path.join(cache, suite);
	if (!(await exists(files))) {
		await unpack(files);
	}
	return files;
}

/**
 * The version of the MediaWiki in a folder, e.g. `1.43.9`; `undefined` if there is none.
 */
export async function mediaWikiVersion(folder: string): Promise<string | undefined> {
	const file = path.join(folder, 'includes/Defines.php');
	const text = (await exists(file)) ? await readFile(file, 'utf8') : '';
	return /define\(\s*'MW_VERSION',\s*'([^']+)'/.exec(text)?.[1];
}

async function checkedFolder(folder: string): Promise<string> {
	const needed = ['vendor/autoload.php', 'extensions/Gadgets/extension.json'];
	const missing: string[] = (await mediaWikiVersion(folder)) ? [] : ['includes/Defines.php'];
	for (const file of needed) {
		if (!(await exists(path.join(folder, file)))) {
			missing.push(file);
		}
	}
	if (missing.length > 0) {
		throw new Error(
			`MEDIAWIKI_DIR is "${folder}", which is not a complete MediaWiki: it lacks ${missing.join(', ')}. ` +
				'Unpack a release of MediaWiki 1.43 or later there, or unset it.',
		);
	}
	return folder;
}

/** The folder is never seen half done: it gets its name when it is complete. */
async function unpack(into: string): Promise<void> {
	if (!(await isDebian())) {
		throw new Error(
			'No MediaWiki found. On Debian it is downloaded; on this machine, unpack a release of ' +
				'MediaWiki 1.43 or later (with its bundled extensions) and set MEDIAWIKI_DIR to that folder.',
		);
	}
	await mkdir(cache, { recursive: true });
	await removeInterrupted();
	const scratch = await mkdtemp(path.join(cache, 'unpacking-'));
	const packages = await downloadDebianPackages(suite, ['mediawiki', 'mediawiki-classes'], scratch);
	for (const file of packages) {
		await run('dpkg', ['-x', file, path.join(scratch, 'tree')]);
	}
	const files = path.join(scratch, 'tree/usr/share/mediawiki');
	await replaceLinks(files);
	await rename(files, into).catch(async (error: unknown) => {
		// Another process may have been quicker.
		if (!(await exists(into))) {
			throw error;
		}
	});
	await rm(scratch, { recursive: true, force: true });
}

/** The package links extensions and data folders to places outside; the shared copy has no use for those. */
async function replaceLinks(files: string): Promise<void> {
	const entries = await readdir(files, { withFileTypes: true });
	for (const entry of entries.filter((candidate) => candidate.isSymbolicLink())) {
		await rm(path.join(files, entry.name));
	}
	await rename(path.join(files, 'extensions-core'), path.join(files, 'extensions'));
}

async function removeInterrupted(): Promise<void> {
	for (const name of await readdir(cache)) {
		const folder = path.join(cache, name);
		if (name.startsWith('unpacking-') && Date.now() - (await stat(folder)).mtimeMs > oneHour) {
			await rm(folder, { recursive: true, force: true });
		}
	}
}
