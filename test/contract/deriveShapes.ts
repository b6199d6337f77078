import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exchanges } from './recordedExchanges.ts';
import { shapeOf } from './shape.ts';

/*
 * Writes recordedShapes.json from recordings of real wikis, `NAME.json` of each exchange with `{request, response}`:
 *   npx tsx test/contract/deriveShapes.ts FOLDER_OF_1.43 FOLDER_OF_1.45
 */
const [folder143, folder145] = process.argv.slice(2);
if (folder143 === undefined || folder145 === undefined) {
	throw new Error('Which folders are the recordings in?');
}
const shapes = { '1.43': readShapes('1.43', folder143), '1.45': readShapes('1.45', folder145) };
const file = new URL('./recordedShapes.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(shapes, null, '\t')}\n`);

function readShapes(version: keyof typeof exchanges, folder: string) {
	const names = Object.keys(exchanges[version]).sort();
	const entries = names.map((name) => {
		const recording = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
		return [name, shapeOf(recording.response)];
	});
	return Object.fromEntries(entries);
}
