import type { User } from '../store/users.ts';
import { userName } from '../wiki/title.ts';
import { accountProperties, describeAccount } from './account.ts';
import { ApiRefusal } from './error.ts';
import type { QueryModule } from './module.ts';

/** `list=users`: certain accounts by name or by id. Names that can be no account's come first. */
export const users: QueryModule = {
	prepare: (parameters) => {
		const wanted = parameters.someOf('usprop', [...accountProperties, 'gender']);
		const names = parameters.values('ususers');
		const ids = parameters.integers('ususerids');
		if (names.length > 0 && ids.length > 0) {
			throw new ApiRefusal('invalidparammix', '“ususers” and “ususerids” are one too many.');
		}
		const describe = (user: User | null) => (user === null ? null : describeAccount(user, wanted));
		return ({ store }) => {
			const byName = names.map((text) => ({ text, name: userName(text) }));
			const invalid = byName
				.filter(({ name }) => name === null)
				.map(({ text }) => ({ name: text, invalid: true }));
			const found = byName.flatMap(({ name }) =>
				name === null ? [] : [describe(store.users.byName(name)) ?? { name, missing: true }],
			);
			const foundById = ids.map(
				(userid) => describe(store.users.byId(userid)) ?? { userid, missing: true },
			);
			return { query: { users: [...invalid, ...found, ...foundById] } };
		};
	},
};
