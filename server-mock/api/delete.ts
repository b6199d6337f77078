import { rightsOf } from '../wiki/permissions.ts';
import { parseTitle } from '../wiki/title.ts';
import { ApiRefusal } from './error.ts';
import type { ActionModule } from './module.ts';

/** `action=delete`: a page and its history; nothing on this wiki brings them back. */
export const deletePage: ActionModule = {
	writes: true,
	prepare: (parameters) => {
		const text = parameters.required('title');
		const reason = parameters.text('reason') ?? '';
		parameters.text('watchlist');
		return ({ store, user }) => {
			const title = parseTitle(text)?.text ?? text;
			if (store.pages.find(title) === null) {
				throw new ApiRefusal('missingtitle', 'There is no such page.');
			}
			if (!rightsOf(user).has('delete')) {
				throw new ApiRefusal('permissiondenied', 'You may not delete pages.');
			}
			store.pages.remove(title);
			return { delete: { title, reason, logid: 0 } };
		};
	},
};
