import type { User } from '../store/users.ts';
import { groupsOf } from '../wiki/permissions.ts';
import type { ApiAnswer } from './module.ts';
import { formatTime } from './time.ts';

export const accountProperties = ['blockinfo', 'groups', 'editcount', 'registration'] as const;

/** What every list of accounts says of one, but for a registration date that is unknown. */
export function describeAccount(
	user: User,
	wanted: ReadonlySet<(typeof accountProperties)[number] | 'gender'>,
): ApiAnswer {
	return {
		userid: user.id,
		name: user.name,
		...(wanted.has('editcount') && { editcount: user.editCount }),
		...(wanted.has('groups') && { groups: groupsOf(user) }),
		...(wanted.has('blockinfo') && blockInfo(user)),
		...(wanted.has('gender') && { gender: user.gender }),
		...(wanted.has('registration') && {
			registration: user.registration === null ? null : formatTime(user.registration),
		}),
	};
}

/** What the API says of a block, as far as it is asked here; nothing where there is none. */
export function blockInfo(user: User): ApiAnswer {
	if (!user.blocked) {
		return {};
	}
	return {
		blockid: user.id,
		blockpartial: false,
		blockexpiry: user.blockedUntil === null ? 'infinite' : formatTime(user.blockedUntil),
	};
}
