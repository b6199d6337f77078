import type { PublicFiles } from '../http/publicFiles.ts';
import type { ModuleContent } from './package.ts';

/** A module that is not a gadget. */
export interface OwnModule extends ModuleContent {
	readonly dependencies: readonly string[];
	/** Keys of interface texts that come with it. */
	readonly messages: RegExp | null;
}

/** OOUI and what it is written with, in the order they are to run. */
const ooui = [
	'oojs/oojs.js',
	...['core', 'widgets', 'wikimediaui', 'windows'].map((part) => `ooui/oojs-ui-${part}.js`),
];

/**
 * The modules of MediaWiki and its extensions that pages here ask for, in this project's own words;
 * Codex and OOUI are the libraries themselves.
 */
export function ownModules(files: PublicFiles): ReadonlyMap<string, OwnModule> {
	return new Map([
		[
			'codex-styles',
			{
				script: 'function(){}',
				styles: [files.text('codex/codex.style.css')],
				mirroredStyles: [files.text('codex/codex.style-rtl.css')],
				dependencies: [],
				messages: null,
			},
		],
		[
			'oojs-ui-windows',
			{
				script: `function(){(function(){${ooui.map((name) => files.text(name)).join('\n')}\n}).call(window)}`,
				// Special:Homepage, the only page that opens such windows, has their styles.
				styles: [],
				dependencies: [],
				messages: null,
			},
		],
		[
			'ext.growthExperiments.Homepage.Mentorship',
			{
				script: `function(){${files.text('growth.js')}}`,
				styles: [],
				dependencies: ['mediawiki.api', 'mediawiki.jqueryMsg', 'oojs-ui-windows'],
				messages: /-(confirm-dialog|ellipsis-menu|optout|about|dialog)-/,
			},
		],
	]);
}
