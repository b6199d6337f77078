import { hostGadgets } from '../hosts/index.ts';
import { homepageNamespaces } from '../wiki/selectors.ts';

/** One gadget of the wiki: what it is built from, and what its line on the definition page says. */
export interface GadgetDefinition {
	readonly name: string;
	readonly entry: string;
	/**
	 * The newest ECMAScript in its script. ResourceLoader parses a `default` gadget as ES2016 and fails
	 * silently where it cannot. Other gadgets it does not parse; ES2017 is what every browser has to
	 * which MediaWiki 1.43 sends scripts at all.
	 */
	readonly ecmaVersion: 2016 | 2017;
	readonly options: readonly string[];
	/** The messages it brings along, by key; none unless told. */
	readonly texts?: RegExp;
	/** Pages of the package besides the script and the style that the build makes. */
	readonly otherPages?: readonly string[];
}

/** The page that holds the community's thresholds; packed with the loader, it costs no request. */
export const configurationPage = 'mentorship.json';

/** Loaded by another gadget, and to any browser that MediaWiki sends scripts to. */
const onDemand = ['hidden', 'package', 'requiresES6'];
const usualModules =
	'dependencies=mediawiki.api,mediawiki.jqueryMsg,mediawiki.storage,mediawiki.util';

export const gadgets: readonly GadgetDefinition[] = [
	{
		name: 'mentorship',
		entry: 'gadget/entries/loader.ts',
		ecmaVersion: 2016,
		// On an article not a byte of it is sent.
		// Every page loads `user.options`, but sometimes later than its gadgets.
		options: [
			'default',
			'package',
			`namespaces=${homepageNamespaces.join(',')}`,
			'dependencies=user.options',
		],
		otherPages: [configurationPage],
	},
	...hostGadgets.map(({ name, folder, modules, texts }) => ({
		name: `mentorship-${name}`,
		entry: `gadget/hosts/${folder}/mount.ts`,
		ecmaVersion: 2017 as const,
		options: [...onDemand, [usualModules, ...modules].join()],
		texts,
	})),
	{
		name: 'mentorship-settings',
		entry: 'gadget/entries/settings.tsx',
		ecmaVersion: 2017,
		options: [...onDemand, `${usualModules},codex-styles`],
		texts:
			/^(form-|mentors-|preview-|failure-(?!no-mentor|option-full|newer-gadget|blocked)|cancel$|try-again$)/,
	},
	{
		name: 'mentorship-settings-page',
		entry: 'gadget/entries/settingsPage.ts',
		ecmaVersion: 2016,
		options: ['default', 'hidden', 'namespaces=8', 'contentModels=json', 'actions=view'],
	},
	{
		name: 'mentorship-settings-section',
		entry: 'gadget/entries/settingsSection.ts',
		ecmaVersion: 2016,
		options: ['default', 'hidden', 'namespaces=-1', 'rights=editinterface,editsitejson'],
	},
];

/** What readers download, in bytes after gzip: each limit is a promise. */
export const sizeLimits: ReadonlyArray<{ gadgets: readonly string[]; limit: number }> = [
	{ gadgets: ['mentorship'], limit: 1280 },
	{ gadgets: ['mentorship', 'mentorship-growth'], limit: 10_240 },
	{ gadgets: ['mentorship', 'mentorship-card'], limit: 12_288 },
	{ gadgets: ['mentorship-settings'], limit: 32_768 },
];

/** @param built The names of the pages that were built, without `Gadget-`. */
export function definitionLine(
	{ name, options, otherPages = [] }: GadgetDefinition,
	built: readonly string[],
): string {
	return `* ${name}[ResourceLoader|${options.join('|')}]|${[...built, ...otherPages].join('|')}`;
}
