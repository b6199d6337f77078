import type { User } from '../store/users.ts';
import { groupsOf } from '../wiki/permissions.ts';
import { userName } from '../wiki/title.ts';
import { blockInfo } from './blockInfo.ts';
import { ApiRefusal } from './error.ts';
import type { ApiAnswer, QueryModule } from './module.ts';
import { formatTime } from './time.ts';

const properties = ['blockinfo', 'groups', 'editcount', 'registration', 'gender'] as const;

type Wanted = ReadonlySet<(typeof properties)[number]>;

/** `list=users`: certain accounts by name or by id. Names that can be no account's come first. */
export const users: QueryModule = {
	prepare: (parameters) => {
		const wanted = parameters.someOf('usprop', properties);
		const names = parameters.values('ususers');
		const ids = parameters.integers('ususerids');
		if (names.length > 0 && ids.length > 0) {
			throw new ApiRefusal('invalidparammix', '“ususers” and “ususerids” are one too many.');
		}
		return ({ store }) => {
			const byName = names.map((text) => ({ text, name: userName(text) }));
			const invalid = byName
				.filter(({ name }) => name === null)
				.map(({ text }) => ({ name: text, invalid: true }));
			const found = byName.flatMap(({ name }) =>
				name === null
					? []
					: [describe(store.users.byName(name), wanted) ?? { name, missing: true }],
			);
			const foundById = ids.map(
				(userid) => describe(store.users.byId(userid), wanted) ?? { userid, missing: true },
			);
			return { query: { users: [...invalid, ...found, ...foundById] } };
		};
	},
};

function describe(user: User | null, wanted: Wanted): ApiAnswer | null {
	if (user === null) {
		return null;
	}
	const { registration } = user;
	return {
		userid: user.id,
		name: user.name,
		...(wanted.has('editcount') && { editcount: user.editCount }),
		...(wanted.has('registration') && {
			registration: registration === null ? null : formatTime(registration),
		}),
		...(wanted.has('groups') && { groups: groupsOf(user) }),
		...(wanted.has('blockinfo') && blockInfo(user)),
		...(wanted.has('gender') && { gender: user.gender }),
	};
}
