import { userName } from '../wiki/title.ts';
import type { ActionModule, ApiContext } from './module.ts';

const mentorFunction = /\{\{\s*#mentor:([^{}|]*)(?:\|[^{}]*)?\}\}/gi;

/** `action=expandtemplates`: of all that wikitext can do, GrowthExperiments' `{{#mentor:NAME}}`. */
export const expandtemplates: ActionModule = {
	prepare: (parameters) => {
		const text = parameters.required('text');
		parameters.text('title');
		parameters.someOf('prop', ['wikitext']);
		return (context) => ({
			expandtemplates: {
				wikitext: text.replace(mentorFunction, (_, name: string) => mentorName(name, context)),
			},
		});
	},
};

/** Empty for a person without a mentor. */
function mentorName(text: string, { store, mentorship }: ApiContext): string {
	const user = store.users.byName(userName(text) ?? '');
	return (user && mentorship.mentorOf(user)?.name) ?? '';
}
