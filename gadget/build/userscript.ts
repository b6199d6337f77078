import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import packageFile from '../../package.json' with { type: 'json' };
import { CommandFailure } from '../terminal/terminal.ts';
import { bundleGadget } from './bundle.ts';
import { findPageMistake } from './checks.ts';
import { listLanguages, readTexts } from './languagePages.ts';

/** Wikimedia's projects; in a userscript manager, people can add wikis of their own. */
const sites = [
	...['wikipedia', 'wiktionary', 'wikibooks', 'wikinews', 'wikiquote', 'wikisource'],
	...['wikiversity', 'wikivoyage', 'wikidata', 'wikimedia', 'wikifunctions', 'mediawiki'],
];

/** The userscript's files, as userscript managers know them by their names. */
export const userscriptFile = 'mentorship.user.js';
export const metadataFile = 'mentorship.meta.js';

/** Managers tell scripts by this and the English name: if either changes, updates stop. */
const namespace = 'mentorship-gadget';

/** A small person beside a tall one, in Codex's blue. */
const icon =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="#36c"><circle cx="6" cy="9" r="2.5"/><path d="M2 18v-2a4 4 0 0 1 8 0v2z"/><circle cx="13" cy="4.500" r="3"/><path d="M11 9a5 5 0 0 1 7 4.500V18h-6v-3a6 6 0 0 0-2-4z"/></svg>';

/**
 * Builds the userscript, and the file from which managers learn that there is a newer one.
 *
 * @param address The folder that both are served from, such as `https://example.org/mentorship/`;
 * without one the script does not update itself.
 * @returns File name → text.
 * @throws where a personal `common.js` could not hold it
 */
export async function buildUserscript(address?: string): Promise<ReadonlyMap<string, string>> {
	const name = 'mentorship.user';
	const pages = await bundleGadget(
		{
			name,
			entry: 'gadget/entries/userscript.tsx',
			// ResourceLoader parses what is pasted into a personal common.js as it does a default gadget.
			ecmaVersion: 2016,
			options: [],
			texts: /^(?!@|gadget-|form-(?!minEditcount|minTenureInDays)|preview-)/,
		},
		{ plugins: [replaceWikiPages()], readable: true },
	);
	const script = pages.get(`${name}.js`) ?? '';
	const metadata = describe(address);
	const text = `${metadata}(function () {\n${script.trimEnd()}\n})();\n`;
	const mistake = findPageMistake(userscriptFile, text, 2016);
	if (mistake !== null) {
		throw new CommandFailure(mistake);
	}
	return new Map([
		[userscriptFile, text],
		[metadataFile, metadata],
	]);
}

/** The block that userscript managers read. @throws where the address is not valid */
function describe(address: string | undefined): string {
	const fields: [string, string][] = [
		...inEveryLanguage('name', 'userscript-name'),
		['namespace', namespace],
		['version', packageFile.version],
		...inEveryLanguage('description', 'gadget-description'),
		['icon', `data:image/svg+xml,${encodeURIComponent(icon)}`],
		['license', packageFile.license],
		...(address === undefined
			? []
			: [
					['updateURL', new URL(metadataFile, address).href] as [string, string],
					['downloadURL', new URL(userscriptFile, address).href] as [string, string],
				]),
		...sites.map((site): [string, string] => ['match', `*://*.${site}.org/*`]),
		['run-at', 'document-idle'],
		['grant', 'none'],
	];
	const width = Math.max(...fields.map(([name]) => name.length));
	const lines = [
		'// ==UserScript==',
		...fields.map(([name, value]) => `// @${name.padEnd(width)}  ${value}`),
		'// @noframes',
		'// ==/UserScript==',
	];
	return `${lines.join('\n')}\n`;
}

/** A field in English, and one more for each other language that has the text. */
function inEveryLanguage(field: string, key: string): [string, string][] {
	const names = [['en', field], ...listLanguages().map((code) => [code, `${field}:${code}`])];
	return names.flatMap(([language = '', name = '']): [string, string][] => {
		const text = readTexts(language)[key];
		return text === undefined ? [] : [[name, text]];
	});
}

const folder = path.resolve('gadget/userscript');

/** What the gadget has of the wiki's pages, the userscript has in its own folder, by the same name. */
function replaceWikiPages(): Plugin {
	return {
		name: 'replace-wiki-pages',
		enforce: 'pre',
		resolveId(source, importer) {
			if (importer === undefined || importer.startsWith(folder)) {
				return null;
			}
			if (source.endsWith('/i18n/en.json')) {
				return path.join(folder, 'english.ts');
			}
			const own = path.join(folder, path.basename(source));
			const isOfWiki = path.resolve(path.dirname(importer), source).includes('/gadget/wiki/');
			return isOfWiki && existsSync(own) ? own : null;
		},
		// The style goes into the script.
		load: (id) => (id.endsWith('/card.css') ? '' : null),
	};
}
