import { describeNetworkError, type Fetch } from '../terminal/fetch.ts';
import type { BuiltPages } from './builtPages.ts';
import type { Definition } from './definitions.ts';

/** What is wrong with what ResourceLoader serves. */
export interface ServedMistake {
	/** ResourceLoader's name of the gadget. */
	readonly module: string;
	/** `stale` may pass: a cache may still hold what was there before. */
	readonly kind: 'parseError' | 'stale';
	readonly text: string;
}

export interface ServedRequest {
	/** load.php */
	readonly load: URL;
	readonly fetch: Fetch;
	readonly signal: AbortSignal;
	/** A new one each time, so that no cache on the way answers. */
	readonly version: string;
}

/** Asks ResourceLoader for a gadget, as a browser does. @throws ApiError */
export async function readModule(
	{ load, fetch, signal, version }: ServedRequest,
	definition: Definition,
): Promise<string> {
	const address = new URL(load);
	const parameters = { modules: moduleOf(definition), lang: 'en', skin: 'vector', version };
	for (const [name, value] of Object.entries(parameters)) {
		address.searchParams.set(name, value);
	}
	try {
		return await (await fetch(address, {})).text();
	} catch (error) {
		signal.throwIfAborted();
		throw describeNetworkError(error);
	}
}

/** MediaWiki puts this in the place of a script that it cannot parse. */
const parseErrorPattern = /mw\.log\.error\((".*?Parse error(?:[^"\\]|\\.)*")\)/i;

/**
 * Compares what is served with what was built.
 *
 * @param served What load.php answers, in its production mode.
 * @param pages The pages to compare.
 */
export function judgeModule(
	definition: Definition,
	served: string,
	pages: BuiltPages,
): ServedMistake[] {
	const module = moduleOf(definition);
	if (isMissing(served)) {
		return [{ module, kind: 'stale', text: 'the wiki knows no such gadget' }];
	}
	const [, parseError] = parseErrorPattern.exec(served) ?? [];
	if (parseError !== undefined) {
		return [{ module, kind: 'parseError', text: readString(parseError) }];
	}
	const shown = withoutLayout(unescapeStyles(served));
	return definition.pages
		.filter((page) => /\.(js|css)$/.test(page))
		.filter((page) => !shown.includes(withoutLayout(pages.get(`MediaWiki:Gadget-${page}`) ?? '')))
		.map((page) => ({ module, kind: 'stale', text: `the wiki serves another ${page}` }));
}

/** Whether ResourceLoader has forgotten the gadget. */
export function judgeRemoval(definition: Definition, served: string): ServedMistake[] {
	return isMissing(served)
		? []
		: [{ module: moduleOf(definition), kind: 'stale', text: 'the wiki still serves it' }];
}

function moduleOf({ name }: Definition): string {
	return `ext.gadget.${name}`;
}

function isMissing(served: string): boolean {
	return /mw\.loader\.state\(\{[^}]*"(missing|error)"/.test(served);
}

/** @returns What the literal means; the literal itself where JSON has no such literal. */
function readString(literal: string): string {
	try {
		return String(JSON.parse(literal));
	} catch {
		// Written by another version of MediaWiki: still what there is to say.
		return literal;
	}
}

/** Styles come last, as JSON strings in a list. */
function unescapeStyles(served: string): string {
	const [, list] = /^\{"css":(\[".*"\])\}/s.exec(served.slice(served.lastIndexOf('{"css":'))) ?? [];
	try {
		return list === undefined ? served : `${served}${JSON.parse(list).join('')}`;
	} catch {
		// It only looked like a list of strings: what is served stands as it is.
		return served;
	}
}

/** ResourceLoader takes away comments, white space and the last semicolon of a rule. */
function withoutLayout(text: string): string {
	return text
		.replace(/^(\s*\/\*.*?\*\/)+|\/\*[^*]*\*\/\s*$/gs, '')
		.replace(/\s+/g, '')
		.replace(/;(?=\})|;$/g, '');
}
