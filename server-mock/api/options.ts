import {
	isKnownOption,
	isUserscriptOption,
	largestOption,
	mentorshipOption,
	storeState,
} from '../wiki/options.ts';
import { ApiRefusal } from './error.ts';
import type { ActionModule, ApiContext } from './module.ts';
import type { Warn } from './warning.ts';

// MediaWiki's own $wgUserJsPrefLimit.
const mostUserscriptOptions = 100;

interface Change {
	readonly name: string;
	/** `null` unsets the option. */
	readonly value: string | null;
}

/** `action=options`: the caller's own options; a wrong one is left out with a warning, never refused. */
export const options: ActionModule = {
	writes: true,
	prepare: (parameters) => {
		const isReset = parameters.flag('reset');
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
			if (changes.length === 0 && !isReset) {
				throw new ApiRefusal('nochanges', 'There is nothing to change.');
			}
			store.transaction(() => {
				const reset = isReset ? Object.keys(store.userOptions.of(user.id)) : [];
				for (const option of reset) {
					store.userOptions.set(user.id, option, null);
				}
				warnOfTooMany(context, changes);
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

/** From 1.46 on; an option that is there already is saved all the same. */
function warnOfTooMany({ user, store, warn, mediaWiki }: ApiContext, changes: Change[]): void {
	const theirs = user === null ? [] : Object.keys(store.userOptions.of(user.id));
	const isFull = theirs.filter(isUserscriptOption).length >= mostUserscriptOptions;
	if (!mediaWiki.isFrom146 || !isFull) {
		return;
	}
	for (const { name } of changes.filter(({ name }) => isUserscriptOption(name))) {
		const text = `“${name}”: nobody may have more than ${mostUserscriptOptions} options of scripts.`;
		warn({ module: 'options', code: 'userjs-limit', text });
	}
}

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
