/** A gadget as a line of `MediaWiki:Gadgets-definition` defines it. */
export interface Gadget {
	readonly name: string;
	/** ResourceLoader's name for it. */
	readonly module: string;
	/** Pages without `MediaWiki:Gadget-`: `mentorship.js`. */
	readonly files: readonly string[];
	/** On for everybody. */
	readonly isDefault: boolean;
	/** Files can `require` each other; JSON pages count. */
	readonly isPackage: boolean;
	/** May be newer than ES2016; heeded only where the gadget is not `default`. */
	readonly requiresES6: boolean;
	/** Loaded in these namespaces only; empty: in all. */
	readonly namespaces: readonly number[];
	/** Loaded in these skins only; empty: in all. */
	readonly skins: readonly string[];
	/** Loaded on pages with these content models only; empty: on all. */
	readonly contentModels: readonly string[];
	/** Loaded where this is done with the page, `view` or `edit`; empty: whatever is done. */
	readonly actions: readonly string[];
	/** Loaded for people with all of these rights. */
	readonly rights: readonly string[];
	/** Modules that run before. */
	readonly dependencies: readonly string[];
}

/** The page that defines the gadgets. */
export const definitionTitle = 'MediaWiki:Gadgets-definition';

/** The title of one of a gadget's files. */
export function gadgetPageTitle(file: string): string {
	return `MediaWiki:Gadget-${file}`;
}

/** Reads the definition page; lines that define nothing are text for its readers. */
export function readGadgets(wikitext: string): Gadget[] {
	return wikitext.split('\n').flatMap(readLine);
}

const line = /^\*+\s*([A-Za-z][\w .-]*?)\s*\[(.*?)\]\s*\|(.+)$/;

function readLine(text: string): Gadget[] {
	const [, name, options = '', files = ''] = line.exec(text) ?? [];
	const read = readOptions(options);
	// Without `ResourceLoader` a gadget is of a time before it, and is not loaded any more.
	if (name === undefined || !read.has('ResourceLoader')) {
		return [];
	}
	return [
		{
			name,
			module: `ext.gadget.${name}`,
			files: splitList(files, '|'),
			isDefault: read.has('default'),
			isPackage: read.has('package'),
			requiresES6: read.has('requiresES6'),
			namespaces: (read.get('namespaces') ?? []).map(Number),
			skins: read.get('skins') ?? [],
			contentModels: read.get('contentModels') ?? [],
			actions: read.get('actions') ?? [],
			rights: read.get('rights') ?? [],
			dependencies: read.get('dependencies') ?? [],
		},
	];
}

/** `ResourceLoader|default|namespaces=-1,2`: names with the values they have. */
function readOptions(text: string): ReadonlyMap<string, string[]> {
	return new Map(
		splitList(text, '|').map((option) => {
			const [name = '', values = ''] = option.split('=');
			return [name.trim(), splitList(values, ',')];
		}),
	);
}

function splitList(text: string, separator: string): string[] {
	return text
		.split(separator)
		.map((item) => item.trim())
		.filter((item) => item !== '');
}
