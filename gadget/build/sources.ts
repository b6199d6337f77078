import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a build is made of. */
const sources = ['gadget', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** Beside what was built: the sources that it was built from. */
const stampFile = 'dist/sources.sha256';

/** Notes that what is built is of the sources as they are. */
export function noteSources(): void {
	writeFileSync(stampFile, hashSources());
}

/** Whether the gadget has been built since a source changed. */
export function isUpToDate(): boolean {
	return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashSources();
}

function hashSources(): string {
	const hash = createHash('sha256');
	for (const file of sources.flatMap(filesOf).sort()) {
		hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

function filesOf(source: string): string[] {
	if (path.extname(source) !== '') {
		return existsSync(source) ? [source] : [];
	}
	return readdirSync(source, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.join(parentPath, name));
}
