import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import { groupsOf } from '../wiki/permissions.ts';
import { accountProperties, describeAccount } from './account.ts';
import type { ApiAnswer, QueryModule } from './module.ts';

// MediaWiki's $wgActiveUserDays.
export const activeMilliseconds = 30 * 86_400_000;

/** `list=allusers`: all accounts by name, or those with an edit in the last 30 days. */
export const allusers: QueryModule = {
	prepare: (parameters) => {
		const wanted = parameters.someOf('auprop', accountProperties);
		const onlyActive = parameters.flag('auactiveusers');
		const excludedGroups = parameters.values('auexcludegroup');
		const excludesTemporary = parameters.flag('auexcludetemp');
		const from = parameters.text('aufrom') ?? '';
		const limit = parameters.limit('aulimit');
		return ({ store, now }) => {
			const since = now - activeMilliseconds;
			const found: ApiAnswer[] = [];
			for (const user of walk(store, from)) {
				if (
					(excludesTemporary && user.temporary) ||
					excludedGroups.some((group) => groupsOf(user).includes(group))
				) {
					continue;
				}
				const recent = onlyActive ? store.pages.countContributionsSince(user.id, since) : null;
				if (recent === 0) {
					continue;
				}
				if (found.length === limit) {
					return { query: { allusers: found }, continue: { aufrom: user.name } };
				}
				found.push({
					...describeAccount(user, wanted),
					// Unlike list=users: an empty text where the date is unknown.
					...(wanted.has('registration') && user.registration === null && { registration: '' }),
					...(recent !== null && { recentactions: recent }),
				});
			}
			return { query: { allusers: found } };
		};
	},
};

function* walk(store: Store, from: string): Generator<User> {
	const batch = 500;
	let next: string | undefined = from;
	while (next !== undefined) {
		const found: User[] = store.users.list(next, batch + 1);
		yield* found.slice(0, batch);
		next = found[batch]?.name;
	}
}
