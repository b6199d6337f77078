import type { Title } from './title.ts';

export type ContentModel = 'wikitext' | 'json' | 'javascript' | 'css';

/** What `slots.main.contentformat` says of a model. */
export const contentFormats: Readonly<Record<ContentModel, string>> = {
	wikitext: 'text/x-wiki',
	json: 'application/json',
	javascript: 'text/javascript',
	css: 'text/css',
};

/** A page's model by its title, as MediaWiki: only site and user pages end in something that counts. */
export function contentModelOf({ namespace, name }: Title): ContentModel {
	if (namespace !== 8 && !(namespace === 2 && name.includes('/'))) {
		return 'wikitext';
	}
	if (name.endsWith('.json')) {
		return 'json';
	}
	if (name.endsWith('.js')) {
		return 'javascript';
	}
	return name.endsWith('.css') ? 'css' : 'wikitext';
}

/** PHP reads no JSON that is nested deeper, so MediaWiki keeps none. */
const deepestNesting = 512;

/** A string whole, whatever it holds; and whether it is a key. */
const jsonString = /("(?:[^"\\]|\\.)*")(\s*:)?/g;

/**
 * Parses JSON as far as MediaWiki does.
 *
 * @throws SyntaxError where it is none, or nested too deeply.
 */
export function parseStoredJson(text: string): unknown {
	let depth = 0;
	for (const [bracket] of text.replace(jsonString, '').matchAll(/[[\]{}]/g)) {
		depth += '[{'.includes(bracket) ? 1 : -1;
		if (depth > deepestNesting) {
			throw new SyntaxError(`This is nested more than ${deepestNesting} deep.`);
		}
	}
	return JSON.parse(text);
}

/**
 * The text as MediaWiki stores it: without white space at its end, JSON indented with tabs.
 *
 * @throws SyntaxError where the model is JSON and the text is none, or is nested too deeply.
 */
export function storedContent(model: ContentModel, text: string): string {
	const content = text.replaceAll('\r\n', '\n').trimEnd();
	return model === 'json' ? indentJson(content) : content;
}

/** Before a key, so that none looks like a number; no text has it, as it is no character. */
const keyMark = '\uffff';

/** Characters that mean something in HTML are written as numbers, as MediaWiki does. */
function indentJson(text: string): string {
	// Keys that look like numbers (mentors' user ids) would move to the front, which they do not there.
	const marked = text.replace(jsonString, (string, literal: string, colon?: string) =>
		colon === undefined ? string : `"${keyMark}${literal.slice(1)}${colon}`,
	);
	return JSON.stringify(parseStoredJson(marked), null, '\t')
		.replaceAll(keyMark, '')
		.replace(
			/[<>&\u2028\u2029]/g,
			(character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
		);
}
