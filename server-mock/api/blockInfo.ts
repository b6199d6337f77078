import type { User } from '../store/users.ts';
import type { ApiAnswer } from './module.ts';
import { formatTime } from './time.ts';

/** What the API says of a block; nothing where there is none. The demo's blocks have no date. */
export function blockInfo(user: User): ApiAnswer {
	if (!user.blocked) {
		return {};
	}
	return {
		blockid: user.id,
		blockedby: 'Ada Administrator',
		blockedbyid: 0,
		blockedtimestamp: formatTime(0),
		blockreason: '',
		blockpartial: false,
		blocknocreate: true,
		blockanononly: false,
		blockexpiry: user.blockedUntil === null ? 'infinite' : formatTime(user.blockedUntil),
	};
}
