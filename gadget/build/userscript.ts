import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import packageFile from '../../package.json' with { type: 'json' };
import { bundleGadget } from './bundle.ts';
import { findFault } from './checks.ts';
import { listLanguages, readTexts } from './languagePages.ts';

/** Wikimedia's projects; userscript managers let everybody add a wiki of their own. */
const sites = [
	...['wikipedia', 'wiktionary', 'wikibooks', 'wikinews', 'wikiquote', 'wikisource'],
	...['wikiversity', 'wikivoyage', 'wikidata', 'wikimedia', 'wikifunctions', 'mediawiki'],
];

/** Builds `mentorship.user.js`. @throws where a personal `common.js` could not hold it */
export async function buildUserscript(): Promise<string> {
	const name = 'mentorship.user';
	const pages = await bundleGadget(
		{
			name,
			entry: 'gadget/entries/userscript.tsx',
			// ResourceLoader parses what is pasted into a personal common.js as it does a default gadget.
			ecmaVersion: 2016,
			options: [],
			texts: /^(?!@|gadget-|form-|preview-)/,
			otherPages: [],
		},
		{ plugins: [replaceWikiPages()], readable: true },
	);
	const script = pages.get(`${name}.js`) ?? '';
	const text = `${describe()}\n(function () {\n${script.trimEnd()}\n})();\n`;
	const fault = findFault(`${name}.js`, text, 2016);
	if (fault !== null) {
		throw new Error(fault);
	}
	return text;
}

/** The block that userscript managers read. */
function describe(): string {
	const fields: [string, string][] = [
		['name', 'Mentorship Gadget'],
		['namespace', packageFile.name],
		['version', packageFile.version],
		['description', readTexts('en')['gadget-description'] ?? ''],
		...listLanguages().map((language): [string, string] => [
			`description:${language}`,
			readTexts(language)['gadget-description'] ?? '',
		]),
		['license', packageFile.license],
		...sites.map((site): [string, string] => ['match', `*://*.${site}.org/*`]),
		['run-at', 'document-idle'],
		['grant', 'none'],
	];
	const width = Math.max(...fields.map(([name]) => name.length));
	return [
		'// ==UserScript==',
		...fields.map(([name, value]) => `// @${name.padEnd(width)}  ${value}`),
		'// @noframes',
		'// ==/UserScript==',
	].join('\n');
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
