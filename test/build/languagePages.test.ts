import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findFault } from '../../gadget/build/checks.ts';
import { definitionLine, gadgets } from '../../gadget/build/gadgets.ts';
import { languagePages } from '../../gadget/build/languagePages.ts';
import english from '../../gadget/i18n/en.json';

const pages = new Map(languagePages());

function keysOn(page: string): string[] {
	return Object.keys(JSON.parse(pages.get(page) ?? '{}'));
}

function keysOf(gadgetNames: readonly string[]): string[] {
	const own = gadgets.filter(({ name }) => gadgetNames.includes(name));
	return Object.keys(english).filter((key) => own.some(({ texts }) => texts.test(key)));
}

test('every language but English has a page for the cards and one for the form', () => {
	const languages = readdirSync('gadget/i18n').filter((file) => !/^(en|qqq)\.|\.ts$/.test(file));
	expect([...pages.keys()].sort()).toEqual(
		languages
			.flatMap((file) => [`Gadget-mentorship-card-${file}`, `Gadget-mentorship-settings-${file}`])
			.sort(),
	);
});

test('they hold what the gadgets say, and no more', () => {
	expect(keysOn('Gadget-mentorship-card-de.json')).toEqual(
		keysOf(['mentorship-card', 'mentorship-growth']),
	);
	expect(keysOn('Gadget-mentorship-settings-de.json')).toEqual(keysOf(['mentorship-settings']));
});

test('a wiki saves them as they are', () => {
	for (const [name, text] of pages) {
		expect(findFault(name, text, 2020)).toBeNull();
	}
});

test('they are part of no gadget, which every reader would be told of', () => {
	const lines = gadgets.map((gadget) => definitionLine(gadget, [`${gadget.name}.js`]));
	expect(lines.join('\n')).not.toMatch(/-(card|config)-[a-z-]+\.json/);
});

test('no style names a side, so that it holds in both directions of writing', () => {
	const styles = ['gadget', 'public'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.css'))
			.map((file) => `${folder}/${file}`),
	);
	expect(styles.length).toBeGreaterThan(2);
	// Four values go clockwise from the top: the second is the right side, the fourth the left one.
	const side =
		/\b(left|right)\b|\b(margin|padding|inset|border-(width|style|color|radius)):( [^ ;]+){4};/;
	for (const file of styles) {
		expect([file, side.exec(readFileSync(file, 'utf8'))?.[0]]).toEqual([file, undefined]);
	}
});
