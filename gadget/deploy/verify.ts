import { describeUsage, readArguments } from '../terminal/arguments.ts';
import { readSafeAddress } from '../terminal/findApi.ts';
import { createPoliteClient } from '../terminal/politeClient.ts';
import { reachWiki, wikiOptions } from '../terminal/reach.ts';
import { exitCodes, type Terminal } from '../terminal/terminal.ts';
import {
	type BuiltPages,
	bodyOf,
	configurationTitle,
	definitionTitle,
	forTrial,
	inWikiLanguage,
	readBuiltPages,
} from './builtPages.ts';
import { findServedMistakes } from './checkServed.ts';
import { mergeDefinitions, readDefinitions } from './definitions.ts';
import { type CommandDependencies, realDependencies } from './dependencies.ts';
import { chooseLanguages, inLanguages, readShares } from './languages.ts';
import { languageOption } from './options.ts';
import { describeSource } from './source.ts';
import { createWiki, type WikiPage } from './wiki.ts';

const verifyOptions = { ...wikiOptions, languages: languageOption };

/** What `--help` says. */
export const verifyUsage = describeUsage(
	`npm run verify -- --wiki URL [options]
Builds the gadget and compares every page of it on a wiki, and what the wiki serves, with this build.
It does not log in, and changes nothing. The thresholds, which are the community’s, are not compared.`,
	verifyOptions,
	'Exit code: 0 all is as built, 1 something differs or failed, 2 wrong option, 130 interrupted.',
);

/** `npm run verify`: whether a wiki has this build. */
export const verify = createVerify(realDependencies);

/** @returns The command, which gives its exit code. */
export function createVerify(dependencies: CommandDependencies) {
	const { folder, environment, build, readSource, wait } = dependencies;
	return async (args: readonly string[], terminal: Terminal): Promise<number> => {
		const { out, note: say, now, interrupted: signal } = terminal;
		const values = readArguments(args, verifyOptions);
		const languages = chooseLanguages(values.languages, readShares());
		const address = readSafeAddress(values.wiki);
		await build(environment);
		const contact = values.contact ?? null;
		const reach = await reachWiki({ address, contact, wait, say, signal });
		const wiki = createWiki(createPoliteClient(reach), reach.api);
		const site = await wiki.readSite();
		const built = inLanguages(await readBuiltPages(folder), languages);
		const pages = inWikiLanguage(built, site.languages);
		const current = await wiki.readPages([...pages.keys()]);
		const differences = current.flatMap((page) => findDifference(page, pages));
		const definition = current.find(({ title }) => title === definitionTitle)?.text ?? '';
		const request = { load: site.load, fetch: reach.fetch, signal, version: String(now()) };
		const present = readDefinitions(pages.get(definitionTitle) ?? '');
		const isThere = readDefinitions(definition).some(({ name }) => name === present[0]?.name);
		const compared = new Map([...pages].filter(([title]) => title !== configurationTitle));
		const mistakes = isThere
			? await findServedMistakes(request, { present, gone: [], pages: compared })
			: [];
		differences.map(out);
		mistakes.map(({ module, text }) => out(`${module}: ${text}`));
		const source = describeSource(await readSource());
		if (differences.length > 0 || mistakes.length > 0) {
			out(`${site.name} differs from this build (${source}).`);
			return exitCodes.failed;
		}
		const trial = hasDefinitions(definition, forTrial(pages)) ? ' for a trial' : '';
		out(`${site.name} has this build${trial}: ${pages.size} pages, ${source}.`);
		return exitCodes.done;
	};
}

function findDifference({ title, text, revision }: WikiPage, pages: BuiltPages): string[] {
	const built = pages.get(title) ?? '';
	if (text === null) {
		return [`${title}: there is no such page`];
	}
	const isSame =
		title === configurationTitle ||
		(title === definitionTitle
			? hasDefinitions(text, pages) || hasDefinitions(text, forTrial(pages))
			: bodyOf(title, text) === bodyOf(title, built));
	return isSame ? [] : [`${title}, revision ${revision}: it is not what was built`];
}

function hasDefinitions(text: string, pages: BuiltPages): boolean {
	return mergeDefinitions(text, pages.get(definitionTitle) ?? '') === text;
}
