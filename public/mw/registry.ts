import type { Registration } from './pageData.ts';

export type ModuleState = 'registered' | 'loading' | 'loaded' | 'ready' | 'error' | 'missing';

interface Module extends Registration {
	state: ModuleState;
	/** Runs it, once it has come and its dependencies are ready. */
	run: (() => unknown) | null;
	/** What it gives to others. */
	exports: unknown;
}

/** What is known of modules, and which of them have run. */
export interface Registry {
	names(): string[];
	/** `null`: it is unknown. */
	stateOf(name: string): ModuleState | null;
	versionOf(name: string): string;
	/** @throws Error where it is not ready. */
	exportsOf(name: string): unknown;
	/** Makes a module known, or a known one another. */
	register(name: string, registration: Registration, run: (() => unknown) | null): void;
	setState(name: string, state: ModuleState): void;
	/** It has come: `run` runs it. */
	deliver(name: string, run: () => unknown): void;
	/** These modules and all that they need. */
	withDependencies(names: readonly string[]): string[];
	/**
	 * Wants these and what they need.
	 *
	 * @returns Those that have to be asked for; the others are here already, or under way.
	 */
	want(names: readonly string[]): string[];
	/** Runs whatever can run now. */
	runReady(): void;
}

/** @param log Is told of modules that throw; such a module's state is `error`. */
export function createRegistry(log: Pick<Console, 'error'>): Registry {
	const modules = new Map<string, Module>();
	const stateOf = (name: string) => modules.get(name)?.state ?? null;
	const withDependencies = (names: readonly string[], found = new Set<string>()): string[] => {
		for (const name of names.filter((name) => !found.has(name))) {
			found.add(name);
			withDependencies(modules.get(name)?.dependencies ?? [], found);
		}
		return [...found];
	};
	return {
		names: () => [...modules.keys()],
		stateOf,
		versionOf: (name) => modules.get(name)?.version ?? '',
		exportsOf: (name) => {
			const module = modules.get(name);
			if (module?.state !== 'ready') {
				throw new Error(`Module "${name}" is not loaded`);
			}
			return module.exports;
		},
		register: (name, { version, dependencies }, run) => {
			modules.set(name, { version, dependencies, run, state: 'registered', exports: undefined });
		},
		setState: (name, state) => change(modules.get(name), { state }),
		deliver: (name, run) => change(modules.get(name), { state: 'loaded', run }),
		withDependencies: (names) => withDependencies(names),
		want: (names) => {
			const wanted = withDependencies(names).filter((name) => stateOf(name) === 'registered');
			const isHere = (name: string) => modules.get(name)?.run !== null;
			for (const name of wanted) {
				change(modules.get(name), { state: isHere(name) ? 'loaded' : 'loading' });
			}
			return wanted.filter((name) => !isHere(name));
		},
		runReady: () => {
			for (let progress = true; progress; ) {
				progress = [...modules].some(([name, module]) => runIfPossible(name, module, stateOf, log));
			}
		},
	};
}

function change(module: Module | undefined, fields: Partial<Module>): void {
	if (module !== undefined) {
		Object.assign(module, fields);
	}
}

/** @returns Whether something came of it: then others may be possible now. */
function runIfPossible(
	name: string,
	module: Module,
	stateOf: (name: string) => ModuleState | null,
	log: Pick<Console, 'error'>,
): boolean {
	if (module.state !== 'loaded' || module.run === null) {
		return false;
	}
	const states = module.dependencies.map(stateOf);
	if (states.some((state) => state === 'error' || state === 'missing' || state === null)) {
		module.state = 'error';
		return true;
	}
	if (states.some((state) => state !== 'ready')) {
		return false;
	}
	const { run } = module;
	module.run = null;
	try {
		module.exports = run();
		module.state = 'ready';
	} catch (error) {
		module.state = 'error';
		log.error(`Exception in module-execute in module ${name}:`, error);
	}
	return true;
}
