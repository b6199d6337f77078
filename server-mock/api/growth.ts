import type { User } from '../store/users.ts';
import { userName } from '../wiki/title.ts';
import { ApiRefusal } from './error.ts';
import type { ApiContext } from './module.ts';

/**
 * The caller, who has an account of their own.
 *
 * @throws ApiRefusal `permissiondenied-generic` where they are logged out or have a temporary account.
 */
export function requireNamed({ user }: ApiContext): User {
	if (user === null || user.temporary) {
		throw new ApiRefusal('permissiondenied-generic', 'Only for people with an account.');
	}
	return user;
}

/**
 * A parameter that names an account.
 *
 * @throws ApiRefusal `baduser` where no account can have that name.
 */
export function readUserName(parameter: string, text: string): string {
	const name = userName(text);
	if (name === null) {
		throw new ApiRefusal('baduser', `“${text}” in “${parameter}” can be no account’s name.`);
	}
	return name;
}
