import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { configurationTitle, usualNewcomersPage } from '../../gadget/deploy/builtPages.ts';
import packageFile from '../../package.json' with { type: 'json' };

const read = (file: string) => readFileSync(file, 'utf8');

/** The anchors that GitHub and others give a document's headings. */
function anchorsOf(markdown: string): string[] {
	return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s-]/gu, '')
			.replace(/\s/g, '-'),
	);
}

const documents = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'.github/SECURITY.md',
	'.github/CODE_OF_CONDUCT.md',
];

describe.each(documents)('%s', (file) => {
	const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

	test.each(links.filter((target) => !/^[a-z]+:/.test(target)))(
		'links to what is there: %s',
		(target) => {
			const [name = '', anchor] = target.split('#');
			const linked = name === '' ? file : path.join(path.dirname(file), name);
			expect(existsSync(linked)).toBe(true);
			if (anchor !== undefined) {
				expect(anchorsOf(read(linked))).toContain(anchor);
			}
		},
	);

	test('names only commands that there are', () => {
		const named = [...read(file).matchAll(/npm (?:run )?([a-z][a-z:]+)/g)].map(([, name]) => name);
		const known = [...Object.keys(packageFile.scripts), 'ci'];
		expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
	});
});

test('the version has a dated section in the changelog, which becomes a tag’s notes', () => {
	expect(read('CHANGELOG.md')).toMatch(
		new RegExp(`^## ${packageFile.version.replaceAll('.', '\\.')} – \\d{4}-\\d{2}-\\d{2}$`, 'm'),
	);
});

test('README shows every picture that there is, and the help page needs no upload', () => {
	const pictures = readdirSync('public/pictures');
	expect(pictures.filter((name) => !read('README.md').includes(`pictures/${name}`))).toEqual([]);
	expect(read('public/help.wikitext')).not.toContain('[[File:');
});

test('the help page links the newcomers’ page and the form', () => {
	const links = [...read('public/help.wikitext').matchAll(/\[\[(.+?)\]\]/g)].map(([, to]) => to);
	expect(links).toEqual(expect.arrayContaining([usualNewcomersPage, configurationTitle]));
});
