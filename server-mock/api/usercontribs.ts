import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import { ApiRefusal } from './error.ts';
import { readUserName } from './growth.ts';
import type { QueryModule } from './module.ts';
import { formatTime } from './time.ts';

/** `list=usercontribs`: when certain accounts edited last, newest first. */
export const usercontribs: QueryModule = {
	prepare: (parameters) => {
		parameters.someOf('ucprop', ['timestamp']);
		const limit = parameters.limit('uclimit');
		const names = parameters.values('ucuser');
		const ids = parameters.integers('ucuserids');
		if (names.length === 0 && ids.length === 0) {
			throw new ApiRefusal('missingparam', 'Whose edits? “ucuser” or “ucuserids” is needed.');
		}
		return ({ store }) => {
			const edits = authors(store, names, ids)
				.flatMap((user) => store.pages.contributions(user.id, limit))
				.sort((a, b) => b.timestamp - a.timestamp || b.id - a.id)
				.slice(0, limit);
			return {
				query: {
					usercontribs: edits.map(({ userId, userName, timestamp }) => ({
						userid: userId ?? 0,
						user: userName,
						timestamp: formatTime(timestamp),
					})),
				},
			};
		};
	},
};

function authors(store: Store, names: readonly string[], ids: readonly number[]): User[] {
	const byName = names.map((name) => store.users.byName(readUserName('ucuser', name)));
	const byId = ids.map((id) => store.users.byId(id));
	return [...byName, ...byId].filter((user) => user !== null);
}
