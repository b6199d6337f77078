import { homepageNamespaces } from '../wiki/selectors.ts';

/** One gadget of the wiki: what it is built from, and what its line on the definition page says. */
export interface GadgetDefinition {
	readonly name: string;
	readonly entry: string;
	/** ResourceLoader parses a `default` gadget as ES2016, and fails silently where it cannot. */
	readonly target: 'es2016' | 'es2020';
	readonly options: readonly string[];
	/** The messages it brings along, by key. */
	readonly texts: RegExp;
	/** Pages of the package besides the script and the style that the build makes. */
	readonly otherPages: readonly string[];
}

/** The page that holds the community's thresholds; packed with the loader, it costs no request. */
export const configurationPage = 'mentorship.json';

export const gadgets: readonly GadgetDefinition[] = [
	{
		name: 'mentorship',
		entry: 'gadget/entries/loader.ts',
		target: 'es2016',
		// On an article not a byte of it is sent.
		// Every page loads `user.options`, but sometimes later than its gadgets.
		options: [
			'default',
			'package',
			`namespaces=${homepageNamespaces.join(',')}`,
			'dependencies=user.options',
		],
		texts: /^$/,
		otherPages: [configurationPage],
	},
	{
		name: 'mentorship-card',
		entry: 'gadget/entries/card.tsx',
		target: 'es2020',
		options: [
			'hidden',
			'package',
			'requiresES6',
			'dependencies=mediawiki.api,mediawiki.jqueryMsg,mediawiki.storage,mediawiki.util,codex-styles',
		],
		texts: /^(?!@|gadget-|form-|preview-|growth-)/,
		otherPages: [],
	},
	{
		name: 'mentorship-growth',
		entry: 'gadget/entries/growth.ts',
		target: 'es2020',
		options: [
			'hidden',
			'package',
			'requiresES6',
			'dependencies=mediawiki.api,mediawiki.jqueryMsg,mediawiki.storage,mediawiki.util',
		],
		texts: /^(failure-|growth-|card-get-(same|different|busy)|card-mentor-assigned)/,
		otherPages: [],
	},
	{
		name: 'mentorship-cache',
		entry: 'gadget/entries/cache.ts',
		target: 'es2020',
		options: ['hidden', 'package', 'requiresES6'],
		texts: /^$/,
		otherPages: [],
	},
	{
		name: 'mentorship-settings',
		entry: 'gadget/entries/settings.tsx',
		target: 'es2020',
		options: [
			'hidden',
			'package',
			'requiresES6',
			'dependencies=mediawiki.api,mediawiki.jqueryMsg,mediawiki.storage,mediawiki.util,codex-styles',
		],
		texts: /^(form-|preview-|failure-(?!no-mentor|option-full|newer-gadget)|cancel$|try-again$)/,
		otherPages: [],
	},
	{
		name: 'mentorship-settings-page',
		entry: 'gadget/entries/settingsPage.ts',
		target: 'es2016',
		options: ['default', 'hidden', 'namespaces=8', 'contentModels=json', 'actions=view'],
		texts: /^$/,
		otherPages: [],
	},
	{
		name: 'mentorship-settings-section',
		entry: 'gadget/entries/settingsSection.ts',
		target: 'es2016',
		options: ['default', 'hidden', 'namespaces=-1', 'rights=editinterface,editsitejson'],
		texts: /^$/,
		otherPages: [],
	},
];

/** Bytes after gzip; what readers pay for. */
export const sizeLimits: ReadonlyArray<{ name: string; files: RegExp; limit: number }> = [
	{ name: 'loader', files: /^Gadget-mentorship\.(js|css)$/, limit: 1280 },
	{ name: 'loader + card', files: /^Gadget-mentorship(-card)?\.(js|css)$/, limit: 12_288 },
	{ name: 'loader + growth', files: /^Gadget-mentorship(-growth)?\.(js|css)$/, limit: 10_240 },
	{ name: 'settings', files: /^Gadget-mentorship-settings\.(js|css)$/, limit: 32_768 },
];

/** @param pages The names of the gadget's pages, without `Gadget-`. */
export function definitionLine(
	{ name, options }: GadgetDefinition,
	pages: readonly string[],
): string {
	return `* ${name}[ResourceLoader|${options.join('|')}]|${pages.join('|')}`;
}
