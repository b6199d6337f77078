import { readDefinitions } from '../../gadget/deploy/definitions.ts';

/** A gadget as a line of `MediaWiki:Gadgets-definition` defines it. */
export interface Gadget {
	readonly name: string;
	/** ResourceLoader's name for it. */
	readonly module: string;
	/** Pages without `MediaWiki:Gadget-`: `mentorship.js`. */
	readonly files: readonly string[];
	/** `default`, `package`, `requiresES6`, … */
	has(option: string): boolean;
	/** The values of `namespaces`, `skins`, `rights`, `dependencies`, …; none: it is not there. */
	values(option: string): readonly string[];
}

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
				has: (option) => options.has(option),
				values: (option) => options.get(option) ?? [],
			}))
	);
}
