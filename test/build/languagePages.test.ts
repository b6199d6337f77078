import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findPageMistake } from '../../gadget/build/checks.ts';
import { definitionLine, gadgets } from '../../gadget/build/gadgets.ts';
import { languagePages } from '../../gadget/build/languagePages.ts';
import english from '../../gadget/i18n/en.json';

const pages = new Map(languagePages());

function keysOf(gadgetNames: readonly string[]): string[] {
	const own = gadgets.filter(({ name }) => gadgetNames.includes(name));
	return Object.keys(english).filter((key) => own.some(({ texts }) => texts?.test(key)));
}

test('a language has a page for the cards and one for the form, with what the gadgets say, and no more', () => {
	const whole = new Map(languagePages([['xx', { ...english, '@metadata': '' }]]));
	expect([...whole].map(([name, text]) => [name, Object.keys(JSON.parse(text))])).toEqual([
		['Gadget-mentorship-card-xx.json', keysOf(['mentorship-card', 'mentorship-growth'])],
		['Gadget-mentorship-settings-xx.json', keysOf(['mentorship-settings'])],
	]);
});

test('a language that is begun has pages for what it has, in its own order', () => {
	const begun = languagePages([['xx', { 'try-again': 'Yy', 'card-mentor-title': 'Xx' }]]);
	expect(begun.map(([name, text]) => [name, JSON.parse(text)])).toEqual([
		['Gadget-mentorship-card-xx.json', { 'try-again': 'Yy', 'card-mentor-title': 'Xx' }],
		['Gadget-mentorship-settings-xx.json', { 'try-again': 'Yy' }],
	]);
	expect(languagePages([['xx', { 'card-mentor-title': 'Xx' }]])).toHaveLength(1);
});

test('a wiki saves them as they are', () => {
	for (const [name, text] of pages) {
		expect(findPageMistake(name, text, 2017)).toBeNull();
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
		// Gradients come in pairs, one on each side.
		const rules = readFileSync(file, 'utf8').replaceAll(/.*linear-gradient.*/g, '');
		expect([file, side.exec(rules)?.[0]]).toEqual([file, undefined]);
	}
});
