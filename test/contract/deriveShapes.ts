import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shapeOf } from './shape.ts';

/*
 * Writes recordedShapes.json from recordings of real wikis, `NAME.json` with `{request, response}`:
 *   npx tsx test/contract/deriveShapes.ts FOLDER_OF_1.43 FOLDER_OF_1.45
 */
const [folder143, folder145] = process.argv.slice(2);
if (folder143 === undefined || folder145 === undefined) {
	throw new Error('Which folders are the recordings in?');
}
const shapes = { '1.43': readShapes(folder143), '1.45': readShapes(folder145) };
const file = new URL('./recordedShapes.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(shapes, null, '\t')}\n`);

function readShapes(folder: string) {
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	const entries = files.sort().map((file) => {
		const recording = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
		return [path.basename(file, '.json'), shapeOf(recording.response)];
	});
	return Object.fromEntries(entries);
}
