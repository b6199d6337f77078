import { transform } from 'esbuild';
import { build, type Plugin, type Rolldown } from 'vite';
import { configurationPage, type GadgetDefinition } from './gadgets.ts';
import { findProvenance, type Provenance } from './provenance.ts';

/** What one gadget is made of: page name without `Gadget-` → text. */
export type Pages = ReadonlyMap<string, string>;

/** A placeholder for name, version and commit until it is known what a script is made of. */
const buildMark = '@mentorship-build@';

/**
 * Builds a gadget's script and, where it has one, its style, each with a comment that says from what.
 *
 * @param readable Leaves the script as people can read it.
 */
export async function bundleGadget(
	gadget: GadgetDefinition,
	{ plugins = [], readable = false }: { plugins?: Plugin[]; readable?: boolean } = {},
): Promise<Pages> {
	const result = await build({
		configFile: false,
		logLevel: 'warn',
		plugins: [ownTexts(gadget), ...plugins, lowerSyntax(gadget)],
		define: { mentorshipBuild: JSON.stringify(buildMark) },
		// The classic transform saves the 110 B of a second way to make nodes.
		oxc: {
			// Whatever NODE_ENV says: one commit has one build.
			jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment', development: false },
			...(gadget.entry.endsWith('.tsx') && { jsxInject: "import { h, Fragment } from 'preact'" }),
		},
		build: {
			target: 'es2020',
			// MediaWiki's modern browsers; older targets turn logical properties into rules by language.
			cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
			write: false,
			// Rolldown's own minifier leaves the loader 3 % larger.
			minify: readable ? false : 'terser',
			terserOptions: {
				ecma: gadget.ecmaVersion,
				module: true,
				// Joined by commas, statements are longer after gzip.
				compress: { passes: 3, pure_getters: true, sequences: false },
			},
			lib: { entry: gadget.entry, formats: ['cjs'], fileName: () => 'script' },
			rolldownOptions: {
				// On a slow or busy machine, how long a plugin takes says nothing.
				checks: { bundlerTimings: false },
				external: (id) => id.endsWith(configurationPage),
				// ResourceLoader knows the page by exactly the name that is required.
				makeAbsoluteExternalsRelative: false,
				output: { exports: 'named', generatedCode: { symbols: false } },
			},
		},
	});
	const output = outputOf(result);
	const moduleIds = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
	const provenance = await findProvenance(moduleIds);
	return new Map(output.map((file) => pageOf(gadget, file, provenance)));
}

/** Leaves in a language's file only the messages that the gadget uses: readers pay for each. */
function ownTexts({ texts = /^$/ }: GadgetDefinition): Plugin {
	return {
		name: 'own-texts',
		enforce: 'pre',
		transform: (code, id) =>
			/\/i18n\/[a-z0-9-]+\.json$/.test(id)
				? JSON.stringify(
						Object.fromEntries(Object.entries(JSON.parse(code)).filter(([key]) => texts.test(key))),
					)
				: null,
	};
}

/** With esbuild: what Rolldown puts in the place of newer syntax is up to 900 B longer. */
function lowerSyntax({ ecmaVersion }: GadgetDefinition): Plugin {
	return {
		name: 'lower-syntax',
		async renderChunk(code) {
			const lowered = await transform(code, { target: `es${ecmaVersion}`, charset: 'utf8' });
			// What is spread here is plain data, for which Object.assign does: 250 B less in each gadget.
			return lowered.code
				.replace(/^var __spreadValues = .*?^};$/ms, 'var __spreadValues = Object.assign;')
				.replace(/^var __(?:spreadProps|defProps|getOwnPropDescs) = .*$/gm, '')
				.replaceAll('__spreadProps', '__spreadValues');
		},
	};
}

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

function outputOf(result: Awaited<ReturnType<typeof build>>): Output[] {
	const [output] = Array.isArray(result) ? result : [result];
	if (!output || !('output' in output)) {
		throw new Error('Vite built nothing.');
	}
	return output.output;
}

function pageOf(
	{ name }: GadgetDefinition,
	file: Output,
	provenance: Provenance,
): [string, string] {
	if (file.type === 'chunk') {
		return [`${name}.js`, provenance.comment + file.code.replace(buildMark, provenance.build)];
	}
	if (file.fileName.endsWith('.css')) {
		const style = String(file.source).replace(/\/\*\$vite\$:\d+\*\//, '');
		return [`${name}.css`, provenance.comment + style];
	}
	throw new Error(`${name}: ${file.fileName} is neither a script nor a style.`);
}
