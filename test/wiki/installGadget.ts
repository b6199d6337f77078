import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { exists } from '../support/debian.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { readPage, savePageIfMissing } from './pages.ts';

const definitionFile = 'Gadgets-definition';
const definitionPage = `MediaWiki:${definitionFile}`;
/** The administrators' choices, which a new version of the gadget leaves alone. */
const configurationFile = 'Gadget-mentorship.json';

/**
 * Saves the built gadget on a wiki, as its administrators would: each file is the page of its name
 * in the MediaWiki namespace, and the definition lines join those of the wiki's other gadgets.
 * Installing again replaces scripts, styles and definitions, never the configuration.
 * @param distFolder what the build wrote for wikis, `dist/wiki`
 * @throws when there is no build, or the wiki refuses a page
 */
export async function installGadget(wiki: WikiUnderTest, distFolder: string): Promise<void> {
	const definitions = path.join(distFolder, definitionFile);
	if (!(await exists(definitions))) {
		throw new Error(`"${definitions}" does not exist: build the gadget first.`);
	}
	const files = await readdir(distFolder);
	for (const file of files.filter((name) => name !== definitionFile)) {
		const text = await readFile(path.join(distFolder, file), 'utf8');
		if (file === configurationFile) {
			await savePageIfMissing(wiki, `MediaWiki:${file}`, text);
		} else {
			await wiki.savePage(`MediaWiki:${file}`, text);
		}
	}
	const ours = await readFile(definitions, 'utf8');
	const theirs = (await readPage(wiki, definitionPage)) ?? '';
	await wiki.savePage(definitionPage, mergeDefinitions(theirs, ours));
}

/**
 * The definitions page with our lines at the end, in place of any earlier ones of the same gadgets.
 * @param theirs the page as it is
 * @param ours our lines, with or without a section heading
 */
export function mergeDefinitions(theirs: string, ours: string): string {
	const replaced = new Set(lines(ours).map((line) => gadgetName(line) ?? line));
	const kept = lines(theirs).filter((line) => !replaced.has(gadgetName(line) ?? line));
	return [...kept, ...lines(ours)].join('\n');
}

function lines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trimEnd())
		.filter((line) => line !== '');
}

function gadgetName(line: string): string | undefined {
	return /^\*+\s*([A-Za-z][\w:.-]*)/.exec(line)?.[1];
}
