import { demoPassword } from '../wiki/site.ts';
import { userName } from '../wiki/title.ts';
import type { ActionModule } from './module.ts';

/** `action=login` with a BotPassword: any `User@App` will do. */
export const login: ActionModule = {
	loginToken: 'lgtoken',
	prepare: (parameters) => {
		const [account = ''] = (parameters.text('lgname') ?? '').split('@');
		const password = parameters.text('lgpassword');
		return ({ store, startSession }) => {
			const name = userName(account);
			const user = name === null ? null : store.users.byName(name);
			if (user === null || password !== demoPassword) {
				const text = 'That name and that password do not belong together.';
				return { login: { result: 'Failed', reason: { code: 'wrongpassword', text } } };
			}
			startSession(user.id);
			return { login: { result: 'Success', lguserid: user.id, lgusername: user.name } };
		};
	},
};
