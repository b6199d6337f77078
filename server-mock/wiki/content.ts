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

/** Finds strings whole: what is in them nests nothing. */
const jsonToken = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Parses JSON as far as MediaWiki does.
 *
 * @throws SyntaxError where it is none, or nested too deeply.
 */
export function parseStoredJson(text: string): unknown {
	let depth = 0;
	for (const [token] of text.matchAll(jsonToken)) {
		depth += Number('{['.includes(token)) - Number('}]'.includes(token));
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

/**
 * Indents JSON token by token: parsing and writing it anew would move keys that look like numbers
 * (mentors' user ids) to the front, which MediaWiki does not. Characters that mean something in
 * HTML are written as numbers.
 */
function indentJson(text: string): string {
	parseStoredJson(text);
	const tokens = text.match(jsonToken) ?? [];
	let result = '';
	let depth = 0;
	tokens.forEach((token, index) => {
		const previous = tokens[index - 1] ?? '';
		if ('}]'.includes(token)) {
			depth -= 1;
		}
		const isEmpty = '}]'.includes(token) && '{['.includes(previous) && previous !== '';
		const startsLine = !isEmpty && ('}]'.includes(token) || /^[{[,]$/.test(previous));
		result += (startsLine ? `\n${'\t'.repeat(depth)}` : '') + writeToken(token);
		if ('{['.includes(token)) {
			depth += 1;
		}
	});
	return result;
}

function writeToken(token: string): string {
	if (token === ':') {
		return ': ';
	}
	if ('{}[],'.includes(token)) {
		return token;
	}
	return JSON.stringify(JSON.parse(token)).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
	);
}
