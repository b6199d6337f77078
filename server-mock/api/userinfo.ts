import { loopbackAddress } from '../store/pages.ts';
import { userOptions } from '../wiki/options.ts';
import { groupsOf, rightsOf } from '../wiki/permissions.ts';
import { blockInfo } from './account.ts';
import type { ApiContext, QueryModule } from './module.ts';
import { formatTime } from './time.ts';

const properties = [
	'groups',
	'rights',
	'options',
	'editcount',
	'registrationdate',
	'latestcontrib',
	'blockinfo',
] as const;

/** `meta=userinfo`: who is asking. */
export const userinfo: QueryModule = {
	prepare: (parameters) => {
		const wanted = parameters.someOf('uiprop', properties);
		return (context) => {
			const { user, store } = context;
			const facts = {
				id: user?.id ?? 0,
				name: user?.name ?? loopbackAddress,
				...(user === null && { anon: true }),
				...(wanted.has('groups') && { groups: groupsOf(user) }),
				...(wanted.has('rights') && { rights: [...rightsOf(user)] }),
				...(wanted.has('options') && { options: userOptions(store, user, context.mediaWiki) }),
				...(wanted.has('editcount') && { editcount: user?.editCount ?? 0 }),
				...(user !== null && wanted.has('blockinfo') && blockInfo(user)),
				...(wanted.has('registrationdate') && registration(context)),
				...(wanted.has('latestcontrib') && latestEdit(context)),
			};
			return { query: { userinfo: facts } };
		};
	},
};

function registration({ user }: ApiContext): object {
	if (user === null) {
		return {};
	}
	const { registration: time } = user;
	return { registrationdate: time === null ? null : formatTime(time) };
}

function latestEdit({ user, store }: ApiContext): object {
	const latest = user === null ? undefined : store.pages.contributions(user.id, 1)[0];
	return latest === undefined ? {} : { latestcontrib: formatTime(latest.timestamp) };
}
