import { parse } from 'acorn';
import type { Definition } from '../../gadget/deploy/definitions.ts';
import type { Store } from '../store/store.ts';
import { parseStoredJson } from '../wiki/content.ts';

/** What ResourceLoader sends of a module, as source text of JavaScript. */
export interface ModuleContent {
	/** A function, or `{main, files}` for a package. */
	readonly script: string;
	readonly styles: readonly string[];
	/** The styles in languages from right to left, where those are others. */
	readonly mirroredStyles?: readonly string[];
}

/** The title of one of a gadget's files. */
export function gadgetFileTitle(file: string): string {
	return `MediaWiki:Gadget-${file}`;
}

/** Reads a gadget's pages as they are now; a page that is not there is left out. */
export function readGadgetContent(gadget: Definition, store: Store): ModuleContent {
	const pages = gadget.pages.flatMap((file) => {
		const content = store.pages.find(gadgetFileTitle(file))?.latest.content;
		return content === undefined ? [] : [{ file, content }];
	});
	const ending = (end: string) => pages.filter(({ file }) => file.endsWith(end));
	const scripts = ending('.js').map(({ file, content }) => ({
		file,
		content: checkSyntax(gadget, file, content),
	}));
	const script = gadget.options.has('package')
		? writePackage(scripts, ending('.json'))
		: `function($,jQuery,require,module){${scripts.map(({ content }) => `${content}\n`).join('')}}`;
	return { script, styles: ending('.css').map(({ content }) => content) };
}

interface File {
	readonly file: string;
	readonly content: string;
}

/** The first script runs; the other files wait to be required. A JSON page that is broken is not there. */
function writePackage(scripts: readonly File[], data: readonly File[]): string {
	const files = [
		...scripts.map(
			({ file, content }) =>
				`${JSON.stringify(file)}:function(require,module,exports){${content}\n}`,
		),
		...data
			.filter(({ content }) => isJson(content))
			.map(({ file, content }) => `${JSON.stringify(file)}:${content}`),
	];
	return `{main:${JSON.stringify(scripts[0]?.file ?? '')},files:{${files.join(',')}}}`;
}

/**
 * MediaWiki's check: a script that is too new, or broken, is replaced by a line in the console, and
 * its module still becomes ready.
 */
function checkSyntax(gadget: Definition, file: string, content: string): string {
	try {
		const isNew = gadget.options.has('requiresES6') && !gadget.options.has('default');
		parse(content, { ecmaVersion: isNew ? 'latest' : 2016, sourceType: 'script' });
		return content;
	} catch (error) {
		const message = `Parse error: ${(error as Error).message} in file ${gadgetFileTitle(file)}`;
		return `mw.log.error(${JSON.stringify(message)});`;
	}
}

function isJson(text: string): boolean {
	try {
		parseStoredJson(text);
		return true;
	} catch {
		// The page was saved with another content model, or by hand into the store.
		return false;
	}
}
