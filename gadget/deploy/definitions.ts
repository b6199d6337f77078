/** A line of `MediaWiki:Gadgets-definition` that defines a gadget. */
export interface Definition {
	readonly name: string;
	/** `ResourceLoader`, `default`, `namespaces` → `-1`, `2`. */
	readonly options: ReadonlyMap<string, readonly string[]>;
	/** Pages without `MediaWiki:Gadget-`: `mentorship.js`. */
	readonly pages: readonly string[];
}

/** As MediaWiki's extension Gadgets reads a line (`MediaWikiGadgetsDefinitionRepo`). */
const definitionLine =
	/^\*+ *([a-zA-Z](?:[-_:.\w ]*[a-zA-Z0-9])?)(?:\s*\[(.*?)\])?\s*((?:\|[^|]*)+)\s*$/;

/** Reads one line; `null` where it defines nothing, and is a heading or a text for readers. */
function readDefinition(line: string): Definition | null {
	const [, name, options = '', pages = ''] = definitionLine.exec(line) ?? [];
	return name === undefined
		? null
		: { name, options: readOptions(options), pages: splitList(pages, '|') };
}

/** The gadgets that a page or the build defines. */
export function readDefinitions(text: string): Definition[] {
	return readLines(text).flatMap(({ definition }) => definition ?? []);
}

/**
 * The definition page with our lines: each in the place of the line that defined the same gadget
 * before, new ones at the end. Every other byte stays.
 *
 * @param theirs The page as it is; `''` where there is none.
 * @param ours The lines as built.
 */
export function mergeDefinitions(theirs: string, ours: string): string {
	const left = new Map(
		ours.split('\n').flatMap((line) => {
			const definition = readDefinition(line);
			return definition === null ? [] : [[definition.name, line]];
		}),
	);
	const lines = readLines(theirs).map(({ line, definition }) => {
		const own = left.get(definition?.name ?? '');
		left.delete(definition?.name ?? '');
		return own ?? line;
	});
	return [...(theirs === '' ? [] : lines), ...left.values()].join('\n');
}

/** The definition page without the gadgets of the build; every other byte stays. */
export function removeDefinitions(theirs: string, ours: string): string {
	const names = new Set(readDefinitions(ours).map(({ name }) => name));
	return readLines(theirs)
		.filter(({ definition }) => definition === null || !names.has(definition.name))
		.map(({ line }) => line)
		.join('\n');
}

interface Line {
	readonly line: string;
	readonly definition: Definition | null;
}

/** What is in a comment defines nothing. */
function readLines(text: string): Line[] {
	const visible = text
		.replace(/<!--.*?-->/gs, (comment) => comment.replace(/[^\n]/g, '\0'))
		.split('\n');
	return text.split('\n').map((line, index) => ({
		line,
		definition: readDefinition((visible[index] ?? '').replaceAll('\0', '')),
	}));
}

/** `ResourceLoader|default|namespaces=-1,2`: names with the values they have. */
function readOptions(text: string): ReadonlyMap<string, readonly string[]> {
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
