import { demoPassword } from '../wiki/site.ts';
import { userName } from '../wiki/title.ts';
import type { ActionModule } from './module.ts';

/** `action=clientlogin` with name and password, in one step. */
export const clientlogin: ActionModule = {
	loginToken: 'logintoken',
	prepare: (parameters) => {
		const name = userName(parameters.text('username') ?? '');
		const password = parameters.text('password');
		parameters.required('loginreturnurl');
		return ({ store, startSession }) => {
			const user = name === null ? null : store.users.byName(name);
			if (user === null || password !== demoPassword) {
				const message = 'That name and that password do not belong together.';
				const messagecode = 'wrongpassword';
				return { clientlogin: { status: 'FAIL', message, messagecode, canpreservestate: false } };
			}
			startSession(user.id);
			return { clientlogin: { status: 'PASS', username: user.name } };
		};
	},
};
