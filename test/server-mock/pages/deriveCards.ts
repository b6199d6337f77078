import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { treeOf } from './tree.ts';

/*
 * Writes recordedCards.json from recordings of a real Special:Homepage, `NAME.html`:
 *   npx tsx test/server-mock/pages/deriveCards.ts FOLDER
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
	throw new Error('Which folder are the recordings in?');
}
const cards = readdirSync(folder)
	.filter((file) => file.endsWith('.html'))
	.sort()
	.map((file) => {
		const { document } = new Window();
		document.body.innerHTML = readFileSync(path.join(folder, file), 'utf8');
		return [
			path.basename(file, '.html'),
			[...document.body.children].flatMap((card) => treeOf(card)),
		];
	});
const file = new URL('./recordedCards.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(Object.fromEntries(cards), null, '\t')}\n`);
