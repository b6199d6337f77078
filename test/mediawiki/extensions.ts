import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { exists } from '../support/debian.ts';

/** What GrowthExperiments needs; MediaWiki brings it along. */
const companion = 'VisualEditor';

/** Extensions that do not come with MediaWiki: where each of them is. */
export type Extensions = ReadonlyMap<string, string>;

/**
 * What the folder that `MEDIAWIKI_EXTENSIONS` names holds: a folder for each extension, by its name.
 * @returns an empty map where that is unset
 * @throws an error saying what is wrong with the folder
 */
export async function findExtensions(): Promise<Extensions> {
	const named = process.env.MEDIAWIKI_EXTENSIONS;
	if (!named) {
		return new Map();
	}
	const folder = path.resolve(named);
	const extensions = new Map<string, string>();
	for (const name of (await exists(folder)) ? await readdir(folder) : []) {
		if (await exists(path.join(folder, name, 'extension.json'))) {
			extensions.set(name, path.join(folder, name));
		}
	}
	if (extensions.size === 0) {
		throw new Error(
			`MEDIAWIKI_EXTENSIONS is "${named}", where there is no folder of an extension, such as ` +
				'GrowthExperiments/ with its extension.json. Put some there, or unset it.',
		);
	}
	return extensions;
}

/** Whether a wiki with these has Special:Homepage, and mentorship with it. */
export function hasGrowth(extensions: Extensions): boolean {
	return extensions.has('GrowthExperiments');
}

/** The names of all that a wiki with these has to load, separated by commas. */
export function namesToLoad(extensions: Extensions): string {
	const companions = hasGrowth(extensions) ? [companion] : [];
	return [...new Set([...companions, ...extensions.keys()])].join();
}

/**
 * A folder that a web server can serve as a MediaWiki with the extensions: links only, as neither
 * MediaWiki's own folder nor that of the extensions is ever written to.
 * @param files MediaWiki's own folder
 * @param into made anew
 */
export async function layTogether(
	files: string,
	extensions: Extensions,
	into: string,
): Promise<void> {
	await rm(into, { recursive: true, force: true });
	await mkdir(path.join(into, 'extensions'), { recursive: true });
	const bundled = path.join(files, 'extensions');
	const links = new Map([...(await entriesOf(bundled)), ...extensions]);
	for (const [name, target] of links) {
		await symlink(target, path.join(into, 'extensions', name));
	}
	for (const [name, target] of await entriesOf(files)) {
		if (name !== 'extensions') {
			await symlink(target, path.join(into, name));
		}
	}
}

async function entriesOf(folder: string): Promise<ReadonlyArray<readonly [string, string]>> {
	return (await readdir(folder)).map((name) => [name, path.join(folder, name)]);
}
