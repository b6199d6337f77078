import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultThresholds, thresholdsKey } from '../domain/thresholds.ts';
import { bundleGadget, type Pages } from './bundle.ts';
import { findFault } from './checks.ts';
import { describeGadgets } from './descriptions.ts';
import { configurationPage, definitionLine, gadgets } from './gadgets.ts';
import { languagePages } from './languagePages.ts';
import { reportSizes } from './sizes.ts';
import { noteSources } from './sources.ts';
import { buildUserscript } from './userscript.ts';

const folder = 'dist/wiki';

/** Builds the wiki's pages, each named as its file. @throws where one is unfit */
async function buildWikiPages(): Promise<Pages> {
	const pages = new Map<string, string>([
		...describeGadgets(),
		...languagePages(),
		[
			`Gadget-${configurationPage}`,
			`${JSON.stringify({ [thresholdsKey]: defaultThresholds }, null, '\t')}\n`,
		],
	]);
	const lines: string[] = [];
	for (const gadget of gadgets) {
		const built = await bundleGadget(gadget);
		for (const [name, text] of built) {
			const fault = findFault(name, text, gadget.ecmaVersion);
			if (fault) {
				throw new Error(fault);
			}
			pages.set(`Gadget-${name}`, text);
		}
		lines.push(definitionLine(gadget, [...built.keys(), ...gadget.otherPages]));
	}
	return pages.set('Gadgets-definition', `${lines.join('\n')}\n`);
}

const pages = await buildWikiPages();
const { lines, overruns } = reportSizes(pages);
console.log(lines.join('\n'));
if (overruns.length > 0) {
	throw new Error(overruns.join(' '));
}
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of pages) {
	await writeFile(join(folder, name), text);
}
for (const [name, text] of await buildUserscript(process.env.USERSCRIPT_ADDRESS)) {
	await writeFile(join('dist', name), text);
}
noteSources();
