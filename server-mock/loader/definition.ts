import { readDefinitions } from '../../gadget/deploy/definitions.ts';

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
export function gadgetFileTitle(file: string): string {
	return `MediaWiki:Gadget-${file}`;
}

/** Reads the definition page; lines that define nothing are text for its readers. */
export function readGadgets(wikitext: string): Gadget[] {
	return (
		readDefinitions(wikitext)
			// Without `ResourceLoader` a gadget is of a time before it, and is not loaded any more.
			.filter(({ options }) => options.has('ResourceLoader'))
			.map(({ name, options, pages }) => ({
				name,
				module: `ext.gadget.${name}`,
				files: pages,
				isDefault: options.has('default'),
				isPackage: options.has('package'),
				requiresES6: options.has('requiresES6'),
				namespaces: (options.get('namespaces') ?? []).map(Number),
				skins: options.get('skins') ?? [],
				contentModels: options.get('contentModels') ?? [],
				actions: options.get('actions') ?? [],
				rights: options.get('rights') ?? [],
				dependencies: options.get('dependencies') ?? [],
			}))
	);
}
