type Listener = (...values: unknown[]) => void;

export interface Hook {
	add(...listeners: Listener[]): Hook;
	fire(...values: unknown[]): Hook;
}

/** `mw.hook`: a late listener hears the last event at once. */
export function createHook(): (name: string) => Hook {
	const hooks = new Map<string, Hook>();
	return (name) => {
		const known = hooks.get(name);
		if (known !== undefined) {
			return known;
		}
		const hook = createOne();
		hooks.set(name, hook);
		return hook;
	};
}

function createOne(): Hook {
	const listeners = new Set<Listener>();
	let last: readonly unknown[] | null = null;
	const hook: Hook = {
		add: (...added) => {
			for (const listener of added) {
				listeners.add(listener);
				if (last !== null) {
					call(listener, last);
				}
			}
			return hook;
		},
		fire: (...values) => {
			last = values;
			for (const listener of listeners) {
				call(listener, values);
			}
			return hook;
		},
	};
	return hook;
}

/** One listener's failure is reported and keeps no other from hearing. */
function call(listener: Listener, values: readonly unknown[]): void {
	try {
		listener(...values);
	} catch (error) {
		reportError(error);
	}
}
