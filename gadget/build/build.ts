import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultThresholds, thresholdsKey } from '../domain/thresholds.ts';
import { runCommand } from '../terminal/runCommand.ts';
import { CommandFailure, exitCodes, type Terminal } from '../terminal/terminal.ts';
import { bundleGadget, type Pages } from './bundle.ts';
import { findPageMistake } from './checks.ts';
import { describeGadgets } from './descriptions.ts';
import { configurationPage, definitionLine, gadgets } from './gadgets.ts';
import { languagePages } from './languagePages.ts';
import { reportSizes } from './sizes.ts';
import { noteSources } from './sources.ts';
import { buildUserscript } from './userscript.ts';

const folder = 'dist/wiki';

/** Builds the wiki's pages, each named as its file. @throws where one is unfit */
async function buildWikiPages(interrupted: AbortSignal): Promise<Pages> {
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
		interrupted.throwIfAborted();
		const built = await bundleGadget(gadget);
		for (const [name, text] of built) {
			const mistake = findPageMistake(name, text, gadget.ecmaVersion);
			if (mistake) {
				throw new CommandFailure(mistake);
			}
			pages.set(`Gadget-${name}`, text);
		}
		lines.push(definitionLine(gadget, [...built.keys()]));
	}
	return pages.set('Gadgets-definition', `${lines.join('\n')}\n`);
}

/** Builds the wiki's pages and the userscript, and says what readers will download. */
async function build({ out, interrupted }: Terminal): Promise<number> {
	const pages = await buildWikiPages(interrupted);
	const { lines, overruns } = reportSizes(pages);
	lines.map(out);
	if (overruns.length > 0) {
		throw new CommandFailure(overruns.join(' '));
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
	return exitCodes.done;
}

const usage = `npm run build
Builds the wiki's pages into ${folder} and the userscript beside it. USERSCRIPT_ADDRESS in the
environment is the folder from which the userscript updates itself.`;

await runCommand({ usage, run: (_args, terminal) => build(terminal) });
