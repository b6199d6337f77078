import { createHash } from 'node:crypto';
import { definitionTitle } from '../../gadget/deploy/builtPages.ts';
import { type Definition, readDefinitions } from '../../gadget/deploy/definitions.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import { directionOf } from '../wiki/messages/languages.ts';
import type { Messages } from '../wiki/messages/messages.ts';
import { rightsOf } from '../wiki/permissions.ts';
import type { OwnModule } from './ownModules.ts';
import { gadgetFileTitle, type ModuleContent, readGadgetContent } from './package.ts';

/** What a page's loader has to know of a module before it asks for it. */
export interface ModuleRegistration {
	readonly version: string;
	readonly dependencies: readonly string[];
}

export interface ResourceLoader {
	/** All modules that can be asked for, by name. */
	registrations(): Record<string, ModuleRegistration>;
	/** The gadgets that are on by default, and meant for this page. */
	gadgetsFor(page: LoadingPage): string[];
	/** Answers `load.php`. */
	respond(parameters: URLSearchParams): {
		readonly body: string;
		readonly headers: Readonly<Record<string, string>>;
	};
}

/** What decides which gadgets a page loads. */
export interface LoadingPage {
	readonly namespace: number;
	readonly contentModel: string;
	/** `view`, `edit`, `history`. */
	readonly action: string;
	readonly skin: string;
	readonly user: User | null;
}

interface Module extends ModuleRegistration {
	readonly content: ModuleContent;
	/** Keys of its texts. */
	readonly messages: readonly string[];
}

/**
 * ResourceLoader for gadgets: it serves the very pages that a wiki has.
 *
 * @param ownModules Modules that are not gadgets, by name.
 */
export function createResourceLoader(
	store: Store,
	messages: Messages,
	ownModules: ReadonlyMap<string, OwnModule>,
): ResourceLoader {
	const own = new Map(
		[...ownModules].map(([name, module]) => [name, registerOwn(module, messages)]),
	);
	const gadgets = () =>
		readDefinitions(store.pages.find(definitionTitle)?.latest.content ?? '')
			// Without `ResourceLoader` a gadget is of a time before it, and is not loaded any more.
			.filter(({ options }) => options.has('ResourceLoader'));
	const registerGadget = createGadgetRegister(store);
	const find = (name: string): Module | null => {
		const gadget = gadgets().find((gadget) => moduleOf(gadget) === name);
		return gadget === undefined ? (own.get(name) ?? null) : registerGadget(gadget);
	};
	return {
		registrations: () => {
			const ofGadgets = gadgets().map(
				(gadget) => [moduleOf(gadget), registerGadget(gadget)] as const,
			);
			return Object.fromEntries(
				[...own, ...ofGadgets].map(([name, { version, dependencies }]) => [
					name,
					{ version, dependencies },
				]),
			);
		},
		gadgetsFor: (page) =>
			gadgets()
				.filter((gadget) => isFor(gadget, page))
				.map(moduleOf),
		respond: (parameters) => {
			const names = [...new Set(unpackNames(parameters.get('modules') ?? ''))];
			const isStyles = parameters.get('only') === 'styles';
			const language = parameters.get('lang') ?? 'en';
			const found = names.map((name) => ({ name, module: find(name) }));
			const version = found.map(({ module }) => module?.version).join('');
			const parts = found.map(({ name, module }) =>
				isStyles ? writeStyles(module, language) : writeScript(name, module, language, messages),
			);
			return {
				body: parts.join('\n'),
				headers: describe(isStyles, version === parameters.get('version')),
			};
		},
	};
}

/** ResourceLoader's name for a gadget. */
function moduleOf({ name }: Definition): string {
	return `ext.gadget.${name}`;
}

function isFor({ options }: Definition, page: LoadingPage): boolean {
	const rights = rightsOf(page.user);
	/** What is not said allows all. */
	const allows = (option: string, value: string) => options.get(option)?.includes(value) ?? true;
	return (
		options.has('default') &&
		allows('namespaces', String(page.namespace)) &&
		allows('skins', page.skin) &&
		allows('contentModels', page.contentModel) &&
		allows('actions', page.action) &&
		(options.get('rights') ?? []).every((right) => rights.has(right))
	);
}

/** Reading a gadget's pages means parsing them: they are read again only where one was saved. */
function createGadgetRegister(store: Store): (gadget: Definition) => Module {
	const known = new Map<string, { readonly key: string; readonly module: Module }>();
	return (gadget) => {
		const titles = [definitionTitle, ...gadget.pages.map(gadgetFileTitle)];
		const key = titles.map((title) => store.pages.find(title)?.latest.id).join();
		const before = known.get(gadget.name);
		if (before?.key === key) {
			return before.module;
		}
		const module = register(
			readGadgetContent(gadget, store),
			gadget.options.get('dependencies') ?? [],
			[],
		);
		known.set(gadget.name, { key, module });
		return module;
	};
}

function registerOwn(module: OwnModule, messages: Messages): Module {
	const keys = messages.keys().filter((key) => module.messages?.test(key));
	return register(module, module.dependencies, keys);
}

function register(
	content: ModuleContent,
	dependencies: readonly string[],
	messages: readonly string[],
): Module {
	const hash = createHash('sha1').update(JSON.stringify([content, dependencies, messages]));
	const version = hash.digest('base64url').slice(0, 8);
	return { content, dependencies, messages, version };
}

/** `ext.gadget.a,b|codex-styles`: names with the same beginning share it. */
function unpackNames(packed: string): string[] {
	return packed.split('|').flatMap((group) => {
		const dot = group.lastIndexOf('.', group.indexOf(',') === -1 ? -1 : group.indexOf(','));
		const prefix = group.slice(0, dot + 1);
		return group
			.slice(dot + 1)
			.split(',')
			.map((name) => prefix + name);
	});
}

function writeStyles(module: Module | null, language: string): string {
	return module ? stylesIn(language, module.content).join('\n') : '';
}

function stylesIn(language: string, content: ModuleContent): readonly string[] {
	const { styles, mirroredStyles = styles } = content;
	return directionOf(language) === 'rtl' ? mirroredStyles : styles;
}

function writeScript(
	name: string,
	module: Module | null,
	language: string,
	messages: Messages,
): string {
	if (module === null) {
		return `mw.loader.state({${JSON.stringify(name)}:"missing"});`;
	}
	const { script } = module.content;
	const styles = stylesIn(language, module.content);
	const key = JSON.stringify(`${name}@${module.version}`);
	const texts = Object.fromEntries(
		module.messages.map((text) => [text, messages.raw(language, text)]),
	);
	return `mw.loader.impl(function(){return[${key},${script},{"css":${JSON.stringify(styles)}},${JSON.stringify(texts)}];});`;
}

/** A URL with the current version may be cached for ever; any other is outdated. */
function describe(isStyles: boolean, isVersioned: boolean): Record<string, string> {
	return {
		'Content-Type': isStyles ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
		'Cache-Control': isVersioned ? 'public, max-age=2592000, immutable' : 'no-cache',
	};
}
