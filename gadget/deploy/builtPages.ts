import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPageMistake } from '../build/checks.ts';
import { parseJson } from '../terminal/json.ts';
import { CommandFailure } from '../terminal/terminal.ts';
import { readDefinitions } from './definitions.ts';

/** What `npm run build` made: page title → text. */
export type BuiltPages = ReadonlyMap<string, string>;

export const definitionTitle = 'MediaWiki:Gadgets-definition';

/** Where newcomers' cards are on a wiki without GrowthExperiments, unless it chooses another. */
export const usualNewcomersPage = 'Project:Newcomers';

/** The community's thresholds. */
export const configurationTitle = 'MediaWiki:Gadget-mentorship.json';

/** What belongs to the community once it is there: its thresholds, and the help page. */
export function isCommunityPage(title: string): boolean {
	return title === configurationTitle || !title.startsWith('MediaWiki:');
}

/** The gadget's description, for Special:Gadgets and the preferences; other languages are its subpages. */
export const descriptionTitle = 'MediaWiki:Gadget-mentorship';

/**
 * Reads the build: each file is named as its page without the namespace, `/` written as `%2F`.
 *
 * @param folder `dist/wiki`
 * @throws CommandFailure where there is no build.
 */
export async function readBuiltPages(folder: string): Promise<BuiltPages> {
	const files = await readdir(folder).catch(() => []);
	const pages = new Map<string, string>();
	for (const file of files.sort()) {
		pages.set(titleOfFile(file), await readFile(join(folder, file), 'utf8'));
	}
	if (!pages.has(definitionTitle)) {
		throw new CommandFailure(`There is no built gadget in “${folder}”. Run: npm run build`);
	}
	return pages;
}

/** The page that a file of the build is. */
export function titleOfFile(file: string): string {
	return `MediaWiki:${decodeURIComponent(file)}`;
}

/** The file of the build that a page is. @param page Without the namespace. */
export function fileOfPage(page: string): string {
	return page.replaceAll('/', '%2F');
}

/**
 * The pages for a wiki in some language: MediaWiki takes the description without a language for the
 * one in the wiki's own.
 *
 * @param languages The wiki's, such as `de-at`, and those it falls back to.
 */
export function inWikiLanguage(pages: BuiltPages, languages: readonly string[]): BuiltPages {
	const english = pages.get(descriptionTitle);
	const language = languages.find(
		(code) => code === 'en' || pages.has(`${descriptionTitle}/${code}`),
	);
	const own = pages.get(`${descriptionTitle}/${language}`);
	if (own === undefined || english === undefined) {
		return pages;
	}
	const named = new Map(pages).set(descriptionTitle, own).set(`${descriptionTitle}/en`, english);
	named.delete(`${descriptionTitle}/${language}`);
	return named;
}

/**
 * The pages, and the help page where one is wanted.
 *
 * @param newcomersPage Where this wiki's newcomers have their card.
 */
export async function withHelpPage(
	pages: BuiltPages,
	title: string | null,
	newcomersPage: string,
): Promise<BuiltPages> {
	if (title === null) {
		return pages;
	}
	const text = await readFile('public/help.wikitext', 'utf8');
	return new Map(pages).set(title, text.replaceAll(usualNewcomersPage, newcomersPage));
}

/**
 * The pages for a trial: the gadget is loaded only for readers who ask for it in the address or tick
 * it in their preferences. The form stays where it is for administrators.
 */
export function forTrial(pages: BuiltPages): BuiltPages {
	const definition = pages.get(definitionTitle) ?? '';
	const trial = definition.replace(
		'* mentorship[ResourceLoader|default|',
		'* mentorship[ResourceLoader|supportsUrlLoad|',
	);
	return new Map(pages).set(definitionTitle, trial);
}

/**
 * What a browser gets of a page. The comment at its beginning says where it is from, and may differ:
 * each saving would make every reader download the page anew.
 */
export function bodyOf(title: string, text: string): string {
	const body = /\.(js|css)$/.test(title) ? text.replace(/^\/\*.*?\*\/\s*/s, '') : text;
	return title.endsWith('.json') ? (compact(body) ?? body) : body.trimEnd();
}

/** MediaWiki indents JSON anew. @returns `null` where the text is not JSON. */
function compact(json: string): string | null {
	const value = parseJson(json);
	return value === undefined ? null : JSON.stringify(value);
}

/** What a wiki would change in the pages on saving, or could not parse; empty where all is well. */
export function findBuildMistakes(pages: BuiltPages): string[] {
	const versions = new Map<string, 2016 | 2017>(
		readDefinitions(pages.get(definitionTitle) ?? '').flatMap(({ options, pages: files }) => {
			const isNew = options.has('requiresES6') && !options.has('default');
			return files.map((file) => [`MediaWiki:Gadget-${file}`, isNew ? 2017 : 2016] as const);
		}),
	);
	return [...pages].flatMap(
		([title, text]) => findPageMistake(title, text, versions.get(title) ?? 2016) ?? [],
	);
}
