import { isKnownOption, largestOption, mentorshipOption, storeState } from '../wiki/options.ts';
import { ApiRefusal } from './error.ts';
import type { ActionModule } from './module.ts';
import type { Warn } from './warning.ts';

interface Change {
	readonly name: string;
	/** `null` unsets the option. */
	readonly value: string | null;
}

/** `action=options`: the caller's own options; a wrong one is left out with a warning, never refused. */
export const options: ActionModule = {
	writes: true,
	prepare: (parameters) => {
		const changes = parameters.values('change').map(readChange);
		const name = parameters.text('optionname');
		const value = parameters.text('optionvalue') ?? null;
		if (name !== undefined) {
			changes.push({ name, value });
		}
		return (context) => {
			const { user, store, warn } = context;
			if (user === null || user.temporary) {
				throw new ApiRefusal('notloggedin', 'Options are for people who are logged in.');
			}
			if (changes.length === 0) {
				throw new ApiRefusal('nochanges', 'There is nothing to change.');
			}
			store.transaction(() => {
				for (const { name, value } of changes.filter((change) => isAccepted(change, warn))) {
					if (name === mentorshipOption) {
						storeState(store, user, value, context.mediaWiki);
					} else {
						store.userOptions.set(user.id, name, value);
					}
				}
			});
			return { options: 'success' };
		};
	},
};

function readChange(text: string): Change {
	const [name = '', ...rest] = text.split('=');
	return { name, value: rest.length === 0 ? null : rest.join('=') };
}

function isAccepted({ name, value }: Change, warn: Warn): boolean {
	const problem = findProblem(name, value ?? '');
	if (problem !== null) {
		const text = `“${name}” was not saved: ${problem}.`;
		warn({ module: 'options', code: 'validationfailed', text });
	}
	return problem === null;
}

function findProblem(name: string, value: string): string | null {
	if (!isKnownOption(name)) {
		return 'there is no such option';
	}
	return Buffer.byteLength(value) > largestOption ? 'it is too long' : null;
}
