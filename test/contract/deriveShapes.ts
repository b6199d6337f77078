import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shapeOf } from './shape.ts';

/*
 * Writes recordedShapes.json from recordings of a real wiki, `NAME.json` with `{request, response}`:
 *   npx tsx test/contract/deriveShapes.ts FOLDER
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
	throw new Error('Which folder are the recordings in?');
}
const shapes = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.sort()
	.map((file) => {
		const recording = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
		return [path.basename(file, '.json'), shapeOf(recording.response)];
	});
const file = new URL('./recordedShapes.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(Object.fromEntries(shapes), null, '\t')}\n`);
