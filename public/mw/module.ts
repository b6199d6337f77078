export type Require = (name: string) => unknown;

type Script = (
	jQuery: JQueryStatic,
	alias: JQueryStatic,
	require: Require,
	module: { exports: unknown },
) => void;

type PackageFile = (require: Require, module: { exports: unknown }, exports: unknown) => void;

interface Package {
	/** The file that runs. */
	readonly main: string;
	/** Functions for scripts, values for JSON pages. */
	readonly files: Readonly<Record<string, unknown>>;
}

/** A module as `load.php` sends it: its name and version, its script or package, its styles, its texts. */
export type Implementation = readonly [
	name: string,
	script: Script | Package,
	styles: { readonly css: readonly string[] },
	messages: Readonly<Record<string, string>>,
];

/**
 * Applies a module's styles and runs its script.
 *
 * @param requireModule Gives what other modules export.
 * @returns What it exports.
 * @throws Whatever the script throws.
 */
export function runModule(
	[, script, { css }]: Implementation,
	jQuery: JQueryStatic,
	requireModule: Require,
): unknown {
	for (const text of css) {
		applyStyles(text);
	}
	if (typeof script === 'function') {
		const module = { exports: {} as unknown };
		script(jQuery, jQuery, requireModule, module);
		return module.exports;
	}
	return runPackage(script, requireModule);
}

/** A style sheet made by script: the page's Content-Security-Policy refuses `<style>` elements. */
export function applyStyles(text: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(text);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function runPackage({ main, files }: Package, requireModule: Require): unknown {
	const done = new Map<string, { exports: unknown }>();
	const requireFrom = (from: string): Require => {
		return (name) => (/^\.\.?\//.test(name) ? runFile(resolve(from, name)) : requireModule(name));
	};
	const runFile = (path: string): unknown => {
		const before = done.get(path);
		if (before !== undefined) {
			return before.exports;
		}
		if (!Object.hasOwn(files, path)) {
			throw new Error(`Cannot require undefined file ${path}`);
		}
		const file = files[path];
		const module = { exports: {} as unknown };
		done.set(path, module);
		if (typeof file === 'function') {
			(file as PackageFile)(requireFrom(path), module, module.exports);
		} else {
			module.exports = file;
		}
		return module.exports;
	};
	return main === '' ? undefined : runFile(main);
}

/**
 * `./data.json` as the file `from` means it. What leaves the package keeps its dots: no file in it
 * has such a name.
 */
function resolve(from: string, name: string): string {
	const path = from.split('/').slice(0, -1);
	for (const part of name.split('/')) {
		if (part === '..' && path.length > 0 && path.at(-1) !== '..') {
			path.pop();
		} else if (part !== '.') {
			path.push(part);
		}
	}
	return path.join('/');
}
