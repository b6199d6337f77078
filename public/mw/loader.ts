import jQuery from 'jquery';
import type { WikiMap } from './map.ts';
import { type Implementation, type Require, runModule } from './module.ts';
import type { Registration } from './pageData.ts';
import { createRegistry, type ModuleState, type Registry } from './registry.ts';

export interface Loader {
	using(
		names: string | readonly string[],
		ready?: (require: Require) => void,
		failed?: (error: Error) => void,
	): JQuery.Promise<Require>;
	load(names: string | readonly string[]): void;
	getState(name: string): ModuleState | null;
	getModuleNames(): string[];
	/** What `load.php` calls with a module. */
	impl(declare: () => Implementation): void;
	/** Modules that have come, by their names. */
	readonly moduleRegistry: Readonly<Record<string, { readonly script: Implementation[1] }>>;
	/** Runs a script as a module of this name. */
	implement(name: string, script: Implementation[1]): void;
	/** What `load.php` calls for modules that it does not have. */
	state(states: Readonly<Record<string, ModuleState>>): void;
	/** Registers a module that is part of this script; `install` runs when it is first asked for. */
	provide(name: string, install: () => unknown): void;
	isReady(name: string): boolean;
}

export interface LoaderDependencies {
	/** Where scripts are added. */
	readonly document: Pick<Document, 'createElement' | 'head'>;
	readonly log: Pick<Console, 'error'>;
	/** `mw.messages` */
	readonly messages: WikiMap;
	readonly language: string;
	readonly registrations: Readonly<Record<string, Registration>>;
}

/** `mw.loader`: asks the server for modules, all that are wanted in one request, and runs them in order. */
export function createLoader(dependencies: LoaderDependencies): Loader {
	const { messages, registrations } = dependencies;
	const registry = createRegistry(dependencies.log);
	for (const [name, registration] of Object.entries(registrations)) {
		registry.register(name, registration, null);
	}
	const moduleRegistry: Record<string, { readonly script: Implementation[1] }> = {};
	const queue = createQueue(registry);
	const settle = () => {
		registry.runReady();
		queue.settle();
	};
	const request = (names: readonly string[]) => {
		const missing = registry.want(names);
		if (missing.length > 0) {
			insertScript(missing, registry, dependencies, settle);
		}
		settle();
	};
	return {
		using: (names, ready, failed) => {
			const list = listOf(names);
			const deferred = jQuery.Deferred<Require>();
			deferred.done((require: Require) => ready?.(require)).fail((error: Error) => failed?.(error));
			const unknown = registry
				.withDependencies(list)
				.find((name) => registry.stateOf(name) === null);
			if (unknown !== undefined) {
				return deferred.reject(new Error(`Unknown module: ${unknown}`)).promise();
			}
			queue.add({
				names: list,
				ready: () => deferred.resolve(registry.exportsOf),
				failed: (error) => deferred.reject(error),
			});
			request(list);
			return deferred.promise();
		},
		load: (names) => request(listOf(names).filter((name) => registry.stateOf(name) !== null)),
		getState: registry.stateOf,
		getModuleNames: registry.names,
		moduleRegistry,
		impl: (declare) => {
			const implementation = declare();
			const [key, script, , texts] = implementation;
			const name = key.split('@')[0] ?? '';
			messages.set(texts);
			moduleRegistry[name] = { script };
			registry.deliver(name, () => runModule(implementation, jQuery, registry.exportsOf));
			settle();
		},
		implement: (name, script) => {
			const implementation = [name, script, { css: [] }, {}] as const;
			registry.register(name, { version: '', dependencies: [] }, null);
			registry.deliver(name, () => runModule(implementation, jQuery, registry.exportsOf));
			settle();
		},
		state: (states) => {
			for (const [name, state] of Object.entries(states)) {
				registry.setState(name, state);
			}
			settle();
		},
		provide: (name, install) => registry.register(name, { version: '', dependencies: [] }, install),
		isReady: (name) => registry.stateOf(name) === 'ready',
	};
}

function listOf(names: string | readonly string[]): readonly string[] {
	return typeof names === 'string' ? [names] : names;
}

interface Waiting {
	readonly names: readonly string[];
	readonly ready: () => void;
	readonly failed: (error: Error) => void;
}

/** Those who wait for modules. */
function createQueue(registry: Registry) {
	let waiting: readonly Waiting[] = [];
	const isSettled = (name: string) =>
		['ready', 'error', 'missing'].includes(registry.stateOf(name) ?? 'missing');
	return {
		add: (request: Waiting) => {
			waiting = [...waiting, request];
		},
		/** Tells those whose modules have all come to an end. */
		settle: () => {
			const settled = waiting.filter(({ names }) => names.every(isSettled));
			waiting = waiting.filter((request) => !settled.includes(request));
			for (const { names, ready, failed } of settled) {
				const broken = names.find((name) => registry.stateOf(name) !== 'ready');
				if (broken === undefined) {
					ready();
				} else {
					const state = registry.stateOf(broken);
					failed(new Error(`Module "${broken}" could not be loaded: ${state}`));
				}
			}
		},
	};
}

function insertScript(
	names: readonly string[],
	registry: Registry,
	{ document, language }: LoaderDependencies,
	settle: () => void,
): void {
	const version = names.map(registry.versionOf).join('');
	const query = new URLSearchParams({ lang: language, modules: names.join('|'), version });
	const script = document.createElement('script');
	script.src = `/load.php?${query}`;
	// What did not come by now does not come any more: the network, or a failure of the server.
	const finish = () => {
		for (const name of names.filter((name) => registry.stateOf(name) === 'loading')) {
			registry.setState(name, 'error');
		}
		settle();
	};
	script.addEventListener('load', finish);
	script.addEventListener('error', finish);
	document.head.append(script);
}
